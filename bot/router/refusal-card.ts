/** The cards of a no and of a fault: both end with whom to ask. */

import type { Button, Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { press, type UserError } from '../core/command.ts';
import { contactLinks } from '../core/contact.ts';
import type { Dependencies } from '../core/dependencies.ts';
import type { Language } from '../language/index.ts';
import { faq, support } from '../microsoft/links.ts';

export function helpButton({ t }: Language): Button {
  return press(t('button.help'), 'help');
}

export function refusalCard(
  { message, buttons, links }: UserError,
  language: Language,
  dependencies: Dependencies,
): Card {
  const { t, words } = language;
  return report({
    paragraphs: [message],
    buttons,
    links: [...links, ...contactLinks({ language, dependencies })],
    summary: message,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
}

/** Ends with the FAQ, support and the contact [71]. */
export function faultCard(sentence: string, language: Language, dependencies: Dependencies): Card {
  const { t, words } = language;
  return report({
    title: t('fault.title'),
    paragraphs: [sentence],
    buttons: [press(t('faq.short.support'), 'faq', { words: 'support' })],
    links: [
      { title: t('button.faq'), url: faq },
      { title: t('button.support'), url: support },
      ...contactLinks({ language, dependencies }),
    ],
    summary: t('fault.title'),
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
}

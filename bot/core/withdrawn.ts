/** In place of a card whose reader may not read it any more: a plain sentence, and nothing of what it was about. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import type { Language } from '../language/index.ts';
import type { Identity } from '../people/people.ts';
import { press } from './command.ts';

/** @param id of the notice that it was, where people may have noted it */
export function withdrawnCard({ kind }: Pick<Identity, 'kind'>, { t, words }: Language, id?: string): Card {
  const whoami = words.commands.whoami.names[0];
  const isColleague = kind === 'colleague';
  const title = t('withdrawn.title');
  return report({
    title,
    paragraphs: [isColleague ? t('withdrawn.role', { whoami }) : t('withdrawn.member')],
    notes: present(id),
    buttons: isColleague ? [press(t('button.whoami'), 'whoami')] : [],
    summary: title,
    fallback: t('fallback', { command: whoami }),
  });
}

/** In place of a card whose reader may not read it any more: a plain sentence, and nothing of what it was about. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import type { Notice } from '../../store/records.ts';
import { press } from '../core/command.ts';
import type { Language } from '../language/index.ts';
import type { Identity } from '../people/people.ts';

export function withdrawnCard({ id }: Notice, { kind }: Identity, { t, words }: Language): Card {
  const whoami = words.commands.whoami.names[0];
  const isColleague = kind === 'colleague';
  const title = t('withdrawn.title');
  return report({
    title,
    paragraphs: [isColleague ? t('withdrawn.role', { whoami }) : t('withdrawn.member')],
    notes: [id],
    buttons: isColleague ? [press(t('button.whoami'), 'whoami')] : [],
    summary: title,
    fallback: t('fallback', { command: whoami }),
  });
}

/** To the admins: something was to be done at Microsoft, and the chain of the journal has no order for it. Nothing was done. */
import { report } from '../../cards/report.ts';
import { press } from '../core/command.ts';
import type { CardOf, NoticeKind } from '../core/notice.ts';

const card: CardOf<'unproven'> = ({ what }, { language: { t, words } }) => {
  const title = t('unproven.title', { id: what });
  return report({
    title,
    paragraphs: [t('unproven.what'), t('unproven.help')],
    buttons: [press(t('button.verify'), 'audit', { verify: 'verify' })],
    summary: title,
    fallback: t('fallback', { command: words.commands.audit.examples.at(-1) }),
  });
};

export const unproven: NoticeKind<'unproven'> = { card, urgency: 2, topic: 'alerts', audience: ['viewer'] };

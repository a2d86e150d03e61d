/** To the admins: somebody who asked to be told of something may no longer read it, and is told no more. */
import { report } from '../../cards/report.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind } from '../core/notice.ts';

const card: CardOf<'lapsed'> = ({ person, topic }, { language: { t, words }, dependencies }) => {
  const name = shortName(dependencies.store.get('people', person)?.name ?? t('ledger.somebody'));
  const title = t('lapsed.title', { name, topic: t(`notify.short.${topic}`) });
  return report({
    name: title,
    paragraphs: [t('lapsed.why')],
    summary: title,
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
};

export const lapsed: NoticeKind<'lapsed'> = { card, urgency: 3, topic: 'alerts', audience: ['viewer'], missed: false };

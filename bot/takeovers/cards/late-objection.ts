/** Tells the requester of a takeover that somebody objects to it who can't hold it up any more, and in which words. */
import { report } from '../../../cards/report.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { calledIn } from '../../people/told-apart.ts';
import { fallbackOf } from './card.ts';
import { summaryOf } from './view/summary.ts';

const card: CardOf<'late-objection'> = ({ takeover: id, by, words }, shown) => {
  const { language, dependencies } = shown;
  const { t } = language;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover) return undefined;
  const summary = summaryOf(takeover, shown);
  const name = shortName(calledIn(dependencies.store, by));
  const what = t('lateObjection.what', { name, product: summary.names.product });
  return report({
    title: t('lateObjection.title'),
    paragraphs: [what],
    sections: [
      { lines: [{ title: name, text: words }] },
      { lines: [{ title: t('lateObjection.next', { name }) }, { title: `${summary.title} · ${summary.stateLine}` }] },
    ],
    buttons: [press(t('button.open'), 'approval', { request: id })],
    summary: what,
    fallback: fallbackOf({ id, language }),
  });
};

export const lateObjection: NoticeKind<'late-objection'> = { card, urgency: 2, audience: 'addressee' };

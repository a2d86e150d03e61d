/** Tells people who objected to a takeover what they were answered, and whether it goes on. */
import { report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind } from '../../core/notice.ts';
import { calledIn } from '../../people/told-apart.ts';
import { progressOf } from './view/announced.ts';
import { summaryOf, type TakeoverSummary } from './view/summary.ts';

const card: CardOf<'replied'> = ({ takeover: id, objection: which }, shown) => {
  const { language, dependencies } = shown;
  const { t, words } = language;
  const takeover = dependencies.store.get('takeovers', id);
  const objection = takeover?.objections[which];
  const answer = objection?.answer;
  // A takeover that was given up has a message of its own; no answer is needed beside it.
  if (!takeover || !answer || answer.how === 'withdrawn') return undefined;
  const summary = summaryOf(takeover, shown);
  const { names, contact } = summary;
  const name = answer.by ? shortName(calledIn(dependencies.store, answer.by)) : 'Purser';
  const title = t(`replied.${answer.how}`, { ...names, name });
  return report({
    title: t('replied.title'),
    paragraphs: [title],
    sections: [
      { lines: present(answer.words && { title: name, text: answer.words }) },
      { heading: t('replied.yours'), lines: [{ title: objection.words }] },
      { heading: t('replied.next'), lines: [{ title: nextOf(summary) }] },
      { heading: t('asked.questions'), lines: [{ title: t('asked.whom', { name, contact: contact.name }) }] },
    ],
    links: contact.links,
    summary: title,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
};

export const replied: NoticeKind<'replied'> = { card, urgency: 2, audience: 'addressee' };

function nextOf(summary: TakeoverSummary): string {
  const { state, start, isObjected, isPaused, hasEnded, language } = summary;
  const { t, format } = language;
  if (hasEnded) return t('replied.over');
  if (isObjected) return t('replied.held');
  return state === 'approved' && start && !isPaused
    ? t('replied.starts', { date: format.date(start) })
    : t(`announced.when.${progressOf(summary)}`);
}

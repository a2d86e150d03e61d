/** To whoever objected to a takeover: what they were answered, and whether it goes on. */
import { report } from '../../../cards/report.ts';
import type { Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { ends } from '../../../store/takeover/table.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { whenOf } from './to-holders.ts';
import { namesIn, startOf } from './wording.ts';

const card: CardOf<'replied'> = ({ takeover: id, objection: which }, shown) => {
  const { language, house, notice } = shown;
  const { t, words } = language;
  const takeover = house.store.get('takeovers', id);
  const objection = takeover?.objections[which];
  const answer = objection?.answer;
  // Whoever is told that it was given up needs no answer beside that.
  if (!takeover || !answer || answer.how === 'withdrawn') return undefined;
  const name = answer.by ? shortName(answer.by.name) : 'Purser';
  const title = t(`replied.${answer.how}`, { ...namesIn(takeover, shown), name });
  const contact = house.config.contact.name ?? t('refused.contact');
  return report({
    title: t('replied.title'),
    paragraphs: [title],
    sections: [
      { lines: answer.words ? [{ title: name, text: answer.words }] : [] },
      { heading: t('replied.yours'), lines: [{ title: objection.words }] },
      { heading: t('replied.next'), lines: [{ title: nextOf(takeover, shown) }] },
      { heading: t('asked.questions'), lines: [{ title: t('asked.whom', { name, contact }) }] },
    ],
    notes: [notice.id],
    links: house.config.contact.url
      ? [{ title: t('button.contact', { name: contact }), url: house.config.contact.url }]
      : [],
    summary: title,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
};

export const replied: NoticeKind<'replied'> = { card, urgency: 2 };

function nextOf(takeover: Takeover, shown: Shown): string {
  const { t, format } = shown.language;
  const start = takeover.state === 'approved' ? startOf(takeover, shown) : undefined;
  if (ends.has(takeover.state)) return t('replied.over');
  if (openObjections(takeover).length > 0) return t('replied.held');
  return start ? t('replied.starts', { date: format.date(start) }) : t(`announced.when.${whenOf(takeover)}`);
}

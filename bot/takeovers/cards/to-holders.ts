/**
 * Tells the purchaser and the holders of a takeover that it will happen, that it won't after all, that it has. The order is the
 * design's (§8): what, to which product, why and who decided, when, who pays until then, what to do, whom to ask; and it must
 * not be mistaken for phishing.
 */
import type { Card } from '../../../cards/card.ts';
import { type Report, report, type Section } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import type { Stage, Takeover } from '../../../store/records.ts';
import { ends } from '../../../store/takeover/table.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { toldBefore, toldToday } from '../state/announcing.ts';
import { adviceSections, announcedLinks, answerFields, furtherDetails, safeNotes } from './announced-advice.ts';
import { announcedFacts } from './announced-facts.ts';
import { type AnnouncedView, announcedView, coming, progressOf } from './view/announced.ts';
import { summaryOf } from './view/summary.ts';

const card: CardOf<'announced'> = ({ takeover: id, stage }, shown) => {
  const { notice, dependencies } = shown;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover || !('person' in notice.to)) return undefined;
  const { person } = notice.to;
  const isPurchaser = person === takeover.purchase.purchaser?.id;
  if (!isPurchaser && !takeover.holders.ids.includes(person)) return formerCard(takeover, shown);
  const view = announcedView(takeover, { stage, who: isPurchaser ? 'purchaser' : 'holder', person }, shown);
  const isOld = isOvertaken(takeover, { stage, person }, shown);
  // Something newer is announced in any case, so a notice that was not delivered in time is not sent.
  if (isOld && !notice.delivered) return undefined;
  const newer = [view.language.t('takeoverCard.newer')];
  return report(isOld ? { ...frameOf(view), paragraphs: newer, sections: ownAnswer(view) } : reportOf(view));
};

export const announced: NoticeKind<'announced'> = { card, urgency: 4, audience: 'addressee' };

/** For people who bought it and no longer own it, or no longer have a licence of it: Microsoft shows so since they were told. */
function formerCard(takeover: Takeover, shown: Shown): Card | undefined {
  const { language, notice } = shown;
  if (!notice.delivered) return undefined;
  const wasHolder = 'person' in notice.to && takeover.revisedFrom?.includes(notice.to.person) === true;
  const text = language.t(wasHolder ? 'announced.formerHolder' : 'announced.former', summaryOf(takeover, shown).names);
  return report({ paragraphs: [text], summary: text, fallback: helpFallback(language) });
}

function helpFallback({ t, words }: Shown['language']): string {
  return t('fallback', { command: words.commands.help.names[0] });
}

/** What was said before points to what was said since. */
function isOvertaken(takeover: Takeover, { stage, person }: { stage: Stage; person: string }, shown: Shown): boolean {
  if (!coming.has(stage)) return false;
  if (ends.has(takeover.state) || isAnnouncedAnew(takeover, person, shown)) return true;
  return stage === 'before' && toldToday(shown.dependencies.store, takeover, person) !== undefined;
}

/** It was approved once more since this notice, and announced anew. */
function isAnnouncedAnew(takeover: Takeover, person: string, { notice, dependencies }: Shown): boolean {
  return toldBefore(dependencies.store, takeover, person).some(({ createdAt }) => createdAt > notice.createdAt);
}

function frameOf(view: AnnouncedView) {
  const title = titleOf(view);
  return {
    title,
    summary: `${title} · ${view.names.product}`,
    fallback: helpFallback(view.language),
  };
}

function reportOf(view: AnnouncedView): Report {
  return {
    ...frameOf(view),
    paragraphs: present(progressText(view), whatText(view)),
    sections: [{ facts: announcedFacts(view) }, ...ownAnswer(view), ...adviceSections(view)],
    notes: safeNotes(view),
    more: furtherDetails(view),
    ...answerFields(view),
    links: announcedLinks(view),
  };
}

function titleOf({ stage, who, off, fate, act, begunOn = '', language: { t } }: AnnouncedView): string {
  // It has come about by itself: for its reader, it has happened.
  if (off === 'over')
    return t(who === 'purchaser' ? 'announced.title.after.purchaser.stay' : 'announced.title.after.holder.cancel');
  if (off === 'begun') return t('announced.title.begun');
  if (stage === 'called-off') return t('announced.title.called-off');
  if (stage === 'today') return t(`announced.title.today.${fate}`, { date: begunOn });
  if (who === 'purchaser') return t(`announced.title.${stage}.purchaser.${act}`);
  return t(`announced.title.${stage}.holder.${fate}`);
}

/** How far it is, unless that is just what was announced. */
function progressText(view: AnnouncedView): string | undefined {
  const { stage, state, isObjected, isPaused, isWaited, language } = view;
  if (!coming.has(stage) || (state === 'approved' && !isObjected && !isPaused)) return undefined;
  // What is told on the day says itself that it is under way.
  if (stage === 'today' && state === 'running' && !isPaused) return undefined;
  if (isWaited && !isPaused) return language.t('announced.when.yours');
  return language.t(`announced.when.${progressOf(view)}`);
}

function whatText(view: AnnouncedView): string {
  const { stage, who, off, fate, act, isShort, seatsEnd, firmStart, names, language } = view;
  const { t } = language;
  if (stage === 'called-off') return t(`announced.off.${who}.${off ?? 'untouched'}`, names);
  if (isShort) return t('announced.after.someMoved', names);
  const moves = seatsEnd ? 'moveEnds' : 'move';
  if (stage === 'today') return t(`announced.today.${fate}`, names);
  if (act === 'cancel' && firmStart)
    return t(`announced.before.${who}.cancelOn`, { ...names, date: language.format.date(firmStart) });
  if (who === 'holder') return t(`announced.${stage}.holder.${fate === 'move' ? moves : fate}`, names);
  return t(`announced.${stage}.purchaser.${act === 'move' ? moves : act}`, names);
}

function ownAnswer(view: AnnouncedView): readonly Section[] {
  const { notice, requester, isOverruled, late, contact, language } = view;
  const { answer } = notice;
  const { t } = language;
  if (!answer) return [];
  const title = present(t(`purchaserAnswer.${answer.what}`), answer.words).join(' · ');
  const fate = late ? (`announced.late.${late}` as const) : isOverruled ? 'announced.goesOn' : 'asked.passedOn';
  const passedOn = answer.what === 'objected' && { text: t(fate, { name: requester, contact: contact.name }) };
  return [{ heading: t('asked.yourAnswer'), lines: [{ title, ...passedOn }] }];
}

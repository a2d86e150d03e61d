/**
 * Tells the purchaser and the holders of a takeover that it will happen, that it won't after all, that it has. The order is the
 * design's (§8): what, to which product, why and who decided, when, who pays until then, what to do, whom to ask; and it must
 * not be mistaken for phishing.
 */
import type { Card } from '../../../cards/card.ts';
import { type Report, report, type Section } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import type { Takeover } from '../../../store/records.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { toldBefore } from '../state/announcing.ts';
import { adviceSections, announcedLinks, answerFields } from './announced-advice.ts';
import { announcedFacts } from './announced-facts.ts';
import { type AnnouncedView, announcedView, progressOf } from './view/announced.ts';
import { summaryOf } from './view/summary.ts';

const card: CardOf<'announced'> = ({ takeover: id, stage }, shown) => {
  const { notice, dependencies } = shown;
  const takeover = dependencies.store.get('takeovers', id);
  if (!takeover || !('person' in notice.to)) return undefined;
  const { person } = notice.to;
  const isPurchaser = person === takeover.purchase.purchaser?.id;
  if (!isPurchaser && !takeover.holders.ids.includes(person)) return formerCard(takeover, shown);
  const view = announcedView(takeover, { stage, who: isPurchaser ? 'purchaser' : 'holder', person }, shown);
  const isOld = stage === 'before' && (view.hasEnded || isAnnouncedAnew(takeover, person, shown));
  // Something newer is announced in any case, so a notice that was not delivered in time is not sent.
  if (isOld && !notice.delivered) return undefined;
  return report(isOld ? { ...frameOf(view), paragraphs: [view.language.t('takeoverCard.newer')] } : reportOf(view));
};

export const announced: NoticeKind<'announced'> = { card, urgency: 4, audience: 'addressee' };

/** For people who bought it and no longer own it, or no longer have a licence of it: Microsoft shows so since they were told. */
function formerCard(takeover: Takeover, shown: Shown): Card | undefined {
  const { language, notice } = shown;
  if (!notice.delivered) return undefined;
  const wasHolder = 'person' in notice.to && takeover.revisedFrom?.includes(notice.to.person) === true;
  const text = language.t(wasHolder ? 'announced.formerHolder' : 'announced.former', summaryOf(takeover, shown).names);
  return report({ paragraphs: [text], notes: [notice.id], summary: text, fallback: helpFallback(language) });
}

function helpFallback({ t, words }: Shown['language']): string {
  return t('fallback', { command: words.commands.help.names[0] });
}

/** It was approved once more since this notice, and announced anew. */
function isAnnouncedAnew(takeover: Takeover, person: string, { notice, dependencies }: Shown): boolean {
  return toldBefore(dependencies.store, takeover, person).some(({ createdAt }) => createdAt > notice.createdAt);
}

function frameOf(view: AnnouncedView) {
  const title = titleOf(view);
  return {
    title,
    notes: [view.notice.id],
    summary: `${title} · ${view.names.product}`,
    fallback: helpFallback(view.language),
  };
}

function reportOf(view: AnnouncedView): Report {
  return {
    ...frameOf(view),
    paragraphs: present(progressText(view), whatText(view)),
    sections: [{ facts: announcedFacts(view) }, ...ownAnswer(view), ...adviceSections(view)],
    ...answerFields(view),
    links: announcedLinks(view),
  };
}

function titleOf({ stage, who, off, fate, language: { t } }: AnnouncedView): string {
  // It has come about by itself: for its reader, it has happened.
  if (off === 'over') return t(`announced.title.after.${who === 'purchaser' ? who : 'cancel'}`);
  if (off === 'begun') return t('announced.title.begun');
  if (stage === 'called-off') return t('announced.title.called-off');
  if (who === 'purchaser') return t(`announced.title.${stage}.purchaser`);
  return t(`announced.title.${stage}.${fate}`);
}

/** How far it is, unless that is just what was announced. */
function progressText(view: AnnouncedView): string | undefined {
  const { stage, state, isObjected, isPaused, language } = view;
  if (stage !== 'before' || (state === 'approved' && !isObjected && !isPaused)) return undefined;
  return language.t(`announced.when.${progressOf(view)}`);
}

function whatText(view: AnnouncedView): string {
  const { stage, who, off, fate, act, isShort, seatsEnd, names, language } = view;
  const { t } = language;
  if (stage === 'called-off') return t(`announced.off.${who}.${off ?? 'untouched'}`, names);
  if (isShort) return t('announced.after.someMoved', names);
  const moves = seatsEnd ? 'moveEnds' : 'move';
  if (who === 'holder') return t(`announced.${stage}.holder.${fate === 'move' ? moves : fate}`, names);
  return t(`announced.${stage}.purchaser.${act === 'move' ? moves : act}`, names);
}

function ownAnswer({ notice: { answer }, requester, isOverruled, language: { t } }: AnnouncedView): readonly Section[] {
  if (!answer) return [];
  const title = present(t(`purchaserAnswer.${answer.what}`), answer.words).join(' · ');
  const fate = isOverruled ? 'announced.goesOn' : 'asked.passedOn';
  const passedOn = answer.what === 'objected' && { text: t(fate, { name: requester }) };
  return [{ heading: t('asked.yourAnswer'), lines: [{ title, ...passedOn }] }];
}

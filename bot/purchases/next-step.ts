/** What an admin can decide about a purchase, and which of it is best done next. */
import { type Button, shorten } from '../../cards/card.ts';
import { when } from '../../cards/when.ts';
import type { Notice } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { noticesAbout } from '../core/delivery-history.ts';
import { shortName } from '../core/lines.ts';
import { calledIn } from '../people/told-apart.ts';
import { hasLeft, inHand, inReview, isLive, type Row } from './purchase-index.ts';
import { purchaserName } from './wording.ts';

/** The facts below have it whole. */
const longestName = 80;

/** One step, and why it is this one. */
export interface Step {
  /** Null where it is the reader's to choose. */
  verb: 'approval' | 'ask' | 'classify' | 'takeover' | 'waiting' | null;
  advice: string;
}

/** Undefined where nothing is to be done, or others see to it. */
export function nextStep(row: Row, context: Context): Step | undefined {
  const { purchase } = row;
  const { speaker, language, now } = context;
  const { t, format } = language;
  const decision = inHand(purchase, now);
  if (!isLive(purchase)) return undefined;
  const question = openQuestion(row, context);
  if (question) return { verb: 'waiting', advice: t('purchase.advice.answer', { name: question.by }) };
  if (!speaker.roles.has('admin')) return undefined;
  if (decision?.kind === 'takeover') return takeoverStep(decision.takeover, context);
  if (purchase.sure === 'unsure') return { verb: 'classify', advice: t('purchase.advice.unsure') };
  if (purchase.kind !== 'self-service' || purchase.purchaser === speaker.id) return undefined;
  const name = shorten(purchaserName(row, context), longestName);
  const review = inReview(purchase, now);
  if (review) return { verb: null, advice: t('purchase.advice.review', { date: format.date(review.until) }) };
  if (decision?.kind === 'in-hand' && decision.by === speaker.id)
    return { verb: 'takeover', advice: t('purchase.advice.mine', { date: format.date(decision.until) }) };
  if (decision) return undefined;
  if (!purchase.purchaser) return { verb: 'takeover', advice: t('purchase.advice.nobody') };
  if (hasLeft(row)) return { verb: 'takeover', advice: t('purchase.advice.left', { name }) };
  return { verb: 'ask', advice: t('purchase.advice.ask', { name }) };
}

const advised = ['pending', 'approved', 'running', 'waiting', 'end', 'stopped', 'failed'] as const;

function isAdvised(state: string | undefined): state is (typeof advised)[number] {
  return advised.some((each) => each === state);
}

/** What is to be done about one that is taken over depends on how far that is. */
function takeoverStep(id: string, { language: { t }, dependencies: { store } }: Context): Step | undefined {
  const takeover = store.get('takeovers', id);
  const state = takeover?.state === 'waiting' && takeover.ending === 'guided' ? 'end' : takeover?.state;
  return isAdvised(state) ? { verb: 'approval', advice: t(`purchase.advice.takeover.${state}`, { id }) } : undefined;
}

interface Question {
  notice: Notice['id'];
  /** The name of the person who asks. */
  by: string;
}

/** What the reader was asked as its purchaser and has not answered yet. */
function openQuestion({ purchase }: Row, { speaker, dependencies: { store }, now }: Context): Question | undefined {
  if (purchase.purchaser !== speaker.id || inHand(purchase, now)?.kind !== 'asked') return undefined;
  for (const { id, to, saying, delivered, answer } of noticesAbout(store, purchase.id)) {
    const isOpen = delivered && !answer && 'person' in to && to.person === speaker.id;
    if (isOpen && saying.card === 'asked') return { notice: id, by: shortName(calledIn(store, saying.by)) };
  }
  return undefined;
}

/** The next step first, in colour. */
export function decidingButtons(row: Row, step: Step | undefined, context: Context): Button[] {
  return buttonsOf(row, step, context)
    .map((button): Button => (button.verb === step?.verb ? { ...button, style: 'positive' } : button))
    .sort((a, b) => Number(b.style === 'positive') - Number(a.style === 'positive'));
}

function buttonsOf(row: Row, step: Step | undefined, context: Context): Button[] {
  const {
    speaker,
    language: { t },
    now,
  } = context;
  const question = openQuestion(row, context);
  if (question) return [press(t('button.answer', { name: question.by }), 'waiting', { notice: question.notice })];
  const { id: of, purchaser, kind } = row.purchase;
  const decision = inHand(row.purchase, now);
  if (!speaker.roles.has('admin') || !isLive(row.purchase)) return [];
  if (decision?.kind === 'takeover')
    return [press(`${t('button.open')} ${decision.takeover}`, 'approval', { request: decision.takeover })];
  const settle = when(step?.verb === 'classify', press(t('button.settle'), 'classify', { purchase: of }));
  if (kind !== 'self-service') return [...settle];
  const isOwn = purchaser === speaker.id;
  const isFree = !decision || (decision.kind === 'in-hand' && decision.by === speaker.id);
  // Who can't be asked is not asked: what they bought is taken over.
  const isAskable = purchaser !== null && !isOwn && isFree && !hasLeft(row) && settle.length === 0;
  const takeOver = when(!isOwn, press(t('button.takeOver'), 'takeover', { purchase: of }));
  const ask = when(isAskable, press(t('button.ask'), 'ask', { purchase: of }));
  if (inReview(row.purchase, now)) return [...reviewButtons(of, { takeOver, ask }, t)];
  const isMine = decision?.by === speaker.id;
  const isKept = decision?.kind === 'kept';
  return [
    ...settle,
    ...takeOver,
    ...when(!isMine && !isKept, press(t('button.take'), 'take', { purchase: of })),
    ...when(decision !== undefined, press(t(isKept ? 'button.letGo' : 'button.release'), 'release', { purchase: of })),
    ...ask,
    ...when(!decision || isMine, press(t('button.keep'), 'keep', { purchase: of })),
  ];
}

/** What a review can be answered with. */
export function reviewButtons(
  purchase: string,
  { takeOver, ask }: { takeOver: readonly Button[]; ask: readonly Button[] },
  t: Context['language']['t'],
): Button[] {
  return [
    press(t('button.keepYear'), 'keep', { purchase, again: 'again' }),
    ...takeOver,
    ...ask,
    press(t('button.letGo'), 'release', { purchase }),
  ];
}

/** The facts that every card about a takeover shows, worked out once. */

import { type Link, shorten } from '../../../../cards/card.ts';
import { present } from '../../../../cards/when.ts';
import { isIdle, isReadOnly } from '../../../../store/hold.ts';
import type { Act, Finding, Takeover, TakeoverState } from '../../../../store/records.ts';
import { openObjections } from '../../../../store/takeover/advance.ts';
import { noticeEnd, renewalOf } from '../../../../store/takeover/deadlines.ts';
import { ends } from '../../../../store/takeover/table.ts';
import { contactLinks, contactName } from '../../../core/contact.ts';
import { shortName } from '../../../core/lines.ts';
import type { Language } from '../../../language/index.ts';
import { isNamesake } from '../../../microsoft/departmental.ts';
import { calledIn } from '../../../people/told-apart.ts';
import { seatsOf } from '../../../purchases/wording.ts';
import { endsWithPurchase } from '../../state/departmental.ts';
import { causeText } from '../causes.ts';
import type { Told } from './viewer.ts';

export interface TakeoverSummary {
  language: Language;
  id: Takeover['id'];
  /** The id of the purchase. */
  purchase: string;
  act: Act['kind'];
  state: TakeoverState;
  hasEnded: boolean;
  /** Somebody objects and has no answer yet. */
  isObjected: boolean;
  /** It goes on once Purser may change something at Microsoft again, and its times move by as long. */
  isPaused: boolean;
  /** The same in a sentence, in a read-only pilot; a hold is told at the head of every answer. */
  paused: string | undefined;
  /** Short enough for a sentence. */
  names: { product: string; purchaser: string /** Empty where nobody is moved. */; target: string };
  requester: string;
  /** "12 seats" */
  seats: string;
  /** Nobody takes the old seats one by one: each ends with the purchase. */
  seatsEnd: boolean;
  /** They get a product of another name. */
  otherProduct: boolean;
  /** How many people it is about. */
  count: number;
  /** When it begins, or could at the earliest while nobody has decided; undefined once it has begun, or won't. */
  start: Date | undefined;
  /** "Cancel Visio Plan 2 bought by Adele Vance; 12 people lose it on 26 Nov 2026" */
  title: string;
  /** "Waits for a decision" */
  stateText: string;
  /** "Waits for a decision · TK-4 · P-12" */
  stateLine: string;
  /** "TK-4 · P-12" */
  numbers: string;
  /** How many nobody knows may lose access as well. */
  unnamed: number;
  /** In the requester's words; of a cancellation also which of the reasons. */
  why: string;
  /** The person or team that answers questions. */
  contact: { name: string; links: readonly Link[] };
}

export function summaryOf(takeover: Takeover, told: Told): TakeoverSummary {
  const { language } = told;
  const { id, state, purchase, act } = takeover;
  const text = stateText(state, language);
  return {
    ...{ language, id, state, purchase: purchase.id, act: act.kind },
    hasEnded: ends.has(state),
    isObjected: openObjections(takeover).length > 0,
    isPaused: !ends.has(state) && isIdle(told.dependencies.store),
    paused: pausedText(state, told),
    names: namesIn(takeover, told),
    requester: shortName(calledIn(told.dependencies.store, takeover.requester)),
    seats: seatsOf(purchase.quantity, told),
    seatsEnd: endsWithPurchase(takeover, told.dependencies.store),
    count: takeover.holders.ids.length,
    start: startOf(takeover, told),
    title: titleOf(takeover, told),
    stateText: text,
    stateLine: [text, id, purchase.id].join(' · '),
    numbers: [id, purchase.id].join(' · '),
    unnamed: unnamedIn(takeover.findings),
    otherProduct: getsOther(act, purchase.product),
    why: whyWanted(takeover, language),
    contact: { name: contactName(told), links: contactLinks(told) },
  };
}

/** "Move 12 holders": what would be done, in a row that names the product itself. */
export function actText({ act, holders }: Pick<Takeover, 'act' | 'holders'>, { t }: Pick<Language, 't'>): string {
  return act.kind === 'cancel' && holders.known === 'unsure'
    ? t('approvals.act.cancelUnnamed')
    : t(`approvals.act.${act.kind}`, { count: holders.ids.length });
}

/** They are moved to a product of another name, which need not do what theirs does. */
export function getsOther(act: Takeover['act'], product: string): boolean {
  return act.kind === 'move' && !isNamesake(act.to.product, product);
}

/** Seats whose holders nobody knows. */
export function unnamedIn(findings: readonly Finding[]): number {
  return findings.find((finding) => finding.what === 'unnamed')?.count ?? 0;
}

function pausedText(state: TakeoverState, { dependencies: { store }, language: { t } }: Told): string | undefined {
  if (ends.has(state) || !isReadOnly(store)) return undefined;
  return t(state === 'waiting' ? 'takeoverCard.pausedEnding' : 'takeoverCard.paused');
}

function namesIn(
  { purchase, act }: Takeover,
  { language: { t }, dependencies: { store } }: Told,
): TakeoverSummary['names'] {
  return {
    product: shortName(purchase.product),
    purchaser: purchase.purchaser ? shortName(calledIn(store, purchase.purchaser)) : t('purchases.unknownPurchaser'),
    target: act.kind === 'move' ? shortName(act.to.product) : '',
  };
}

/** A title has room for two products, a person, and what is done to them. */
const longestInTitle = 50;

function titleOf(takeover: Takeover, told: Told): string {
  const { t, format } = told.language;
  const { act, holders, state } = takeover;
  const { product, purchaser, target } = namesIn(takeover, told);
  const isUnnamed = act.kind === 'cancel' && holders.known === 'unsure';
  const text = t(
    isUnnamed ? 'takeoverCard.cancelUnnamed' : `takeoverCard.${state === 'done' ? 'did' : 'act'}.${act.kind}`,
    {
      count: holders.ids.length,
      product: shorten(product, longestInTitle),
      purchaser: shorten(purchaser, longestInTitle),
      target: shorten(target, longestInTitle),
    },
  );
  const start = act.kind === 'cancel' ? startOf(takeover, told) : undefined;
  return start ? t('takeoverCard.on', { act: text, date: format.date(start) }) : text;
}

function startOf({ state, notBefore, purchase }: Takeover, { now, dependencies }: Told): Date | undefined {
  const { noticeDays, calendar } = dependencies.config.takeovers;
  if (state === 'pending') return noticeEnd(now, noticeDays, renewalOf(purchase, calendar), calendar);
  return state === 'approved' && notBefore ? new Date(notBefore) : undefined;
}

function stateText(state: TakeoverState, { t }: Language): string {
  const text = t(`takeover.state.${state}`);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function whyWanted({ act, why }: Takeover, { t }: Language): string {
  return present(act.kind === 'cancel' && causeText(act.reason, t), why).join(' · ') || t('asked.noReason');
}

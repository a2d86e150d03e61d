/**
 * What is told of each purchase by the clock, once: 30, 7 and 1 days before it renews or ends, a warning or suspension, a purchaser who
 * left, and what came of it in the end [37, 63, 64]. Pure.
 */
import type { DueKind, Purchase, Watched } from '../../store/records.ts';
import { isFree } from '../purchases/free-products.ts';
import { hasLeft, inHand, isLive, type Row } from '../purchases/purchase-index.ts';

/** The soonest last. */
const daysBefore = [30, 7, 1] as const;

const dayMs = 86_400_000;

export interface Looking {
  now: Date;
  /** Where the organisation is. */
  today: string;
  /** Nothing was ever looked at: what has passed by then is not made up for, beyond a week. */
  isFirst: boolean;
  /** A purchaser is told of so long after they left. */
  leaverDays: number;
}

export interface Told {
  kind: DueKind;
  /** Until it renews or ends, where that is to come. */
  days: number | null;
}

/** What there is to tell of it now, and what is remembered of that. */
export interface Looked {
  told: readonly Told[];
  watched: Watched;
}

export function lookAt(row: Row, before: Watched | undefined, looking: Looking): Looked {
  const { purchase } = row;
  const { id, nextAt: next, trial, status } = purchase;
  const known = before ?? { id, next, told: null, trial, monthly: false, status, left: false };
  const monthly = isMonthly(purchase, known, looking);
  const outcome = outcomeOf(purchase, { ...known, monthly }, looking);
  // Until it is known what came of a date, that date stands.
  const isOpen = outcome === undefined && known.told !== null && known.next !== null && known.next < looking.today;
  const isOver = known.next !== null && known.next < looking.today;
  // A monthly term that went on stays told of; whatever else came to its date, or got another before it, begins anew.
  const told = monthly && isOver && isLive(purchase) ? known.told : null;
  const kept = outcome?.kind === 'ended' || (known.next !== next && !isOpen) ? { ...known, next, told } : known;
  const quiet = isQuiet(row, looking.now);
  const due = quiet || isOpen ? undefined : dueOf(purchase, { told: kept.told, monthly }, looking);
  const left = quiet ? undefined : leftOf(row, known, looking);
  const state = quiet || looking.isFirst || !before ? undefined : stateOf(purchase, known);
  return {
    told: [outcome, due?.told, state, left?.told].filter((each) => each !== undefined),
    watched: {
      ...kept,
      trial,
      monthly,
      status,
      told: due?.step ?? kept.told,
      left: left?.known ?? known.left,
    },
  };
}

/** Somebody sees to it, or nobody must decide about it. */
export function isQuiet(row: Row, now: Date): boolean {
  const { purchase } = row;
  return purchase.kind !== 'self-service' || !isLive(purchase) || isFree(row) || inHand(purchase, now) !== undefined;
}

/** Bought and due within a few days of the year, it is a yearly term. */
const mostDaysOff = 5;
const yearDays = 365.25;

/** Its term is no number of whole years, or it went on for less than one; of a trial every end counts. */
function isMonthly(
  { createdAt, nextAt, trial }: Purchase,
  { next, monthly }: Pick<Watched, 'next' | 'monthly'>,
  { today }: Looking,
): boolean {
  if (trial || !nextAt) return false;
  const wentOn = next !== null && next < today && next < nextAt && daysBetween(next, nextAt) < 300;
  return monthly || wentOn || (createdAt !== null && isNoYears(daysBetween(createdAt, nextAt)));
}

function isNoYears(days: number): boolean {
  const years = Math.round(days / yearDays);
  return years === 0 || Math.abs(days - years * yearDays) > mostDaysOff;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** @returns the step that has come, and what is told of it; the step alone where it passed before anybody looked */
function dueOf(
  { nextAt, trial }: Purchase,
  { told, monthly }: Pick<Watched, 'told' | 'monthly'>,
  { today, isFirst }: Looking,
): { step: number; told: Told | undefined } | undefined {
  const days = nextAt === null ? -1 : daysBetween(today, nextAt);
  const step = nearest(days);
  if (days < 0 || step === null || (told !== null && (told <= step || monthly))) return undefined;
  // Of a monthly term the week before is soon enough.
  if (monthly && days > 7) return undefined;
  const hasPassed = isFirst && days > 7 && days < 30;
  return { step, told: hasPassed ? undefined : { kind: trial ? 'trial' : 'due', days } };
}

/** The last of the days before that have come: 30, 7 or 1. */
function nearest(days: number): number | null {
  return daysBefore.findLast((each) => days <= each) ?? null;
}

const states: Partial<Record<Purchase['status'], DueKind>> = { Warning: 'warning', Suspended: 'suspended' };

function stateOf({ status }: Purchase, known: Watched): Told | undefined {
  const kind = status === known.status ? undefined : states[status];
  return kind && { kind, days: null };
}

/** Only of what was told before. */
function outcomeOf(purchase: Purchase, { next, told, trial, monthly }: Watched, { today }: Looking): Told | undefined {
  if (told === null || next === null || next >= today) return undefined;
  if (!isLive(purchase)) return { kind: 'ended', days: null };
  if (purchase.nextAt === null || purchase.nextAt <= next) return undefined;
  if (trial && !purchase.trial) return { kind: 'paid', days: null };
  return monthly ? undefined : { kind: 'renewed', days: null };
}

function leftOf(
  row: Row,
  { left }: Watched,
  { now, isFirst, leaverDays }: Looking,
): { told: Told | undefined; known: boolean } {
  if (!hasLeft(row)) return { told: undefined, known: false };
  const since = row.purchaser?.leftAt ? Date.parse(row.purchaser.leftAt) : 0;
  if (left || isFirst) return { told: undefined, known: true };
  if (now.getTime() - since < leaverDays * dayMs) return { told: undefined, known: false };
  return { told: { kind: 'left', days: null }, known: true };
}

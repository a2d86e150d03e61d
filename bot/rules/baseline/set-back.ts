/**
 * Rules that are no longer what the baseline wants, and products Microsoft has added. The chats that asked for alerts are told
 * in the transaction of the reading that found them, and Purser sets the rules back by itself if an admin has said so.
 */
import { isDeepStrictEqual } from 'node:util';
import { audit, type News, purserItself } from '../../../store/audit.ts';
import { isIdle } from '../../../store/hold.ts';
import { idOf, notify, subscribers } from '../../../store/notices.ts';
import type { Change, DesiredRule, Rule } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import type { Run } from '../../sync/sync-part.ts';
import { valuesFor } from '../catalogue/products.ts';
import { wantedFor } from '../catalogue/wanted.ts';
import { applyChange } from '../change/job.ts';
import { itemOf } from '../change/plan.ts';
import { showBulletins } from '../change/posted-bulletins.ts';
import { lists, noticesOfDrift, showDrift } from '../change/posted-drift.ts';
import { type Drift, lacksReason, newProducts } from './desired.ts';
import { type Drifted, driftNow, isOpen, newsAt } from './drift.ts';

/** What one reading of the rules found. */
export interface Found {
  appeared: readonly Rule[];
  changed: readonly Rule[];
}

/** Called after every reading of the rules, also one that found nothing: an exception may have ended. */
export function afterRules(tx: Transaction, { appeared, changed, run }: Found & { run: Run }, now: Date): void {
  // Nobody can buy a switch.
  const added = appeared.filter(({ surface }) => surface !== 'switch');
  for (const rule of added) follow(tx, rule, now);
  const open = driftNow(tx, now).filter(isOpen);
  const change = actsAlone(tx) ? setBack(tx, open.filter(isLeftToPurser), { by: null, at: now }) : undefined;
  const gone = [...tx.all('rules')].filter(({ goneAt }) => goneAt === now.toISOString());
  showDrift(tx, [...changed, ...gone], { at: now });
  notifyOfDrift(tx, { open, added, change: change?.id ?? null, run: run.at }, now);
}

/** Purser sets back what it has not tried in vain; what would let people buy more, only where somebody has said why. */
function isLeftToPurser(drifted: Drifted): boolean {
  return drifted.status.kind !== 'stuck' && !lacksReason(drifted);
}

/** A new product follows what is wanted for new products; where it doesn't have that value, it gets the narrowest one. */
function follow(tx: Transaction, rule: Rule, now: Date): void {
  const wanted = wantedFor({ id: newProducts }, tx.all('wishes'), now);
  if (!wanted || tx.get('wishes', rule.id)) return;
  const value = valuesFor(rule).includes(wanted.value) ? wanted.value : 'Disabled';
  const { by, why } = wanted.desired;
  const desired: DesiredRule = { id: rule.id, value, by, at: now.toISOString(), until: null, otherwise: null, why };
  putDesired(tx, desired, { name: rule.name, by: purserItself });
}

export function setsBackAlone(reader: Pick<Reader, 'get'>): boolean {
  return reader.get('marks', 'drift')?.value === 'fix';
}

/** On hold, and in a read-only pilot, Purser orders nothing by itself; the first reading after it looks anew. */
export function actsAlone(reader: Pick<Reader, 'get'>): boolean {
  return setsBackAlone(reader) && !isIdle(reader);
}

export function setAlone(tx: Transaction, isAlone: boolean, { by, at }: Decided): void {
  if (setsBackAlone(tx) === isAlone) return;
  const [before, after] = isAlone ? ['ask', 'fix'] : ['fix', 'ask'];
  tx.put('marks', { id: 'drift', value: after });
  showBulletins(tx, at);
  auditDesired(tx, { actor: by, at: at.toISOString(), product: null, before, after, why: null });
}

interface Decided {
  by: DesiredRule['by'];
  at: Date;
}

interface SettingBack {
  /** Null where Purser does it by itself. */
  by: Change['by'];
  at: Date;
  /** The reason somebody gave; `baseline` where nothing else is needed. */
  why?: string | undefined;
}

export function setBack(
  tx: Transaction,
  drift: readonly Drift[],
  { by, at, why = 'baseline' }: SettingBack,
): Change | undefined {
  if (drift.length === 0) return undefined;
  const items = drift.map(({ rule, wanted }) => itemOf(rule, wanted.value));
  const planned: Change = {
    ...{ id: tx.nextId('CH'), by, at: at.toISOString(), why, undoes: null },
    ...{ state: 'planned', job: null, items },
  };
  const change = applyChange(tx, planned, { now: at });
  const rules = drift.map(({ rule }) => rule);
  showDrift(tx, rules, { at, change: change.id });
  return change;
}

/** What is written in the journal beside a desired rule: whose decision it is, and what Microsoft calls the rule. */
interface About {
  name: string | null;
  by: DesiredRule['by'];
}

export function putDesired(tx: Transaction, desired: DesiredRule, { name, by }: About): void {
  const before = tx.get('wishes', desired.id);
  tx.put('wishes', desired);
  if (desired.id === newProducts) showBulletins(tx, new Date(desired.at));
  const [was, is] = [before ? told(before) : null, told(desired)];
  auditDesired(tx, { actor: by, at: desired.at, product: name, before: was, after: is, why: desired.why });
}

export function dropDesired(tx: Transaction, desired: DesiredRule, { name, by, at }: About & Decided): void {
  tx.delete('wishes', desired.id);
  if (desired.id === newProducts) showBulletins(tx, at);
  auditDesired(tx, { actor: by, at: at.toISOString(), product: name, before: told(desired), after: null, why: null });
}

function auditDesired(tx: Transaction, news: Omit<News, 'action' | 'purchase' | 'purchaser'>): void {
  audit(tx, { ...news, action: 'wished', purchase: null, purchaser: null });
}

/** As the journal keeps it: `Disabled`, `Enabled, 2026-12-31T23:00:00.000Z` */
function told({ value, until }: DesiredRule): string {
  return until ? `${value}, ${until}` : value;
}

interface DriftNews {
  open: readonly Drifted[];
  added: readonly Rule[];
  change: Change['id'] | null;
  /** When the sync that found it began. */
  run: string;
}

/** One card for each chat and sync. Each drift is told once, until the rule is right and drifts again. */
function notifyOfDrift(tx: Transaction, { open, added, change, run }: DriftNews, now: Date): void {
  const isAdded = ({ rule }: Drift): boolean => added.some(({ id }) => id === rule.id);
  const toldBefore = noticesOfDrift(tx);
  for (const to of subscribers(tx, 'alerts')) {
    const before = toldBefore.filter((notice) => isDeepStrictEqual(notice.to, to));
    const isTold = (drifted: Drifted): boolean =>
      before.some((notice) => lists(notice.saying, drifted.rule.id) && notice.createdAt >= newsAt(drifted));
    const drifted = open.filter((each) => !isAdded(each) && !isTold(each)).map(({ rule }) => rule.id);
    if (drifted.length === 0 && added.length === 0) continue;
    const saying = { card: 'drift', drifted, added: added.map(({ id }) => id), change } as const;
    notify(tx, { key: `drift ${run} ${idOf(to)}`, to, saying }, now);
  }
}

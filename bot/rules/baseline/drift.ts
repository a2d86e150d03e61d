/**
 * How the rules compare with the baseline: which have drifted, since when, and what is being done about it. All of it follows
 * from records that are kept anyway: rules, desired rules, changes and the journal.
 */
import type { Change, Entry, Rule } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { type Drift, driftIn } from './desired.ts';

/**
 * Why a rule is not what the baseline wants. `running`: a change is setting it back. `meant`: a person set it so with Purser,
 * after the baseline was decided. `stuck`: Purser set it back by itself too often, and asks from then on.
 */
export type DriftStatus = { kind: 'open' } | { kind: 'running' | 'meant' | 'stuck'; change: Change };

export interface Drifted extends Drift {
  /** Since when it has drifted. */
  since: string;
  /** The sync found it changed outside Purser, after the baseline was decided. */
  found: Entry | undefined;
  status: DriftStatus;
  /** The last change that should have set it back, and failed. */
  failed: Change | undefined;
}

export function driftNow(reader: Reader, now: Date): Drifted[] {
  const drift = driftIn(reader.all('rules'), reader.all('wishes'), now);
  if (drift.length === 0) return [];
  const changes = [...reader.all('changes')];
  const found = foundOutside(reader, drift);
  return drift.map((each) => {
    const entry = found.get(each.rule.name);
    const outside = entry && entry.at >= each.wanted.since ? entry : undefined;
    const since = latest(each.wanted.since, outside?.at, each.rule.setAt);
    const about = changes.filter(({ items, state }) => state !== 'dropped' && has(items, each.rule.id));
    const failed = about.findLast((change) => change.at >= since && hasFailed(change, each));
    return { ...each, since, found: outside, failed, status: statusOf(each, { since, outside, about }) };
  });
}

/** Nobody has decided it, and nothing is being done about it. */
export function isOpen({ status }: Drifted): boolean {
  return status.kind === 'open' || status.kind === 'stuck';
}

/** Since when it is news: a card from before told of something else. */
export function newsAt({ since, status }: Drifted): string {
  if (status.kind !== 'stuck') return since;
  return new Date(Date.parse(status.change.at) + 1).toISOString();
}

export function has(items: Change['items'], rule: Rule['id']): boolean {
  return items.some((item) => item.rule === rule);
}

function hasFailed({ state, items }: Change, { rule, wanted }: Drift): boolean {
  return (
    state === 'ended' && items.some((item) => item.rule === rule.id && item.wanted === wanted.value && !item.after)
  );
}

interface History {
  since: string;
  /** The sync found the rule changed outside Purser. */
  outside: Entry | undefined;
  /** The changes that were about this rule. */
  about: readonly Change[];
}

function statusOf({ rule, wanted }: Drift, { since, outside, about }: History): DriftStatus {
  const running = about.findLast(({ state }) => state === 'running');
  if (running) return { kind: 'running', change: running };
  const decided = latest(wanted.since, about.findLast(({ by, state }) => by && state === 'ended')?.at);
  const stuck = triesIn(about, since, decided);
  if (stuck) return { kind: 'stuck', change: stuck };
  const last = about.findLast(({ items }) => setsTo(items, rule));
  const isLast = (rule.setAt ?? '') > latest(wanted.since, outside?.at);
  return last?.by && isLast ? { kind: 'meant', change: last } : { kind: 'open' };
}

function setsTo(items: Change['items'], { id, value }: Rule): boolean {
  return items.some(({ rule, after }) => rule === id && after === value);
}

/** Purser gives up on a rule that somebody keeps changing, or that Microsoft does not keep. */
export const mostTries = 3;
const dayMs = 86_400_000;

/** The try that was one too many; undefined while it may be tried again, and once it has held for a day. */
function triesIn(about: readonly Change[], since: string, decided: string): Change | undefined {
  const tries = about.filter(({ by, at }) => !by && at >= decided).slice(-mostTries);
  const [first, last] = [tries.at(0), tries.at(-1)];
  if (!first || !last || tries.length < mostTries) return undefined;
  const isOften = Date.parse(last.at) - Date.parse(first.at) < dayMs;
  const hadHeld = Date.parse(since) - Date.parse(last.at) >= dayMs;
  return isOften && !hadHeld ? last : undefined;
}

/** The newest such entry of each rule; entries older than every desired rule don't matter. */
function foundOutside(reader: Reader, drift: readonly Drift[]): Map<string, Entry> {
  const names = new Set(drift.map(({ rule }) => rule.name));
  const oldest = drift.map(({ wanted }) => wanted.since).sort()[0] ?? '';
  const found = new Map<string, Entry>();
  for (let number = reader.get('counters', 'A')?.last ?? 0; number > 0 && found.size < names.size; number--) {
    const entry = reader.get('audit', `A-${number}`);
    if (!entry || entry.at < oldest) break;
    const name = entry.product ?? '';
    if (entry.action === 'rule-found' && names.has(name) && !found.has(name)) found.set(name, entry);
  }
  return found;
}

function latest(...instants: (string | null | undefined)[]): string {
  return instants.reduce<string>((last, each) => (each && each > last ? each : last), '');
}

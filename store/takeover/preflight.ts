/**
 * What is known before a takeover that could go wrong in it, from facts alone: looked at before the request, and again as the
 * first step of the run.
 */
import type { Finding, HolderSource } from '../records.ts';
import { isTold } from './fingerprint.ts';

/** A licence somebody has: given to them, or by a group, where only a change of the group takes it away. */
export type Given = 'direct' | 'group';

/** What Microsoft says of someone on the list. */
export interface HolderFacts {
  id: string;
  /** Microsoft has this person no more. */
  left: boolean;
  /** From another organisation, invited into this one. */
  guest: boolean;
  enabled: boolean;
  /** Without one Microsoft assigns nothing ("invalid usage location"); null where it was not read. */
  usageLocation: boolean | null;
  /** By SKU. */
  licences: ReadonlyMap<string, Given>;
}

/** Seats beside those that count: of subscriptions that have expired but still work, and of suspended ones. */
interface Lapsed {
  warning?: number | undefined;
  suspended?: number | undefined;
}

/** A product that could be moved to; `free` is enabled − consumed, less than none where more are in use; null: not read. */
export interface Target extends Lapsed {
  sku: string;
  product: string;
  free: number | null;
  /** There may be more, and nobody knows: others belong to what people bought for themselves. */
  atLeast?: boolean;
  /** Of a SKU whose seats can't be assigned, nor kept once the purchase has ended. */
  departmental?: boolean;
}

export interface Scene {
  /** `quantity` is null where Microsoft gives none. */
  purchase: { sku: string; quantity: number | null };
  /** Who holds this very purchase; undefined where Microsoft doesn't say and nobody has picked them. */
  holders: { known: HolderSource; people: readonly HolderFacts[] } | undefined;
  /** The pool of the SKU: Microsoft pools all its subscriptions. Null where it was not read. */
  pool: ({ seats: number; used: number } & Lapsed) | null;
  act: { kind: 'move'; to: Target } | ({ kind: 'stay' } & Pick<Target, 'departmental'>) | { kind: 'cancel' };
}

export type Severity = 'blocks' | 'warns' | 'tells';

export const severities: Record<Finding['what'], Severity> = {
  'holders-unknown': 'blocks',
  'target-departmental': 'blocks',
  'target-short': 'blocks',
  'seats-unread': 'blocks',
  'pool-short': 'blocks',
  'list-short': 'blocks',
  unnamed: 'warns',
  'loses-access': 'warns',
  'no-usage-location': 'warns',
  'group-assigned': 'warns',
  guest: 'warns',
  disabled: 'warns',
  'list-long': 'warns',
  kept: 'warns',
  'pool-covers': 'tells',
  'nobody-holds-it': 'tells',
  'has-target': 'tells',
  'not-holding': 'tells',
  left: 'tells',
};

export function blocks(findings: readonly Finding[]): boolean {
  return findings.some(({ what }) => severities[what] === 'blocks');
}

/** Of these people alone: who has gone is no longer told of. */
export function findingsAbout(findings: readonly Finding[], people: readonly string[]): Finding[] {
  const here = new Set(people);
  return findings.flatMap((finding): Finding[] => {
    if (!('who' in finding)) return [finding];
    const who = finding.who.filter((id) => here.has(id));
    return who.length > 0 ? [{ ...finding, who }] : [];
  });
}

/** What blocks first, then what warns, then what is only told. */
export function preflight(scene: Scene): Finding[] {
  const { purchase, holders, pool } = scene;
  if (!holders) return [{ what: 'holders-unknown', bought: purchase.quantity, holding: pool?.used ?? null }];
  const found = [...seatFindings(scene, holders), ...listFindings(scene, holders), ...peopleFindings(scene, holders)];
  const order: Severity[] = ['blocks', 'warns', 'tells'];
  return order.flatMap((severity) => found.filter(({ what }) => severities[what] === severity));
}

/** Whom something is done for: who is still here and has a licence of it. */
export function affected(sku: string, people: readonly HolderFacts[]): readonly HolderFacts[] {
  return people.filter(({ left, licences }) => !left && licences.has(sku));
}

/** More seats in use than there are: those are missing too, before the first of the others is free. */
export function missingSeats(need: number, free: number): number {
  return need === 0 ? 0 : Math.max(0, need - free);
}

/** Seats of a pool for those who hold one, once a purchase of it has ended. What has expired still works. */
export function leftWithout(quantity: number, { seats, warning = 0 }: { seats: number } & Lapsed): number {
  return Math.max(0, seats + warning - quantity);
}

/** Only what there is: a finding is a record. */
function lapsedOf({ warning = 0, suspended = 0 }: Lapsed): { warning?: number; suspended?: number } {
  return { ...(warning > 0 && { warning }), ...(suspended > 0 && { suspended }) };
}

/** One seat for each who has none of the target yet [31]; those with enough first, so that the others can be shown as short. */
export function shortfalls(
  sku: string,
  people: readonly HolderFacts[],
  targets: readonly Target[],
): { target: Target; need: number; missing: number | null }[] {
  return targets
    .map((target) => {
      const need = affected(sku, people).filter(({ licences }) => !licences.has(target.sku)).length;
      return { target, need, missing: target.free === null ? null : missingSeats(need, target.free) };
    })
    .sort((a, b) => (a.missing ?? Number.MAX_SAFE_INTEGER) - (b.missing ?? Number.MAX_SAFE_INTEGER));
}

type Listed = NonNullable<Scene['holders']>;

/** Whether there is a seat for everybody who is to have one afterwards, on the list or not. */
function seatFindings({ purchase, act, pool }: Scene, { known, people }: Listed): Finding[] {
  const found: Finding[] = [];
  if ((act.kind === 'move' && act.to.departmental) || (act.kind === 'stay' && act.departmental))
    return [{ what: 'target-departmental' }];
  if (act.kind === 'move') {
    const [short] = shortfalls(purchase.sku, people, [act.to]);
    if (short && short.need > 0 && short.missing === null) found.push({ what: 'seats-unread' });
    if (short?.missing)
      found.push({
        ...{ what: 'target-short', need: short.need, free: act.to.free ?? 0, missing: short.missing },
        ...(act.to.atLeast && { atLeast: true }),
        ...lapsedOf(act.to),
      });
  }
  if (known === 'unsure' && act.kind !== 'stay') return [...found, ...unnamedFindings({ purchase, pool }, people)];
  // Where Microsoft tells who holds it, it has its seats for itself.
  if (isTold(known) && act.kind !== 'stay') return found;
  if (!pool || purchase.quantity === null) return [...found, { what: 'seats-unread' }];
  const left = leftWithout(purchase.quantity, pool);
  if (act.kind === 'stay') {
    const missing = Math.max(0, pool.used - left);
    const warning = Math.min(left, pool.warning ?? 0);
    const what = missing > 0 ? 'pool-short' : 'pool-covers';
    return [...found, { what, left, used: pool.used, missing, ...lapsedOf({ ...pool, warning }) }];
  }
  const missing = pool.used - affected(purchase.sku, people).length - left;
  return missing > 0 ? [...found, { what: 'list-short', missing }] : found;
}

/** As many as its seats have room for, and no more than hold the product. */
function unnamedFindings({ purchase, pool }: Pick<Scene, 'purchase' | 'pool'>, people: Listed['people']): Finding[] {
  const most = Math.min(purchase.quantity ?? Number.MAX_SAFE_INTEGER, pool?.used ?? Number.MAX_SAFE_INTEGER);
  const count = most - affected(purchase.sku, people).length;
  if (most === Number.MAX_SAFE_INTEGER) return [{ what: 'seats-unread' }];
  return count > 0 ? [{ what: 'unnamed', count }] : [];
}

function listFindings({ purchase }: Scene, { known, people }: Listed): Finding[] {
  const listed = affected(purchase.sku, people).length;
  if (known === 'unsure' && people.length === 0) return [];
  if (listed === 0) return [{ what: 'nobody-holds-it' }];
  if (purchase.quantity === null) return [];
  return listed > purchase.quantity ? [{ what: 'list-long', bought: purchase.quantity, listed }] : [];
}

function peopleFindings({ purchase: { sku }, act }: Scene, { people }: Listed): Finding[] {
  const here = affected(sku, people);
  const target = act.kind === 'move' ? act.to.sku : undefined;
  const hasTarget = ({ licences }: HolderFacts): boolean => target !== undefined && licences.has(target);
  const groups = [
    { what: 'loses-access', of: act.kind === 'cancel' ? here : [] },
    {
      what: 'no-usage-location',
      of: target ? here.filter((each) => each.usageLocation === false && !hasTarget(each)) : [],
    },
    {
      what: 'group-assigned',
      of: act.kind === 'stay' ? [] : here.filter((each) => each.licences.get(sku) === 'group'),
    },
    { what: 'guest', of: here.filter(({ guest }) => guest) },
    { what: 'disabled', of: here.filter(({ enabled }) => !enabled) },
    { what: 'has-target', of: here.filter(hasTarget) },
    { what: 'not-holding', of: people.filter(({ left, licences }) => !left && !licences.has(sku)) },
    { what: 'left', of: people.filter(({ left }) => left) },
  ] as const;
  return groups.flatMap(({ what, of }) => (of.length > 0 ? [{ what, who: of.map(({ id }) => id) }] : []));
}

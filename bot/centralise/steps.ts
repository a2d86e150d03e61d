/**
 * How far a product is on its way from people's own purchases to the organisation's [27]: the six steps of Microsoft's guide, derived
 * from what Purser knows. Nobody ticks anything off, so it is always true. Pure.
 */
import type { Entry, Notice, Person } from '../../store/records.ts';
import { missingSeats } from '../../store/takeover/preflight.ts';
import type { BoughtProduct, SeatPool } from '../licences/seat-pools.ts';
import { isLive, type Row } from '../purchases/purchase-index.ts';

export const steps = ['open', 'find', 'buy', 'export', 'assign', 'ask'] as const;
export type Step = (typeof steps)[number];
export type State = 'done' | 'under-way' | 'open';

export interface Situation {
  source: BoughtProduct;
  /** The product that holders are to have instead; undefined while the organisation has nothing of the kind. */
  target: SeatPool | undefined;
  /** The people who have the product, and those of them who lack the target. `known`: Microsoft has just told who lacks it. */
  holders: readonly Person[];
  lacking: readonly Person[];
  /** Who has the product, and can be given nothing any more: their ids. They count, too. */
  left: readonly string[];
  known: boolean;
  /** Licences are being given now. */
  assigning: boolean;
  /** The newest export of who holds it, no older than the newest purchase. */
  exported: Entry | undefined;
  /** The most urgent first. */
  purchases: readonly Fated[];
}

/** A purchase, what became of it, and the newest message that asked its purchaser to cancel. */
export interface Fated {
  row: Row;
  fate: Fate;
  asked: Notice | undefined;
}

/** `silent`: asked, and the time to answer is over. */
export type Fate = 'ended' | 'takeover' | 'left' | 'open' | 'asked' | 'seen' | 'objected' | 'silent';

/** Source and target are one product: Microsoft pools its seats, so nobody has to be given another licence. */
export function isPooled({ source, target }: Pick<Situation, 'source' | 'target'>): boolean {
  return source.sku === target?.sku;
}

/** How many seats must still be bought. */
export function missingOf(at: Situation): number {
  if (!at.target) return at.holders.length;
  const { used, central, room } = at.target;
  return isPooled(at) ? Math.max(0, used - central) : missingSeats(at.lacking.length, room.free);
}

export function stateOf(step: Step, at: Situation): State {
  return states[step](at);
}

const states: Record<Step, (at: Situation) => State> = {
  open: bought,
  find: bought,
  buy: bought,
  export: (at) => (at.exported || at.purchases.every(({ row }) => !isLive(row.purchase)) ? 'done' : 'open'),
  assign(at) {
    if (isPooled(at) || at.holders.length === 0 || (at.known && at.lacking.length === 0)) return 'done';
    return at.assigning || at.lacking.length < at.holders.length ? 'under-way' : 'open';
  },
  ask({ purchases }) {
    if (purchases.every(({ fate }) => fate === 'ended')) return 'done';
    return purchases.some(({ fate }) => !untouched.has(fate)) ? 'under-way' : 'open';
  },
};

const untouched: ReadonlySet<Fate> = new Set(['open', 'left']);

/** The first three are one act at Microsoft's shop, and only its outcome can be seen. */
function bought(at: Situation): State {
  if (!at.target?.central) return 'open';
  return missingOf(at) === 0 ? 'done' : 'under-way';
}

/** `licences csv 12: VISIO_PLAN2_DEPT`, as the export puts it on record. */
const exportedLicences = /^licences \w+ \d+(?:: (.+))?$/;

/** The newest export that told who holds this product: of everything, or of this product alone. */
export function exportOf(source: BoughtProduct, entries: Iterable<Entry>): Entry | undefined {
  const since =
    source.rows
      .map(({ purchase }) => purchase.firstSeenAt)
      .sort()
      .at(-1) ?? '';
  const names = new Set([source.sku, source.name.toLowerCase(), source.part.toLowerCase()]);
  let newest: Entry | undefined;
  for (const entry of entries) {
    if (entry.action !== 'exported' || entry.at < since) continue;
    const [whole, narrowed] = exportedLicences.exec(entry.after ?? '') ?? [];
    if (whole && (narrowed === undefined || names.has(narrowed.toLowerCase()))) newest = entry;
  }
  return newest;
}

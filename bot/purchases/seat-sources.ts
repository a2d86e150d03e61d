/**
 * Whose seats are whose, as far as Microsoft tells. Of the only live subscription of a SKU all holders are its own. Of others only
 * Microsoft's allotments can tell, and nothing is concluded from them unless they are whole and agree with who holds the SKU.
 */
import type { Allotment, HolderSource, Purchase } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { isLive } from './live.ts';

/** Why the holders of a purchase aren't known, though Microsoft was asked for its allotments. */
export type Untold = 'absent' | 'refused' | 'half' | 'pool' | 'unnamed' | 'contradiction';

export type Whose =
  | { known: Extract<HolderSource, 'sole' | 'allotted'>; ids: readonly string[]; at: string | null }
  /** `why` is undefined before Microsoft was asked. */
  | { known: null; why: Untold | undefined };

type Reading = Pick<Reader, 'get' | 'all'>;

/**
 * Undefined where the holders of its SKU were never read.
 *
 * @param live the live purchases of its SKU, where they are at hand
 */
export function whoseSeats(
  purchase: Purchase,
  reader: Reading,
  live: readonly Purchase[] = liveOf(purchase.sku, reader),
): Whose | undefined {
  const holding = reader.get('holdings', purchase.sku);
  if (!holding) return undefined;
  const others = live.filter(({ id }) => id !== purchase.id);
  if (isLive(purchase) && others.length === 0) return { known: 'sole', ids: holding.holders, at: null };
  return allotted({ purchase, others, holders: holding.holders }, reader);
}

function liveOf(sku: string, reader: Pick<Reader, 'all'>): Purchase[] {
  return [...reader.all('purchases')].filter((purchase) => purchase.sku === sku && isLive(purchase));
}

interface Sharing {
  purchase: Purchase;
  /** The other live ones of its SKU. */
  others: readonly Purchase[];
  /** Of the SKU. */
  holders: readonly string[];
}

function allotted({ purchase, others, holders }: Sharing, reader: Reading): Whose {
  const part = reader.get('parts', 'allotments');
  const said = part?.answer?.said;
  const keptFrom = part?.answer?.keptFrom;
  if (said !== 'whole' && !keptFrom) return { known: null, why: said };
  const lots = lotsOf(purchase.sku, reader);
  const mine = lots.filter((lot) => backs(lot, purchase));
  const untold = whyUntold(others, mine);
  if (untold) return { known: null, why: untold };
  const ids = agreed({ mine, lots, others, holders });
  if (ids) return { known: 'allotted', ids, at: keptFrom ?? part?.goodAt ?? null };
  // What was said some time ago need not agree with what is so now.
  return { known: null, why: keptFrom ? 'half' : 'contradiction' };
}

export function lotsOf(sku: string, reader: Pick<Reader, 'all'>): Allotment[] {
  return [...reader.all('allotments')].filter((lot) => lot.sku === sku);
}

/** Nobody has shown by which of its ids an allotment names a subscription. */
export function backs({ subscriptions }: Allotment, { subscription, commerceId }: Purchase): boolean {
  const ids = [subscription, commerceId].map((id) => id?.toLowerCase());
  return subscriptions.some((name) => ids.includes(name));
}

function whyUntold(others: readonly Purchase[], mine: readonly Allotment[]): Untold | undefined {
  if (mine.length === 0) return 'unnamed';
  if (mine.some(({ subscriptions }) => subscriptions.length > 1)) return 'pool';
  // The id of the one is the commerce id of another: nobody knows which is meant.
  const isTwo = mine.some((lot) => others.some((other) => backs(lot, other)));
  return isTwo ? 'contradiction' : undefined;
}

interface Compared {
  mine: readonly Allotment[];
  /** All of the SKU. */
  lots: readonly Allotment[];
  others: readonly Purchase[];
  holders: readonly string[];
}

/**
 * The people of these lots, where that agrees with who holds the SKU; undefined where it doesn't. Somebody who has seats of other
 * lots as well would lose those too: Graph takes all seats of a SKU together.
 */
function agreed({ mine, lots, others, holders }: Compared): string[] | undefined {
  const have = new Set(holders);
  if (mine.some(({ people }) => people.some((person) => !have.has(person)))) return undefined;
  const [here, elsewhere] = [
    peopleIn(mine, have),
    peopleIn(
      lots.filter((lot) => !mine.includes(lot)),
      have,
    ),
  ];
  if ([...here].some((person) => elsewhere.has(person))) return undefined;
  const isAccountedFor = holders.every((person) => here.has(person) || elsewhere.has(person));
  // Somebody in no lot may have a seat of a subscription that no lot names, but only where these lots are accounted for.
  const used = mine.reduce((sum, lot) => sum + lot.used, 0);
  const isWhole = others.some((other) => !lots.some((lot) => backs(lot, other))) && used === here.size;
  return isAccountedFor || isWhole ? [...here] : undefined;
}

/** Members of a group for whom there was no seat have none. */
function peopleIn(lots: readonly Allotment[], have: ReadonlySet<string>): Set<string> {
  const groups = lots.flatMap((lot) => lot.groups.flatMap(({ members }) => members));
  return new Set([...lots.flatMap(({ people }) => people), ...groups.filter((person) => have.has(person))]);
}

/**
 * How people have a SKU, as its allotments tell it: in a tenant that has them, what Graph says of a person may no longer tell
 * a group's licence from a direct one. Empty where they don't tell.
 */
export function assignedPaths(sku: string, reader: Reading): Map<string, 'direct' | 'group' | 'both'> {
  const paths = new Map<string, 'direct' | 'group' | 'both'>();
  const answer = reader.get('parts', 'allotments')?.answer;
  if (answer?.said !== 'whole' && !answer?.keptFrom) return paths;
  for (const { people, groups } of lotsOf(sku, reader)) {
    for (const person of people)
      paths.set(person, paths.get(person) === 'group' ? 'both' : (paths.get(person) ?? 'direct'));
    for (const person of groups.flatMap(({ members }) => members))
      paths.set(person, paths.get(person) === 'direct' ? 'both' : (paths.get(person) ?? 'group'));
  }
  return paths;
}

/** Reads at Microsoft what a preflight looks at. */
import { present } from '../../../cards/when.ts';
import type { Act, Finding, Takeover } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { type Given, type HolderFacts, preflight, type Scene, type Target } from '../../../store/takeover/preflight.ts';
import type { Commerce, LicenceFacts, PersonFacts, SeatFacts } from '../../microsoft/commerce.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { poolBeside, roomIn, sharesOf } from '../../purchases/free-seats.ts';
import { assignedPaths } from '../../purchases/seat-sources.ts';

export interface Examined {
  findings: Finding[];
  /** The holders, if the purchase is the only one of its SKU; otherwise undefined. */
  holders: string[] | undefined;
  /** Those on the list who still have a licence of it. */
  stillHere: string[] | undefined;
  /** The holders, with what Microsoft tells of them. */
  people: PersonFacts[] | undefined;
}

type Asking = Pick<Commerce, 'holders' | 'licencesOf' | 'seats'>;

interface Examining {
  purchase: Pick<Takeover['purchase'], 'id' | 'sku' | 'quantity'>;
  act: Act;
  /** Undefined where it is not known, and nobody has picked them. */
  holders: Takeover['holders'] | undefined;
}

/** Microsoft, and what is known of whose seats are whose. */
interface Sources {
  commerce: Asking;
  store: Reader;
}

/** @throws MicrosoftFailed */
export async function examine({ purchase, act, holders }: Examining, { commerce, store }: Sources): Promise<Examined> {
  const target = act.kind === 'move' ? act.to.sku : undefined;
  const [seats, now] = await Promise.all([
    commerce.seats(),
    holders?.known === 'sole' ? commerce.holders(purchase.sku) : undefined,
  ]);
  const found = now?.map(({ id }) => id);
  const ids = holders && [...new Set([...holders.ids, ...(found ?? [])])];
  const facts = ids && byPerson(await commerce.licencesOf(ids, present(purchase.sku, target)));
  const scene: Scene = {
    purchase,
    holders: holders && ids && facts && { known: holders.known, people: peopleOf(ids, { facts, store }) },
    pool: poolFor({ purchase, act }, seats, store),
    act: actIn({ purchase, act }, seats, store),
  };
  const stillHere = facts && holders.ids.filter((id) => isHeld(facts.get(id.toLowerCase())));
  return { findings: preflight(scene), holders: found, stillHere, people: now };
}

function actIn(
  { purchase, act }: Pick<Examining, 'purchase' | 'act'>,
  seats: readonly SeatFacts[],
  store: Reader,
): Scene['act'] {
  const isOfDepartments = (sku: string): boolean => isDepartmental(seats.find((each) => each.sku === sku)?.part ?? '');
  if (act.kind === 'stay') return { kind: 'stay', departmental: isOfDepartments(purchase.sku) };
  if (act.kind === 'cancel') return { kind: 'cancel' };
  const { to } = act;
  return { kind: 'move', to: { ...to, ...roomFor(to.sku, seats, store), departmental: isOfDepartments(to.sku) } };
}

/** Also where no state says how they have it. */
function isHeld(told: LicenceFacts | undefined): boolean {
  const source = told?.licences[0];
  if (!source) return false;
  return (source.held !== 'none' && source.held !== 'error') || source.listed !== false;
}

/** By person, in lower case as Graph's ids are. */
export function byPerson(facts: readonly LicenceFacts[]): Map<string, LicenceFacts> {
  return new Map(facts.map((each) => [each.person.toLowerCase(), each]));
}

function peopleOf(
  ids: readonly string[],
  { facts, store }: { facts: ReadonlyMap<string, LicenceFacts>; store: Reader },
): HolderFacts[] {
  const skus = [...facts.values()][0]?.licences.map(({ sku }) => sku) ?? [];
  const paths = new Map(skus.map((sku) => [sku, assignedPaths(sku, store)]));
  return ids.map((id) => holderOf(id, withPaths(facts.get(id.toLowerCase()), paths)));
}

type Paths = ReadonlyMap<string, ReturnType<typeof assignedPaths>>;

/** Where Graph takes a group's licence for a direct one, allotments know better. */
function withPaths(told: LicenceFacts | undefined, paths: Paths): LicenceFacts | undefined {
  if (!told) return undefined;
  const licences = told.licences.map((licence) => {
    const path = paths.get(licence.sku)?.get(told.person.toLowerCase());
    return licence.held === 'direct' && path ? { ...licence, held: path } : licence;
  });
  return { ...told, licences };
}

function holderOf(id: string, told: LicenceFacts | undefined): HolderFacts {
  const licences = (told?.licences ?? []).flatMap(({ sku, held }): [string, Given][] =>
    held === 'none' || held === 'error' ? [] : [[sku, held === 'direct' ? 'direct' : 'group']],
  );
  return {
    id,
    left: told === undefined,
    guest: told?.guest ?? false,
    enabled: told?.enabled ?? false,
    usageLocation: told ? told.usageLocation !== null : null,
    licences: new Map(licences),
  };
}

/** Where nobody is moved, the organisation's own seats are to be enough: those of other people's purchases are not its. */
function poolFor(
  { purchase, act }: Pick<Examining, 'purchase' | 'act'>,
  seats: readonly SeatFacts[],
  store: Reader,
): Scene['pool'] {
  const pool = seats.find((each) => each.sku === purchase.sku);
  if (!pool) return null;
  return act.kind === 'stay' ? poolBeside(purchase, pool, store) : pool;
}

function roomFor(
  sku: string,
  seats: readonly SeatFacts[],
  store: Reader,
): Pick<Target, 'free' | 'atLeast' | 'warning' | 'suspended'> {
  const pool = seats.find((each) => each.sku === sku);
  if (!pool) return { free: null, atLeast: false };
  return { ...roomIn(pool, sharesOf(sku, store)), warning: pool.warning, suspended: pool.suspended };
}

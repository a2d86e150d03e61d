/** Reads at Microsoft what a preflight looks at. */
import { present } from '../../../cards/when.ts';
import type { Act, Finding, Takeover } from '../../../store/records.ts';
import { type Given, type HolderFacts, preflight, type Scene, type Target } from '../../../store/takeover/preflight.ts';
import type { Commerce, LicenceFacts, PersonFacts, SeatFacts } from '../../microsoft/commerce.ts';

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
  purchase: Pick<Takeover['purchase'], 'sku' | 'quantity'>;
  act: Act;
  /** Undefined where it is not known, and nobody has picked them. */
  holders: Takeover['holders'] | undefined;
}

/** @throws MicrosoftFailed */
export async function examine({ purchase, act, holders }: Examining, commerce: Asking): Promise<Examined> {
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
    holders: holders &&
      ids &&
      facts && { known: holders.known, people: ids.map((id) => holderOf(id, facts.get(id.toLowerCase()))) },
    pool: poolOf(seats, purchase.sku),
    act: act.kind === 'move' ? { kind: 'move', to: { ...act.to, ...roomIn(seats, act.to.sku) } } : { kind: act.kind },
  };
  const stillHere = facts && holders.ids.filter((id) => isHeld(facts.get(id.toLowerCase())));
  return { findings: preflight(scene), holders: found, stillHere, people: now };
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

function holderOf(id: string, told: LicenceFacts | undefined): HolderFacts {
  const licences = (told?.licences ?? []).flatMap(({ sku, held }): [string, Given][] =>
    held === 'none' || held === 'error' ? [] : [[sku, held === 'direct' ? 'direct' : 'group']],
  );
  return {
    id,
    left: told === undefined,
    enabled: told?.enabled ?? false,
    usageLocation: told ? told.usageLocation !== null : null,
    licences: new Map(licences),
  };
}

function poolOf(seats: readonly SeatFacts[], sku: string): Scene['pool'] {
  return seats.find((each) => each.sku === sku) ?? null;
}

/** Less than none where more are in use than there are. */
function roomIn(seats: readonly SeatFacts[], sku: string): Pick<Target, 'free' | 'warning' | 'suspended'> {
  const pool = seats.find((each) => each.sku === sku);
  return pool ? { free: pool.seats - pool.used, warning: pool.warning, suspended: pool.suspended } : { free: null };
}

/** What people are called where others read it: by name; and where several have the same name, by what they sign in with as well. */
import type { Person, Somebody } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';

type Names = Pick<Reader, 'get' | 'all' | 'revision'>;

/** Undefined where Microsoft never told their name. */
export function nameAmong(
  store: Pick<Reader, 'all' | 'revision'>,
  person: Pick<Person, 'name' | 'userName'> | undefined,
): string | undefined {
  return person?.name ? toldApart(store, person.name, { userName: person.userName, among: 'all' }) : undefined;
}

/**
 * Somebody on record, by the name they had then. A guest can do nothing here, so colleagues are told apart from colleagues: the guest
 * of the same name is the one who is shown with what they sign in with.
 */
export function calledIn(store: Names, { id, name }: Somebody): string {
  const person = store.get('people', id);
  const userName = person?.userName ?? store.get('members', id)?.userName ?? null;
  return toldApart(store, name, { userName, among: person?.guest ? 'all' : 'colleagues' });
}

/** Where mail goes, if that is not what they sign in with. */
export function otherMail({ mail, userName }: Pick<Person, 'mail' | 'userName'>): string | null {
  return mail !== null && mail.toLowerCase() !== userName?.toLowerCase() ? mail : null;
}

/** What somebody signs in with, and where their mail goes, as far as Purser knows. */
export function addressesOf(store: Pick<Reader, 'get'>, id: string | null | undefined): string[] {
  if (!id) return [];
  const [person, member] = [store.get('people', id), store.get('members', id)];
  return [person?.userName, person?.mail, member?.userName, member?.mail].flatMap((each) => each ?? []);
}

type Circle = 'all' | 'colleagues';

function toldApart(
  store: Pick<Reader, 'all' | 'revision'>,
  name: string,
  { userName, among }: { userName: string | null; among: Circle },
): string {
  const isShared = userName && userName !== name && ownersIn(store)[among].get(keyOf(name)) === null;
  return isShared ? `${name} (${userName})` : name;
}

/** Whose name it is; null where it is the name of several. */
type Owners = Readonly<Record<Circle, ReadonlyMap<string, string | null>>>;

interface Known {
  people: Owners;
  all: Owners;
  /** Of the tables it was made from: people are many and seldom change. */
  revisions: readonly [people: number, members: number];
}

const known = new WeakMap<object, Known>();

function ownersIn(store: Pick<Reader, 'all' | 'revision'>): Owners {
  const revisions = [store.revision('people'), store.revision('members')] as const;
  const before = known.get(store);
  if (before && before.revisions[0] === revisions[0] && before.revisions[1] === revisions[1]) return before.all;
  const people = before?.revisions[0] === revisions[0] ? before.people : withNames(nobody, store.all('people'));
  // Who only asks, decides and approves holds no licence, and is known from what they said.
  const all = withNames(people, store.all('members'));
  known.set(store, { people, all, revisions });
  return all;
}

const nobody: Owners = { all: new Map(), colleagues: new Map() };

function withNames(
  before: Owners,
  some: Iterable<{ id: string; name?: string | null | undefined; guest?: boolean }>,
): Owners {
  const owners = { all: new Map(before.all), colleagues: new Map(before.colleagues) };
  for (const { id, name, guest = false } of some) {
    const key = keyOf(name ?? '');
    for (const circle of guest ? (['all'] as const) : (['all', 'colleagues'] as const))
      if (key) owners[circle].set(key, owners[circle].has(key) && owners[circle].get(key) !== id ? null : id);
  }
  return owners;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

/** What people are called on a list: by name; and where several have the same name, by what they sign in with as well. */
import type { Person } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';

const known = new WeakMap<object, { revision: number; shared: ReadonlySet<string> }>();

/** Undefined where Microsoft never told their name. */
export function nameAmong(
  store: Pick<Reader, 'all' | 'revision'>,
  person: Pick<Person, 'name' | 'userName'> | undefined,
): string | undefined {
  if (!person?.name) return undefined;
  const { name, userName } = person;
  return userName && userName !== name && sharedIn(store).has(keyOf(name)) ? `${name} (${userName})` : name;
}

/** Where mail goes, if that is not what they sign in with. */
export function otherMail({ mail, userName }: Pick<Person, 'mail' | 'userName'>): string | null {
  return mail !== null && mail.toLowerCase() !== userName?.toLowerCase() ? mail : null;
}

function sharedIn(store: Pick<Reader, 'all' | 'revision'>): ReadonlySet<string> {
  const revision = store.revision('people');
  const before = known.get(store);
  if (before?.revision === revision) return before.shared;
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of store.all('people')) {
    const key = keyOf(name ?? '');
    if (key && seen.has(key)) shared.add(key);
    seen.add(key);
  }
  known.set(store, { revision, shared });
  return shared;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

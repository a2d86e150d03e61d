/** What is worked out from the store, and stays so until one of its tables changes. */
import type { Table } from './records.ts';
import type { Reader } from './store.ts';

/** @returns what `make` gives, once per change of those tables; the store must be the same object each time */
export function derived<S extends Pick<Reader, 'revision'>, T>(
  tables: readonly Table[],
  make: (store: S) => T,
): (store: S) => T {
  const cache = new WeakMap<S, { at: string; made: T }>();
  return (store) => {
    const at = tables.map((table) => store.revision(table)).join();
    const known = cache.get(store);
    if (known?.at === at) return known.made;
    const made = make(store);
    cache.set(store, { at, made });
    return made;
  };
}

/**
 * Calls `make` once for each key. Many rows of the journal and of an export read alike, and 100,000 of them would otherwise
 * take ten seconds to put into words. A Map is enough: it lives no longer than one export or one process, and holds one text a
 * key.
 */
export function memoize<T>(make: (of: T) => string, keyOf: (of: T) => string | null): (of: T) => string {
  const known = new Map<string | null, string>();
  return (of) => {
    const key = keyOf(of);
    const text = known.get(key) ?? make(of);
    known.set(key, text);
    return text;
  };
}

/** Things by what they have in common, each group in the order in which they came. @param keyOf null for what belongs to none */
export function grouped<T, K extends string = string>(all: Iterable<T>, keyOf: (each: T) => K | null): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== null && !groups.get(key)?.push(each)) groups.set(key, [each]);
  }
  return groups;
}

/**
 * What is on a card only under a condition. A field of an object needs no function: `...(isShort && { text })` adds it where the
 * condition holds.
 */

/** The items, if the condition holds; otherwise none. */
export function when<T>(condition: boolean, ...items: readonly T[]): readonly T[] {
  return condition ? items : [];
}

/** The items that exist; empty texts don't count. */
export function present<T>(...items: readonly (T | '' | false | null | undefined)[]): T[] {
  return items.filter((item): item is T => item !== '' && item !== false && item !== null && item !== undefined);
}

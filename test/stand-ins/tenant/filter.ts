/**
 * The part of OData's `$filter` that licence work needs: clauses joined by `and`, and those by `or`, which binds less tightly. A
 * clause nobody here knows is refused, as Graph refuses what it has no index for; nothing is silently ignored.
 */
import { unsupportedQuery } from './graph-errors.ts';
import type { Answer } from './http.ts';

export interface Clause<T> {
  readonly pattern: RegExp;
  /** What a row must be, by what the pattern caught. */
  readonly test: (caught: readonly string[]) => (row: T) => boolean;
  /** Needs the advanced query parameters. */
  readonly advanced?: boolean;
}

/** Outside quotes: an even number of them follows. */
const AND = /\s+and\s+(?=(?:[^']*'[^']*')*[^']*$)/i;
const OR = /\s+or\s+(?=(?:[^']*'[^']*')*[^']*$)/i;

export interface Filter<T> {
  readonly test: (row: T) => boolean;
  readonly advanced: boolean;
}

export function filter<T>(clauses: readonly Clause<T>[], text: string | null, type: string): Filter<T> | Answer {
  if (text === null) return { test: () => true, advanced: false };
  const ways: Filter<T>[] = [];
  for (const way of text.split(OR)) {
    const read = all(clauses, way, type);
    if ('status' in read) return read;
    ways.push(read);
  }
  return { test: (row) => ways.some(({ test }) => test(row)), advanced: ways.some(({ advanced }) => advanced) };
}

/** Clauses that must all hold. */
function all<T>(clauses: readonly Clause<T>[], text: string, type: string): Filter<T> | Answer {
  const tests: ((row: T) => boolean)[] = [];
  let advanced = false;
  for (const part of text.split(AND)) {
    const clause = clauses.find(({ pattern }) => pattern.test(part.trim()));
    if (clause === undefined) {
      const property = /^\w+/.exec(part.trim())?.[0] ?? part;
      return unsupportedQuery(
        `Unsupported or invalid query filter clause specified for property '${property}' of resource '${type}'.`,
      );
    }
    const caught = clause.pattern.exec(part.trim())?.slice(1) ?? [];
    tests.push(clause.test(caught));
    advanced ||= clause.advanced ?? false;
  }
  return { test: (row) => tests.every((each) => each(row)), advanced };
}

/** `name eq 'text'`, quotes doubled inside. */
export function equals<T>(name: string, of: (row: T) => string | null): Clause<T> {
  return {
    pattern: new RegExp(`^${name} eq '((?:[^']|'')*)'$`, 'i'),
    test: ([text = '']) => {
      const wanted = text.replaceAll("''", "'").toLowerCase();
      return (row) => of(row)?.toLowerCase() === wanted;
    },
  };
}

/** `startswith(name,'text')`, quotes doubled inside. */
export function startsWith<T>(name: string, of: (row: T) => string | null): Clause<T> {
  return {
    pattern: new RegExp(`^startswith\\(${name}, ?'((?:[^']|'')*)'\\)$`, 'i'),
    test: ([text = '']) => {
      const wanted = text.replaceAll("''", "'").toLowerCase();
      return (row) => of(row)?.toLowerCase().startsWith(wanted) ?? false;
    },
  };
}

/** `name eq true`. */
export function is<T>(name: string, of: (row: T) => boolean | null): Clause<T> {
  return {
    pattern: new RegExp(`^${name} eq (true|false)$`, 'i'),
    test: ([text = '']) => {
      const wanted = text.toLowerCase() === 'true';
      return (row) => (of(row) ?? false) === wanted;
    },
  };
}

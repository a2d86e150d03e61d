/** The filters of a list of purchases, and the rows that match them. Pure. */
import { z } from 'zod/v4';
import { argument } from '../language/arguments.ts';
import { dayAhead, pastDay } from '../language/days.ts';
import { finder, finderOfAll } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import { jointPattern } from '../language/joints.ts';
import type { Speaker } from '../people/people.ts';
import { decisionNow, hasLeft, inHand, isLive, keptNow, type Row } from './purchase-index.ts';

export const listArguments = z.strictObject({
  purchase: argument.purchase.optional(),
  kind: argument.kind.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  status: argument.status.optional(),
  states: argument.states.optional(),
  except: argument.except.optional(),
  since: argument.since.optional(),
  expires: argument.expires.optional(),
  quantity: argument.quantity.optional(),
  sort: argument.sort.optional(),
  page: argument.page.optional(),
  words: argument.words.optional(),
  /** To tick several of them. */
  pick: argument.pick.optional(),
});
export type Query = Omit<z.infer<typeof listArguments>, 'pick'>;

export const filterNames = [
  'product',
  'by',
  'status',
  'states',
  'since',
  'expires',
  'quantity',
  'words',
  'except',
] as const;

export function hasFilter(query: Query): boolean {
  return filterNames.some((name) => query[name] !== undefined);
}

/** Days are counted where the organisation is; what is the speaker's own depends on who speaks. */
interface Asking {
  language: Pick<Language, 'format'>;
  speaker: Pick<Speaker, 'id'>;
  now: Date;
}

/** What each filter asks of a row. */
const filters: Record<(typeof filterNames)[number], (query: Query, context: Asking) => (row: Row) => boolean> = {
  product({ product = '' }) {
    const finds = finder(product);
    return ({ keys }) => finds(keys.product);
  },
  by({ by = '' }) {
    const finds = finder(by);
    return ({ keys }) => finds(keys.purchaser);
  },
  status: ({ status = 'trial' }, asking) => stateTest(status, asking),
  /** What Microsoft calls its state is one of those named; all else that is named holds as well. */
  states: ({ states: named = '' }, asking) => {
    const { own, theirs } = statesIn(named);
    const tests = own.map((state) => stateTest(state, asking));
    return (row) => (theirs.length === 0 || theirs.includes(row.purchase.status)) && tests.every((test) => test(row));
  },
  since({ since = '' }, { language: { format }, now }) {
    const day = pastDay(since, now, format);
    return ({ purchase }) => (purchase.createdAt ?? '') >= day;
  },
  expires({ expires = 0 }, { language: { format }, now }) {
    const until = dayAhead(expires, now, format);
    return ({ purchase }) => isLive(purchase) && purchase.nextAt !== null && purchase.nextAt <= until;
  },
  /** What Microsoft gives no quantity of is neither more nor less. */
  quantity({ quantity = '' }) {
    const { sign, count } = amountIn(quantity);
    return ({ purchase: { quantity: bought } }) => {
      if (bought === null) return false;
      if (sign === 'more') return bought > count;
      return sign === 'less' ? bought < count : bought === count;
    };
  },
  words({ words = '' }) {
    const finds = finderOfAll(words);
    return ({ keys: { product, purchaser, rest } }) => finds(product, purchaser, rest);
  },
  except({ except = '' }) {
    const finds = except.split(between).flatMap((part) => (part.trim() ? [finderOfAll(part.trim())] : []));
    return ({ keys: { product, purchaser, rest } }) => !finds.some((each) => each(product, purchaser, rest));
  },
};

/** `>10` → more than ten. */
export function amountIn(quantity: string): { sign: 'more' | 'less' | 'exactly'; count: number } {
  const sign = quantity.startsWith('>') ? 'more' : quantity.startsWith('<') ? 'less' : 'exactly';
  return { sign, count: Number(quantity.replace(/^[<>]/, '')) };
}

function stateTest(state: string, asking: Asking): (row: Row) => boolean {
  const test = states[state as keyof typeof states];
  return test ? (row) => test(row, asking) : ({ purchase }) => purchase.status === state;
}

/** Of several states, those that people name, and Microsoft's, of which a purchase has one. */
export function statesIn(named: string): { own: string[]; theirs: string[] } {
  const all = named.split(',');
  return { own: all.filter((each) => each in states), theirs: all.filter((each) => !(each in states)) };
}

const between = new RegExp(`[,;]|${jointPattern('and')}`, 'iu');

/** What people call a state and Microsoft does not. */
const states = {
  trial: ({ purchase }) => purchase.trial,
  left: hasLeft,
  asked: ({ purchase }, { now }) => inHand(purchase, now)?.kind === 'asked',
  /** Also where its review has come. */
  kept: ({ purchase }) => purchase.decision?.kind === 'kept' && isLive(purchase),
  mine: ({ purchase }, { speaker }) => purchase.purchaser === speaker.id,
  todo: ({ purchase }, { speaker, now }) => {
    return decisionNow(purchase, now)?.by === speaker.id && !keptNow(purchase, now);
  },
} satisfies Partial<Record<NonNullable<Query['status']>, (row: Row, asking: Asking) => boolean>>;

/** A row matches if every filter given holds; free words must all be somewhere in it. */
export function matcher(query: Query, context: Asking): (row: Row) => boolean {
  const tests = filterNames.filter((name) => query[name] !== undefined).map((name) => filters[name](query, context));
  return (row) => tests.every((test) => test(row));
}

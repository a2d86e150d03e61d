/** What the baseline should say of nearly every rule, of new products, or of fixing drift alone is for two people to decide. */
import type { DesiredRule, Order, RuleValue } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { type Context, UserError } from '../../core/command.ts';
import type { CarryOut } from '../../core/order.ts';
import { dayMs, openOnce, secondPeople } from '../../orders/open.ts';
import { showDrift } from '../change/posted-drift.ts';
import { changedLately, touchesEvery } from '../change/wide.ts';
import { lacksReason, newProducts } from './desired.ts';
import { driftNow, isOpen } from './drift.ts';
import { actsAlone, dropDesired, putDesired, setAlone, setBack, setsBackAlone } from './set-back.ts';

type Act = Extract<Order['what'], { kind: 'baseline' }>['act'];

export interface Wish {
  act: Act;
  items: Order['items'];
  why: string | null;
}

/** A rule, or all new products, and what is to be wanted of it; null where nothing is. */
export function wishItem(
  { id, name }: { id: DesiredRule['id']; name: string | null },
  after: RuleValue | null,
  reader: Pick<Reader, 'get'>,
): Order['items'][number] {
  return { id, name: name ?? id, before: reader.get('wishes', id)?.value ?? null, after };
}

function isWide({ act, items }: Wish, reader: Pick<Reader, 'all' | 'get'>, context: Context): boolean {
  const { fourEyes } = context.dependencies.config;
  if (fourEyes === 'off') return false;
  if (fourEyes === 'all' || act === 'alone' || items.some(({ id }) => id === newProducts)) return true;
  // Where Purser fixes drift alone, to want something is to change it.
  const changed = setsBackAlone(reader) ? changedLately(reader, context) : [];
  const touched = [...items.map(({ id }) => id), ...wantedLately(reader, context), ...changed];
  return touchesEvery(new Set(touched), new Set(), reader);
}

/** The rules of which the same person has said what they want since yesterday, or that they want nothing, without a second. */
function wantedLately(reader: Pick<Reader, 'all'>, { speaker, now }: Context): DesiredRule['id'][] {
  const since = new Date(now.getTime() - dayMs).toISOString();
  const seconded = new Set(
    [...reader.all('orders')].flatMap(({ what, approvals }) =>
      what.kind === 'baseline' ? (approvals.at(-1)?.at ?? []) : [],
    ),
  );
  const own = [...reader.all('audit')].filter(
    ({ action, actor, at }) => action === 'wished' && actor?.id === speaker.id && at > since && !seconded.has(at),
  );
  const names = new Set(own.map(({ product }) => product));
  return [...reader.all('rules')].filter(({ name }) => names.has(name)).map(({ id }) => id);
}

/**
 * The order that has to be approved first; undefined where one admin decides.
 *
 * @throws UserError where nobody could be the second person
 */
export async function secondFor(wish: Wish, context: Context): Promise<Order | undefined> {
  if (wish.items.length === 0 && wish.act !== 'alone') return undefined;
  if (!isWide(wish, context.dependencies.store, context)) return undefined;
  const others = await secondPeople(context);
  const { act, items, why } = wish;
  return context.transact((tx) => openOnce(tx, { what: { kind: 'baseline', act }, items, why }, { others, context }));
}

export const carryOutBaseline: CarryOut = (tx, { what, items, requester: by, why }, { now }) => {
  if (what.kind !== 'baseline') return 'changed';
  if (items.some(({ id, before }) => (tx.get('wishes', id)?.value ?? null) !== before)) return 'changed';
  const at = now.toISOString();
  for (const { id, name, after } of items) {
    const known = tx.get('wishes', id);
    const called = id === newProducts ? null : name;
    if (after) putDesired(tx, { id, value: after, by, at, until: null, otherwise: null, why }, { name: called, by });
    else if (known) dropDesired(tx, known, { name: called, by, at: now });
  }
  if (what.act === 'alone') setAlone(tx, true, { by, at: now });
  showDrift(tx, items, { at: now });
  return { job: fixedAlone(tx, { by, at: now }) };
};

function fixedAlone(tx: Transaction, { by, at }: { by: Order['requester']; at: Date }): string | null {
  if (!actsAlone(tx)) return null;
  const left = driftNow(tx, at).filter((each) => isOpen(each) && !lacksReason(each));
  return setBack(tx, left, { by, at })?.job ?? null;
}

/** @throws UserError always: an exception ends by itself, which an order can't say */
export function refuseWideException(wish: Wish, context: Context): void {
  if (isWide(wish, context.dependencies.store, context)) throw new UserError(context.language.t('order.noException'));
}

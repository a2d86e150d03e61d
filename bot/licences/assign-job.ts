/** The job that gives or takes licences: starts it, and shows how far it is. */

import { isDeepStrictEqual } from 'node:util';
import type { Card } from '../../cards/card.ts';
import { present } from '../../cards/when.ts';
import { isPending } from '../../store/order.ts';
import type { Job, Order, Somebody } from '../../store/records.ts';
import { retention } from '../../store/retention.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { type Context, cardIn, press, UserError } from '../core/command.ts';
import type { CarryOut } from '../core/order.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import type { SeatFacts } from '../microsoft/commerce.ts';
import { showOrder } from '../orders/card.ts';
import { dayMs, manyPeople, openOrder, secondPeople } from '../orders/open.ts';
import { isOfDepartments } from './departmental.ts';
import { beginLicences, isLicences, type LicencesJob, type LicencesTask, retryLicences } from './job.ts';
import { licencesCard } from './job-card.ts';
import type { NamedProduct } from './seat-pools.ts';
import { rememberPeople, type Whom } from './which-people.ts';

export type What = LicencesJob['work']['what'];

interface Assignment {
  product: NamedProduct;
  people: readonly Whom[];
  /** What its reader must know of the people. */
  remark?: string | undefined;
}

/** Asked for twice, it is one job: nobody gets two seats, and the second press shows the first job. */
export async function startAssignJob(
  what: What,
  { product, people, remark }: Assignment,
  context: Context,
): Promise<Card> {
  const { sku, name } = product;
  const { speaker, now } = context;
  const ids = people.map(({ id }) => id);
  const card = cardIn(context);
  const { store } = context.dependencies;
  const others = isMany(ids.length, store, context) ? await secondPeople(context) : undefined;
  const job = await context.transact((tx) => {
    const same = underWay(tx, { what, sku }, ids);
    if (same) return same;
    rememberPeople(tx, people);
    if (isMany(ids.length, tx, context)) return orderIn(tx, { what, product, people }, { others, context });
    const by = { id: speaker.id, name: speaker.name };
    return beginLicences(tx, { kind: 'licences', what, sku, product: name, by }, { people: ids, now, card });
  });
  if ('requester' in job) return showOrder(job, context, remark);
  const live = card ? undefined : context.language.t('change.live');
  return shown(job, context, present(remark, live).join(' ') || undefined);
}

/** More people than one admin decides about alone, together with those of the last day. */
function isMany(count: number, reader: Pick<Reader, 'all'>, { speaker, now, dependencies }: Context): boolean {
  const { fourEyes } = dependencies.config;
  if (fourEyes !== 'wide') return fourEyes === 'all';
  const since = new Date(now.getTime() - dayMs).toISOString();
  const approved = new Set([...reader.all('orders')].map(({ job }) => job));
  const before = [...reader.all('jobs')].filter(
    (job) => isLicences(job) && job.work.by.id === speaker.id && job.createdAt > since && !approved.has(job.id),
  );
  return before.reduce((sum, { steps }) => sum + steps.length, count) > manyPeople;
}

interface Second {
  others: readonly Somebody[] | undefined;
  context: Context;
}

/** Asked for twice it is one order. */
function orderIn(
  tx: Transaction,
  { what, product, people }: Assignment & { what: What },
  { others, context }: Second,
): Order {
  const { sku, name } = product;
  const ids = people.map(({ id }) => id);
  const asked = { kind: 'licences' as const, what, sku, product: name, people: ids };
  const same = [...tx.all('orders')].find(
    (order) => isPending(order, context.now) && isDeepStrictEqual(order.what, asked),
  );
  if (same) return same;
  if (!others) throw new UserError(context.language.t('order.again'));
  const items = people.map(({ id, name: called, userName }) => ({
    id,
    name: called ?? userName ?? id,
    before: null,
    after: null,
  }));
  return openOrder(tx, { what: asked, items, why: null }, { others, context });
}

/** To exactly the people who were shown. */
export const carryOutLicences: CarryOut = (tx, { what: order, requester }, { now }) => {
  if (order.kind !== 'licences') return 'changed';
  const { what, sku, product, people } = order;
  if (isOfDepartments(sku, tx)) return 'changed';
  const task = { kind: 'licences', what, sku, product, by: requester } as const;
  return { job: beginLicences(tx, task, { people, now, card: undefined }).id };
};

function underWay(
  tx: Pick<Transaction, 'all'>,
  { what, sku }: Pick<LicencesTask, 'what' | 'sku'>,
  ids: readonly string[],
): Job | undefined {
  return [...tx.all('jobs')].find((job) => {
    if (!isLicences(job) || job.dueAt === null || job.work.what !== what || job.work.sku !== sku) return false;
    const keys = new Set(job.steps.map(({ key }) => key));
    return ids.every((id) => keys.has(id));
  });
}

/**
 * Shows how far a job is.
 *
 * @param again tries once more what failed
 */
export async function showAssignJob(
  what: What,
  { id, again }: { id: Job['id']; again: boolean },
  context: Context,
): Promise<Card> {
  const job = await context.transact((tx) => {
    const found = tx.get('jobs', id);
    if (!isLicences(found) || found.work.what !== what) throw unknownJob(context);
    const isOver = found.steps.every(({ state }) => state === 'done' || state === 'failed');
    if (!again || !isOver || found.steps.every(({ state }) => state === 'done')) return found;
    const by = { id: context.speaker.id, name: context.speaker.name };
    return retryLicences(tx, { ...found, work: { ...found.work, by } }, context.now);
  });
  return shown(job, context);
}

function shown(job: Job, context: Context, remark?: string): Card {
  if (!isLicences(job)) throw unknownJob(context);
  return licencesCard(job, context, remark);
}

function unknownJob({ language: { t } }: Context): UserError {
  const buttons = [press(t('button.listLicences'), 'licences'), press(t('button.journal'), 'audit')];
  return new UserError(t('assign.noJob', { days: retention.licenceJobs.days }), buttons);
}

/** The seats of every product as Microsoft has them now; undefined if it takes too long. */
export async function seatsNow({ dependencies: { commerce } }: Context): Promise<Map<string, SeatFacts> | undefined> {
  const read = await within(
    patienceMs,
    commerce.seats().catch(() => undefined),
  );
  return read && new Map(read.map((each) => [each.sku, each]));
}

/** How each of these people has the product now, by id in lower case; undefined if Microsoft takes too long. */
export async function heldNow(sku: string, people: readonly string[], { dependencies: { commerce } }: Context) {
  if (people.length === 0) return new Map<string, never>();
  const read = await within(
    patienceMs,
    commerce.licencesOf(people, [sku]).catch(() => undefined),
  );
  return read && new Map(read.map(({ person, licences }) => [person.toLowerCase(), licences[0]?.held ?? 'none']));
}

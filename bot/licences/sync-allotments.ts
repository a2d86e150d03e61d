/**
 * The part of the sync that keeps Microsoft's allotments: which seats came from which purchase, where it tells. Purser asks for
 * it last and can do without it, so nothing else fails, or waits, for it.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Allotment, AllotmentsAnswer, Part } from '../../store/records.ts';
import type { Reader, Store } from '../../store/store.ts';
import { grouped } from '../core/grouped.ts';
import { within } from '../core/time-limit.ts';
import {
  type AllotmentFacts,
  type AssignmentFacts,
  type Commerce,
  MicrosoftFailed,
  type PersonFacts,
} from '../microsoft/commerce.ts';
import { byCode } from '../sync/people.ts';
import type { Deps, SyncPart } from '../sync/sync-part.ts';

export const allotments: SyncPart = { id: 'allotments', needs: 'holders', read: readAllotments };

/** What takes longer than this is told as not having been answered whole, and asked for again with the next sync. */
const mostMs = 180_000;

interface Told {
  answer: AllotmentsAnswer;
  /** Lots of the products that people bought for themselves. */
  lots: Allotment[];
}

async function readAllotments({ store, commerce, clock, log }: Deps): Promise<void> {
  const told = await within(mostMs, lotsTold(store, commerce)).catch((error: unknown): Told => {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.info({ part: 'allotments', detail: error.detail }, 'Microsoft’s allotments could not be read');
    return { answer: nothing(saidBy(error)), lots: [] };
  });
  await keep(store, told ?? { answer: nothing('half'), lots: [] }, clock.now());
}

function nothing(said: AllotmentsAnswer['said']): AllotmentsAnswer {
  return { said, single: 0, pooled: 0, unnamed: 0, byId: 0, byCommerceId: 0, byNeither: 0 };
}

/** Where a cloud or a tenant has no such thing, Graph doesn't know the path. */
function saidBy({ status = 0 }: MicrosoftFailed): AllotmentsAnswer['said'] {
  if ([400, 404, 405, 410, 501].includes(status)) return 'absent';
  return status === 401 || status === 403 ? 'refused' : 'half';
}

/** @throws MicrosoftFailed */
async function lotsTold(store: Store, commerce: Commerce): Promise<Told> {
  const all = await commerce.allotments();
  if (all.length === 0) return { answer: nothing('absent'), lots: [] };
  const own = new Set([...store.all('holdings')].map(({ id }) => id));
  const ours = all.filter(({ sku }) => own.has(sku));
  const given = grouped(ours.length > 0 ? await commerce.assignments() : [], ({ allotment }) => allotment);
  const givenOf = ({ allotment }: AllotmentFacts): AssignmentFacts[] => given.get(allotment) ?? [];
  const members = await membersOf(ours.flatMap(givenOf), commerce);
  return { answer: answerOf(all, store), lots: ours.map((lot) => recordOf(lot, givenOf(lot), members)) };
}

type Members = ReadonlyMap<string, readonly string[]>;

/** A group that is no more has nobody in it. */
async function membersOf(
  assignments: readonly AssignmentFacts[],
  commerce: Pick<Commerce, 'members'>,
): Promise<Members> {
  const groups = new Set(assignments.filter(({ toGroup }) => toGroup).map(({ to }) => to));
  const members = new Map<string, readonly string[]>();
  for (const group of groups) {
    const people = await commerce.members(group).catch((error: unknown): PersonFacts[] => {
      if (error instanceof MicrosoftFailed && error.status === 404) return [];
      throw error;
    });
    members.set(group, people.map(({ id }) => id).sort(byCode));
  }
  return members;
}

function recordOf(
  { allotment: id, ...lot }: AllotmentFacts,
  given: readonly AssignmentFacts[],
  members: Members,
): Allotment {
  const direct = given.filter(({ toGroup }) => !toGroup).map(({ to }) => to);
  const groups = given.filter(({ toGroup }) => toGroup).map(({ to }) => to);
  return {
    ...{ id, ...lot },
    subscriptions: lot.subscriptions.toSorted(byCode),
    people: [...new Set(direct)].sort(byCode),
    groups: [...new Set(groups)].sort(byCode).map((group) => ({ id: group, members: [...(members.get(group) ?? [])] })),
  };
}

/** Counts alone: which of its questions to Microsoft this tenant answers. */
function answerOf(all: readonly AllotmentFacts[], store: Pick<Reader, 'all'>): AllotmentsAnswer {
  const ids = new Set<string>();
  const commerceIds = new Set<string>();
  for (const { subscription, commerceId } of store.all('purchases')) {
    ids.add(subscription.toLowerCase());
    if (commerceId) commerceIds.add(commerceId.toLowerCase());
  }
  const named = all.flatMap(({ subscriptions }) => subscriptions);
  const countOf = (count: number): number => all.filter(({ subscriptions }) => subscriptions.length === count).length;
  const [byId, byCommerceId] = [ids, commerceIds].map((each) => named.filter((name) => each.has(name)).length);
  return {
    said: 'whole',
    single: countOf(1),
    unnamed: countOf(0),
    pooled: all.length - countOf(1) - countOf(0),
    byId: byId ?? 0,
    byCommerceId: byCommerceId ?? 0,
    byNeither: named.filter((name) => !ids.has(name) && !commerceIds.has(name)).length,
  };
}

/** What Microsoft last said whole holds so long beside what it said only half since; people read from when it is. */
const keptForMs = 86_400_000;

/** From when the lots are that are kept, where the answer that follows them is half. */
function keptFrom({ answer, goodAt }: Part, now: Date): string | undefined {
  const from = answer?.said === 'whole' ? goodAt : answer?.keptFrom;
  return from && now.getTime() - Date.parse(from) < keptForMs ? from : undefined;
}

/** In one transaction: half of one answer and half of another would tell what nobody said. */
function keep(store: Store, told: Told, now: Date): Promise<void> {
  const { answer, lots } = told;
  const ids = new Set(lots.map(({ id }) => id));
  return store.transact((tx) => {
    const part = tx.get('parts', 'allotments');
    const from = answer.said === 'half' && part ? keptFrom(part, now) : undefined;
    if (part && from) {
      tx.put('parts', { ...part, answer: { ...answer, keptFrom: from } });
      return;
    }
    for (const { id } of [...tx.all('allotments')]) if (!ids.has(id)) tx.delete('allotments', id);
    for (const lot of lots) if (!isDeepStrictEqual(tx.get('allotments', lot.id), lot)) tx.put('allotments', lot);
    const before: Part = part ?? {
      id: 'allotments',
      goodAt: null,
      triedAt: null,
      trouble: null,
    };
    tx.put('parts', { ...before, answer });
  });
}

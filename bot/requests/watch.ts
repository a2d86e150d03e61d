/**
 * What Purser has to do about licence requests by the clock, or because of what the sync found: those who decide are called again,
 * then the admins; a seat that is free goes to whoever waits longest; a licence for a time ends. None lapses.
 */
import type { LicenceRequest, Somebody } from '../../store/records.ts';
import { type Made, turnBy } from '../../store/request/advance.ts';
import type { Reader, Store, Transaction } from '../../store/store.ts';
import { workingDaysAfter } from '../../store/takeover/calendar.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import { type Commerce, leftOrganisation, MicrosoftFailed } from '../microsoft/commerce.ts';
import { isMember } from '../people/people.ts';
import { beginJob, giveSeats, moveRequest } from './decide.ts';
import { seatsOf, waitingFor } from './seats.ts';
import { overAt } from './terms.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'admins' | 'people'>;
  takeovers: Config['takeovers'];
  log: Log;
}

/** Where Microsoft doesn't say who the admins are, it is asked again after this time. */
const againMs = 60_000;

/** @returns when something is due next */
export async function lookAtRequests(deps: Deps, now: Date): Promise<number> {
  const { store } = deps;
  const leavers = [...store.all('requests')].filter((request) => hasLeft(request, store));
  const skus = [...new Set([...store.all('requests')].filter(({ state }) => state === 'waiting').map(skuOf))];
  const free = skus.filter((sku) => waitingFor(sku, store).length > 0 && seatsOf(sku, store).free > 0);
  if (leavers.length + free.length > 0)
    await store.transact((tx) => {
      for (const { id } of leavers) move(tx, id, () => ({ kind: 'withdraw', words: leftOrganisation }), now);
      for (const sku of free) giveSeats(tx, sku, now);
    });
  const due = [...store.all('requests')].filter((request) => isDue(request, now));
  for (const request of due) await see(request, deps, now);
  const times = [...store.all('requests')].flatMap(({ dueAt }) => (dueAt ? [Date.parse(dueAt)] : []));
  return Math.min(...times.map((at) => (at <= now.getTime() ? now.getTime() + againMs : at)));
}

function skuOf({ product }: LicenceRequest): string {
  return product.sku;
}

function isDue({ dueAt, state }: LicenceRequest, now: Date): boolean {
  return dueAt !== null && dueAt <= now.toISOString() && (state === 'pending' || state === 'given');
}

const leaving: ReadonlySet<LicenceRequest['state']> = new Set(['pending', 'waiting', 'failed'] as const);

/** Nobody can have it any more. */
function hasLeft({ state, person }: LicenceRequest, reader: Pick<Reader, 'get'>): boolean {
  return leaving.has(state) && Boolean(reader.get('people', person.id)?.leftAt);
}

async function see(request: LicenceRequest, deps: Deps, now: Date): Promise<void> {
  const { store, takeovers } = deps;
  if (request.state === 'given') {
    await store.transact((tx) => move(tx, request.id, (found) => ended(tx, found, { now, takeovers }), now));
    return;
  }
  const admins = isToEscalate(request) ? await adminsFor(request, deps) : [];
  if (admins)
    await store.transact((tx) => move(tx, request.id, (found) => called(found, { admins, now, takeovers }), now));
}

/** It was reminded of once since somebody last had to decide, and nobody did. */
function isToEscalate(request: LicenceRequest): boolean {
  const since = request.history.findLastIndex(({ move }) => move === 'unapprove');
  return request.admins.length === 0 && request.history.slice(since + 1).some((turn) => turn.move === 'remind');
}

/** Undefined while Microsoft doesn't say. */
async function adminsFor(
  { person, requester }: LicenceRequest,
  { commerce, log }: Deps,
): Promise<readonly Somebody[] | undefined> {
  try {
    const found = await commerce.people([...(await commerce.admins())]);
    return found
      .filter((each) => isMember(each) && each.id !== person.id && each.id !== requester.id)
      .map(({ id, name, userName }) => ({ id, name: name ?? userName ?? id }));
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    log.warn({ trouble: error.trouble }, 'Microsoft doesn’t say who the admins are, so they can’t be called yet');
    return undefined;
  }
}

interface Around {
  now: Date;
  takeovers: Config['takeovers'];
}

/** The first call is answered within a working day, or the admins are called; from then on it is all of them, again and again. */
function called(request: LicenceRequest, { admins, now, takeovers }: Around & { admins: readonly Somebody[] }): Made {
  const { approvalDays, calendar } = takeovers;
  const inDays = (days: number): Date => workingDaysAfter(now, Math.max(days, 1), calendar);
  if (admins.length > 0) return { kind: 'escalate', admins, dueAt: inDays(approvalDays) };
  const isFirst = turnBy(request, 'remind') === undefined;
  return { kind: 'remind', dueAt: inDays(isFirst ? 1 : approvalDays) };
}

function ended(tx: Transaction, request: LicenceRequest, { now, takeovers: { calendar } }: Around): Made | undefined {
  const { endsOn, given } = request;
  if (endsOn === null) return undefined;
  const over = overAt(endsOn, calendar);
  // Purser may have been away: nobody loses it without having been told.
  if (!isWarned(request)) return { kind: 'warn', dueAt: over > now ? over : workingDaysAfter(now, 1, calendar) };
  if (!given?.ours) return { kind: 'remove', words: 'not-ours' };
  return { kind: 'end', job: beginJob(tx, request, 'remove', now) };
}

function isWarned({ history }: LicenceRequest): boolean {
  const since = history.findLastIndex(({ move: made }) => made === 'give' || made === 'extend');
  return history.slice(since + 1).some(({ move: made }) => made === 'warn');
}

/** @param madeFor of it as it is within the transaction */
function move(
  tx: Transaction,
  id: LicenceRequest['id'],
  madeFor: (found: LicenceRequest) => Made | undefined,
  now: Date,
): void {
  const found = tx.get('requests', id);
  const isStill = found && (isDue(found, now) || hasLeft(found, tx));
  const made = isStill ? madeFor(found) : undefined;
  if (found && made) moveRequest(tx, found, { made, by: null, now });
}

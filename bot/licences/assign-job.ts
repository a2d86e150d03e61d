/** Orders that licences be given or taken, and shows how far that is. */
import type { Card } from '../../cards/card.ts';
import type { Job } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Call, cardIn, press, Refused } from '../core/command.ts';
import { patienceMs, within } from '../core/within.ts';
import type { SeatFacts } from '../microsoft/commerce.ts';
import { beginLicences, isLicences, type LicencesJob, retryLicences } from './job.ts';
import { licencesCard } from './job-card.ts';
import type { NamedProduct } from './seat-pools.ts';
import { rememberPeople, type Whom } from './which-people.ts';

export type What = LicencesJob['work']['what'];

/** The same order twice is one: nobody gets two seats, and whoever pressed twice sees the first. */
export async function startAssignJob(
  what: What,
  { sku, name }: NamedProduct,
  people: readonly Whom[],
  call: Call,
): Promise<Card> {
  const { speaker, now } = call;
  const ids = people.map(({ id }) => id);
  const card = cardIn(call);
  const job = await call.transact((tx) => {
    const same = underWay(tx, what, sku, ids);
    if (same) return same;
    rememberPeople(tx, people);
    const by = { id: speaker.id, name: speaker.name };
    return beginLicences(tx, { kind: 'licences', what, sku, product: name, by }, ids, now, card);
  });
  return shown(job, call, card ? undefined : call.language.t('change.live'));
}

function underWay(tx: Pick<Transaction, 'all'>, what: What, sku: string, ids: readonly string[]): Job | undefined {
  return [...tx.all('jobs')].find((job) => {
    if (!isLicences(job) || job.dueAt === null || job.work.what !== what || job.work.sku !== sku) return false;
    const keys = new Set(job.steps.map(({ key }) => key));
    return ids.every((id) => keys.has(id));
  });
}

/**
 * How far it is.
 *
 * @param again what failed is to be tried once more
 */
export async function showAssignJob(what: What, id: Job['id'], again: boolean, call: Call): Promise<Card> {
  const job = await call.transact((tx) => {
    const found = tx.get('jobs', id);
    if (!isLicences(found) || found.work.what !== what) throw unknownJob(call);
    const isOver = found.steps.every(({ state }) => state === 'done' || state === 'failed');
    if (!again || !isOver || found.steps.every(({ state }) => state === 'done')) return found;
    const by = { id: call.speaker.id, name: call.speaker.name };
    return retryLicences(tx, { ...found, work: { ...found.work, by } }, call.now);
  });
  return shown(job, call);
}

function shown(job: Job, call: Call, remark?: string): Card {
  if (!isLicences(job)) throw unknownJob(call);
  return licencesCard(job, call, remark);
}

function unknownJob({ language: { t } }: Call): Refused {
  return new Refused(t('assign.noJob'), [press(t('button.listLicences'), 'licences')]);
}

/** Seats of every product, as Microsoft has them now; undefined where it takes too long. */
export async function seatsNow({ house: { commerce } }: Call): Promise<Map<string, SeatFacts> | undefined> {
  const read = await within(
    patienceMs,
    commerce.seats().catch(() => undefined),
  );
  return read && new Map(read.map((each) => [each.sku, each]));
}

/** How each of these people has the product now, by id in lower case; undefined where Microsoft takes too long. */
export async function heldNow(sku: string, people: readonly string[], { house: { commerce } }: Call) {
  if (people.length === 0) return new Map<string, never>();
  const read = await within(
    patienceMs,
    commerce.licencesOf(people, [sku]).catch(() => undefined),
  );
  return read && new Map(read.map(({ person, licences }) => [person.toLowerCase(), licences[0]?.held ?? 'none']));
}

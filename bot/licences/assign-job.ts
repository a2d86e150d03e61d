/** The job that gives or takes licences: starts it, and shows how far it is. */
import type { Card } from '../../cards/card.ts';
import type { Job } from '../../store/records.ts';
import { retention } from '../../store/retention.ts';
import type { Transaction } from '../../store/store.ts';
import { type Context, cardIn, press, UserError } from '../core/command.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import type { SeatFacts } from '../microsoft/commerce.ts';
import { beginLicences, isLicences, type LicencesJob, type LicencesTask, retryLicences } from './job.ts';
import { licencesCard } from './job-card.ts';
import type { NamedProduct } from './seat-pools.ts';
import { rememberPeople, type Whom } from './which-people.ts';

export type What = LicencesJob['work']['what'];

interface Assignment {
  product: NamedProduct;
  people: readonly Whom[];
}

/** Asked for twice, it is one job: nobody gets two seats, and the second press shows the first job. */
export async function startAssignJob(what: What, { product, people }: Assignment, context: Context): Promise<Card> {
  const { sku, name } = product;
  const { speaker, now } = context;
  const ids = people.map(({ id }) => id);
  const card = cardIn(context);
  const job = await context.transact((tx) => {
    const same = underWay(tx, { what, sku }, ids);
    if (same) return same;
    rememberPeople(tx, people);
    const by = { id: speaker.id, name: speaker.name };
    return beginLicences(tx, { kind: 'licences', what, sku, product: name, by }, { people: ids, now, card });
  });
  return shown(job, context, card ? undefined : context.language.t('change.live'));
}

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

/** Gives or takes licences of a product the organisation owns [16, 24], one person a step; a step can be repeated safely. */
import { audit } from '../../store/audit.ts';
import { notify, type Posted, showNotice } from '../../store/notices.ts';
import { isOrdered, isSeconded, licencesDigest } from '../../store/proof.ts';
import type { Job } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { departmental, unproven } from '../jobs/failure-reasons.ts';
import { begin, type JobOf, type Progressed, retry, type StepOutcome, type Work, whyNot } from '../jobs/jobs.ts';
import { tellUnproven } from '../jobs/unproven.ts';
import type { Assigned, Commerce } from '../microsoft/commerce.ts';
import { restsOn } from '../orders/rests-on.ts';
import { nameAmong } from '../people/told-apart.ts';
import { isOfDepartments } from './departmental.ts';

export type LicencesJob = JobOf<'licences'>;
export type LicencesTask = LicencesJob['work'];

interface Beginning {
  people: readonly string[];
  now: Date;
  /** The card on which it was confirmed; it then shows how far the job is. */
  card: Posted | undefined;
}

/** Starts to give or take licences. */
export function beginLicences(tx: Transaction, task: LicencesTask, { people, now, card }: Beginning): Job {
  const job = begin(tx, task, { keys: people, now });
  auditOrder(tx, job, task, now);
  const saying = { card: 'licences', job: job.id } as const;
  notify(tx, { key: keyOf(job), to: { person: task.by.id }, saying, card }, now);
  return job;
}

/** Tries once more what failed. */
export function retryLicences(tx: Transaction, job: LicencesJob, now: Date): Job {
  const again = retry(tx, job, now);
  auditOrder(tx, again, job.work, now);
  showNotice(tx, keyOf(job), now);
  return again;
}

/** Nobody gets or loses a licence that nobody ordered: the job looks for this entry. */
function auditOrder(tx: Transaction, job: Job, { product, by }: LicencesTask, now: Date): void {
  const about = { at: now.toISOString(), actor: by, action: 'licences-ordered', product } as const;
  const nothing = { purchase: null, purchaser: null, before: null, why: null };
  audit(tx, { ...about, ...nothing, after: job.id, digest: licencesDigest(job) });
}

function keyOf({ id }: Pick<Job, 'id'>): string {
  return `licences ${id}`;
}

export function isLicences(job: Job | undefined): job is LicencesJob {
  return job?.work.kind === 'licences';
}

interface Deps {
  store: Pick<Reader, 'get'>;
  commerce: Pick<Commerce, 'assign' | 'unassign' | 'waitToAssign'>;
}

export function createLicencesWork({ store, commerce }: Deps): Work<'licences'> {
  return {
    async carry(job, { key }) {
      const { what, sku } = job.work;
      // No card orders it; a job of an older version may be tried again.
      if (isOfDepartments(sku, store)) return { state: 'failed', why: departmental };
      const waitMs = commerce.waitToAssign(1);
      if (waitMs > 0) return { state: 'later', waitMs };
      const asked = what === 'assign' ? commerce.assign(sku, [key]) : commerce.unassign(sku, [key]);
      return asked.then((came) => outcomeOf(came.get(key)), whyNot);
    },
    isProven: (reader, job) =>
      isOrdered({ action: 'licences-ordered', id: job.id, digest: licencesDigest(job) }, reader) &&
      isSeconded(job, reader),
    orderedBy: (reader, job) => restsOn(reader, job, job.work.by.id),
    progressed,
  };
}

/** Somebody who had it already may have it from a try that was cut off, so that counts as done. */
export function outcomeOf(assigned: Assigned | undefined): StepOutcome {
  if (assigned === undefined) return { state: 'failed', why: 'fault' };
  if (typeof assigned === 'string') return { state: 'done' };
  if ('again' in assigned) return { state: 'again', why: assigned.again, waitMs: assigned.retryAfter ?? undefined };
  return { state: 'failed', why: assigned.words ?? assigned.trouble };
}

const actions = { assign: 'licence-assigned', remove: 'licence-removed' } as const;

function progressed(tx: Transaction, { job, step: { key, state, why } }: Progressed<'licences'>, now: Date): void {
  const { what, product, by } = job.work;
  if (state === 'failed' && why === unproven) tellUnproven(tx, job.id, now);
  if (state === 'done' || state === 'failed') {
    audit(tx, {
      at: now.toISOString(),
      actor: by,
      action: state === 'done' ? actions[what] : 'licence-failed',
      purchase: null,
      product,
      purchaser: null,
      before: null,
      after: nameAmong(tx, tx.get('people', key)) ?? key,
      why,
    });
  }
  showNotice(tx, keyOf(job), now);
}

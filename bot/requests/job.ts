/**
 * Gives the licence that was requested, or takes it back when its time is over; each step can be repeated safely. First it is
 * looked whether they have it already, which decides whether it is Purser's to take back; last, whether Microsoft shows it.
 */
import { isRequestProven } from '../../store/proof.ts';
import type { LicenceRequest, Step } from '../../store/records.ts';
import { isRefused, type Made } from '../../store/request/advance.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Calendar } from '../../store/takeover/calendar.ts';
import { dayOf, workingDaysAfter } from '../../store/takeover/calendar.ts';
import { departmental, didNotStick, isOut, requesterOut, unproven } from '../jobs/failure-reasons.ts';
import { type JobOf, type Progressed, type StepOutcome, type Work, whyNot } from '../jobs/jobs.ts';
import { tellUnproven } from '../jobs/unproven.ts';
import { isOfDepartments } from '../licences/departmental.ts';
import { outcomeOf } from '../licences/job.ts';
import { type Commerce, leftOrganisation } from '../microsoft/commerce.ts';
import { moveRequest, type RequestStep } from './decide.ts';
import { isSeatFree } from './seats.ts';
import { endingOf } from './terms.ts';

type Job = JobOf<'request'>;

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'assign' | 'unassign' | 'waitToAssign' | 'licencesOf' | 'seats'>;
  takeovers: { calendar: Calendar; approvalDays: number };
}

/** Why there is nothing to assign after all; none of them is a failure of Microsoft's. */
const hasIt = 'has-it';
const noSeat = 'no-seat';

/** Microsoft's sentence for want of a seat. */
const saysNoSeat = /any available licen[cs]es|CountViolation/i;
/** A change of a moment ago may not be shown yet. */
const shownAfterMs = 5_000;

export function createRequestWork(deps: Deps): Work<'request'> {
  const { store } = deps;
  return {
    async carry(job, { key }) {
      const request = store.get('requests', job.work.request);
      if (!request) return { state: 'failed', why: 'fault' };
      return carries[key as RequestStep](request, deps).catch(whyNot);
    },
    isProven: (reader, job) => {
      const request = reader.get('requests', job.work.request);
      return request !== undefined && isRequestProven(request, reader);
    },
    // A licence whose time is over is taken back whoever is still here.
    orderedBy: (reader, { work }) => {
      const request = work.what === 'assign' ? reader.get('requests', work.request) : undefined;
      if (!request?.decision) return undefined;
      const { by, as } = request.decision;
      const settled = reader.get('grants', request.product.sku)?.by ?? [by];
      return {
        requester: request.person.id,
        approvers: as === 'approver' ? [by.id] : [],
        admins: as === 'approver' ? [] : as === 'admin' ? [by.id] : settled.map(({ id }) => id),
      };
    },
    isWanted: (reader, { id, work }) => {
      const request = reader.get('requests', work.request);
      return request?.job === id && (request.state === 'assigning' || request.state === 'removing');
    },
    progressed: (tx, done, now) => progressed(tx, done, { now, takeovers: deps.takeovers }),
  };
}

type Carry = (request: LicenceRequest, deps: Deps) => Promise<StepOutcome>;

const carries: Record<RequestStep, Carry> = {
  async look(request, { commerce, store }) {
    const { sku } = request.product;
    if (isOfDepartments(sku, store)) return { state: 'failed', why: departmental };
    const held = await heldBy(request, commerce);
    if (held === undefined) return { state: 'failed', why: leftOrganisation };
    if (held) return { state: 'failed', why: hasIt };
    const pool = (await commerce.seats()).find((each) => each.sku === sku);
    return pool && isSeatFree(sku, pool, request, store) ? { state: 'done' } : { state: 'failed', why: noSeat };
  },
  async assign({ product: { sku }, person }, { commerce }) {
    const waitMs = commerce.waitToAssign(1);
    if (waitMs > 0) return { state: 'later', waitMs };
    const came = outcomeOf((await commerce.assign(sku, [person.id])).get(person.id));
    return came.state === 'failed' && saysNoSeat.test(came.why) ? { state: 'failed', why: noSeat } : came;
  },
  assigned: async (request, { commerce }) =>
    (await heldBy(request, commerce)) ? { state: 'done' } : { state: 'again', why: didNotStick, waitMs: shownAfterMs },
  async remove({ product: { sku }, person }, { commerce }) {
    const waitMs = commerce.waitToAssign(1);
    if (waitMs > 0) return { state: 'later', waitMs };
    const came = outcomeOf((await commerce.unassign(sku, [person.id])).get(person.id));
    // With the account the licence went as well.
    return came.state === 'failed' && came.why === leftOrganisation ? { state: 'done' } : came;
  },
  async removed(request, { commerce }) {
    const path = await pathOf(request, commerce);
    const isGone = path !== 'direct' && path !== 'both';
    return isGone ? { state: 'done' } : { state: 'again', why: didNotStick, waitMs: shownAfterMs };
  },
};

async function pathOf({ product: { sku }, person }: LicenceRequest, commerce: Deps['commerce']) {
  const [facts] = await commerce.licencesOf([person.id], [sku]);
  return facts && (facts.licences[0]?.held ?? 'none');
}

/** Whether they have it, by whatever path; undefined where Microsoft doesn't have them any more. */
async function heldBy(request: LicenceRequest, commerce: Deps['commerce']): Promise<boolean | undefined> {
  const path = await pathOf(request, commerce);
  return path && path !== 'none' && path !== 'error';
}

interface At {
  now: Date;
  takeovers: Deps['takeovers'];
}

function progressed(tx: Transaction, { job, step }: Progressed<'request'>, at: At): void {
  const request = tx.get('requests', job.work.request);
  const isUnderWay = request?.state === 'assigning' || request?.state === 'removing';
  if (!request || !isUnderWay || request.job !== job.id) return;
  if (step.state === 'failed' && step.why === unproven) tellUnproven(tx, request.id, at.now);
  const made = madeOf(request, { job, step }, at);
  if (!made) return;
  const came = moveRequest(tx, request, { made, by: null, now: at.now });
  if (isRefused(came)) throw new Error(`${request.id} can't ${made.kind}: ${came.refused}`);
}

function madeOf(request: LicenceRequest, { job, step }: { job: Job; step: Step }, at: At): Made | undefined {
  const isLast = step.key === job.steps.at(-1)?.key;
  if (step.state === 'done' && isLast)
    return job.work.what === 'remove' ? { kind: 'remove', words: null } : given(request, true, at);
  if (step.state !== 'failed') return undefined;
  const why = step.why ?? 'fault';
  if (job.work.what === 'remove') return { kind: 'fail', words: why };
  if (why === hasIt) return given(request, false, at);
  // What was granted by itself, for there was a seat, is for somebody to decide now that there is none.
  if (why === noSeat && request.decision?.as !== 'grant') return { kind: 'short' };
  if (why === leftOrganisation || why === requesterOut) return { kind: 'withdraw', words: leftOrganisation };
  if (isOut(why) || why === noSeat)
    return {
      kind: 'unapprove',
      words: why,
      dueAt: workingDaysAfter(at.now, at.takeovers.approvalDays, at.takeovers.calendar),
    };
  return { kind: 'fail', words: why };
}

function given({ term }: LicenceRequest, ours: boolean, { now, takeovers: { calendar } }: At): Made {
  return { kind: 'give', ours, ...endingOf(term, dayOf(now, calendar), { now, calendar }) };
}

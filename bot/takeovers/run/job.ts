/** Carries out the run of a takeover, step by step; each can be repeated without harm. */

import { unprovenApprovals } from '../../../store/proof.ts';
import type { Step, Takeover } from '../../../store/records.ts';
import type { Reader, Store, Transaction } from '../../../store/store.ts';
import { countingApprovals } from '../../../store/takeover/advance.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { blocks } from '../../../store/takeover/preflight.ts';
import type { Clock } from '../../clock.ts';
import { didNotStick, isOut, unproven } from '../../jobs/failure-reasons.ts';
import { mostTries, type Progressed, type StepOutcome, type Work, whyNot } from '../../jobs/jobs.ts';
import type { Ordered } from '../../jobs/standing.ts';
import type { Commerce } from '../../microsoft/commerce.ts';
import { asKnownNow, currentAction } from '../state/action.ts';
import { endsWithPurchase } from '../state/departmental.ts';
import { examine } from '../state/read-preflight.ts';
import type { Automation } from './automation.ts';
import { lotOf } from './lots.ts';
import { giveLicences, keepTransfer, leaveOut, takeLicences, throughGroup } from './moving.ts';
import { continueRun, noAutomation, phaseOf } from './run.ts';
import { noteShown } from './shown.ts';
import { hasBegun, isToTake, transferId, transferOf } from './transfers.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign' | 'holders' | 'seats'>;
  /** The operator's own; undefined where a person ends subscriptions. */
  automation: Automation | undefined;
  clock: Clock;
}

/** Microsoft may not show yet what was changed a moment ago (Graph is eventually consistent). */
const settlesInMs = 30_000;

export function createTakeoverWork(deps: Deps): Work<'takeover'> {
  return {
    async carry(job, step) {
      const takeover = deps.store.get('takeovers', job.work.takeover);
      if (!takeover) return { state: 'failed', why: 'fault' };
      return carryOne(takeover, step, deps).catch(whyNot);
    },
    isProven: (reader, { work }) => {
      const takeover = reader.get('takeovers', work.takeover);
      return takeover === undefined || isProven(takeover, reader);
    },
    orderedBy: (reader, { work }, { key }) => {
      const takeover = reader.get('takeovers', work.takeover);
      return takeover && isBeginning(takeover, key, deps.store) ? peopleOf(takeover) : undefined;
    },
    progressed,
    isWanted: (reader, { id, work }) => {
      const takeover = reader.get('takeovers', work.takeover);
      return takeover?.state === 'running' && takeover.job === id;
    },
  };
}

/** Nothing was done yet, or the subscription itself is to be ended: in between, half a move would help nobody. */
function isBeginning(takeover: Takeover, key: Step['key'], store: Store): boolean {
  return phaseOf(key) === 'end' || !hasBegun(takeover, store);
}

function peopleOf(takeover: Takeover): Ordered {
  const approvers = countingApprovals(takeover).map(({ by }) => by.id);
  return { requester: takeover.requester.id, approvers };
}

/** Enough people approved exactly this, by the audit and not by the record alone. */
function isProven(takeover: Takeover, reader: Reader): boolean {
  const isWhole = fingerprintOf(takeover) === takeover.fingerprint;
  const isEnough = countingApprovals(takeover).length >= takeover.needed;
  return isWhole && isEnough && unprovenApprovals(takeover, reader).length === 0;
}

function carryOne(takeover: Takeover, step: Step, deps: Deps): Promise<StepOutcome> {
  const carries: Record<ReturnType<typeof phaseOf>, () => Promise<StepOutcome>> = {
    check: () => check(takeover, deps),
    give: () => giveLicences(takeover, step, deps),
    verify: () => verify(takeover, { step, what: 'given' }, deps),
    take: () => takeLicences(takeover, step, deps),
    'verify-taken': () => verify(takeover, { step, what: 'taken' }, deps),
    end: () => end(takeover, deps),
  };
  return carries[phaseOf(step.key)]();
}

async function check(takeover: Takeover, { store, commerce }: Deps): Promise<StepOutcome> {
  const { findings, holders } = await examine(asKnownNow(takeover, store), { commerce, store });
  await store.transact((tx) => {
    const now = tx.get('takeovers', takeover.id);
    if (now) tx.put('takeovers', { ...now, findings });
  });
  const action = currentAction(takeover, store, { holders });
  if (!action || fingerprintOf(action) !== takeover.fingerprint) return { state: 'failed', why: 'changed' };
  return blocks(findings) ? { state: 'failed', why: 'blocked' } : { state: 'done' };
}

interface Verifying {
  step: Step;
  what: 'given' | 'taken';
}

/** What Microsoft said to have done, it has to show before the next phase relies on it. */
async function verify(takeover: Takeover, { step, what }: Verifying, deps: Deps): Promise<StepOutcome> {
  const { store, clock } = deps;
  const { unlike, left, inGroup } = await noteShown(takeover, { people: takeover.holders.ids, what }, deps);
  const isLast = step.tries + 1 >= mostTries;
  const counts = (what === 'given') === (takeover.act.kind === 'move');
  await store.transact((tx) => {
    const now = clock.now();
    for (const person of counts ? left : []) leaveOut(tx, { takeover, person, why: 'left-organisation', now });
    const isCancel = takeover.act.kind === 'cancel';
    const wrong = [
      ...(isCancel ? inGroup : []).map((person) => ({ person, why: throughGroup as string })),
      ...(isLast ? unlike : []).map((person) => ({ person, why: didNotStick })),
    ];
    for (const { person, why } of wrong) {
      const transfer = transferOf(tx, takeover.id, person);
      if (transfer) keepTransfer(tx, { takeover, person, transfer, what, why, now });
    }
  });
  return unlike.length === 0 || isLast ? { state: 'done' } : { state: 'again', why: didNotStick, waitMs: settlesInMs };
}

/** Asks the operator's own automation to end the subscription; that it did, only Microsoft can show. */
async function end(takeover: Takeover, { automation, store }: Deps): Promise<StepOutcome> {
  if (!automation) return { state: 'failed', why: noAutomation };
  const { id, purchase, act, requester, approvals } = takeover;
  // It may have renewed, and got another id, since it was approved.
  const now = store.get('purchases', purchase.id);
  const answer = await automation.cancel({
    ...{ id, purchase: purchase.id, subscription: now?.subscription ?? purchase.subscription },
    commerceId: now?.commerceId ?? null,
    product: purchase.product,
    quantity: purchase.quantity,
    purchaser: purchase.purchaser?.id ?? null,
    reason: act.kind === 'cancel' ? act.reason : 'moved',
    requestedBy: requester.id,
    approvedBy: approvals.map(({ by }) => by.id),
  });
  if (answer.kind === 'accepted') return { state: 'done' };
  if (answer.kind === 'refused') return { state: 'failed', why: answer.words ?? 'refused' };
  return { state: 'again', why: answer.why, waitMs: answer.waitMs };
}

function progressed(tx: Transaction, { job, step }: Progressed<'takeover'>, now: Date): void {
  const takeover = tx.get('takeovers', job.work.takeover);
  if (!takeover) return;
  if (step.state === 'failed' && !isOut(step.why)) giveUpLot(tx, { takeover, step }, now);
  if (takeover.state === 'running' && takeover.job === job.id) continueRun(tx, { takeover, job, step }, now);
}

/** A lot that could not be carried out after the last try. */
function giveUpLot(tx: Transaction, { takeover, step }: { takeover: Takeover; step: Step }, now: Date): void {
  const phase = phaseOf(step.key);
  const why = step.why ?? 'fault';
  if (why === unproven) return;
  if (phase !== 'give' && phase !== 'take') return;
  const taken = endsWithPurchase(takeover, tx) ? 'ends' : 'open';
  for (const person of lotOf(takeover, step.key)) {
    const id = transferId(takeover.id, person);
    const transfer = tx.get('transfers', id) ?? {
      ...{ id, given: phase === 'give' ? ('open' as const) : null, taken },
      ...{ why: null, shown: false, at: now.toISOString() },
    };
    // Whether they hold it could not be read; their seat ends all the same.
    if (phase === 'take' && taken === 'ends') tx.put('transfers', transfer);
    if (phase === 'give' && transfer.given === 'open')
      keepTransfer(tx, { takeover, person, transfer, what: 'given', why, now });
    if (phase === 'take' && isToTake(transfer))
      keepTransfer(tx, { takeover, person, transfer, what: 'taken', why, now });
  }
}

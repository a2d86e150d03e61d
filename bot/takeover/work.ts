/** Carries out the run of a takeover, step by step; each can be repeated without harm. */
import { audit } from '../../store/audit.ts';
import type { AuditAction, Step, Takeover, Transfer } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import { fingerprintOf } from '../../store/takeover/fingerprint.ts';
import { blocks } from '../../store/takeover/preflight.ts';
import type { Automation } from '../automation.ts';
import type { Clock } from '../clock.ts';
import type { Assigned, Commerce, LicenceFacts } from '../microsoft/commerce.ts';
import { didNotStick, purserItself } from '../work/change.ts';
import { type JobOf, mostTries, type Outcome, type Work, whyNot } from '../work/jobs.ts';
import { currentAction } from './action.ts';
import { byPerson, examine } from './examine.ts';
import { goOnAfter, lotOf, phaseOf } from './run.ts';
import { isToTake, transferId, transferOf } from './transfers.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign' | 'holders' | 'seats'>;
  /** The operator's own; undefined where a person ends subscriptions. */
  automation: Automation | undefined;
  clock: Clock;
}

/** What was changed a moment ago may still be missing where Microsoft is asked for it (Graph is eventually consistent). */
const settlesInMs = 30_000;

export function createTakeoverWork(deps: Deps): Work<'takeover'> {
  return {
    async carry(job, step) {
      const takeover = deps.store.get('takeovers', job.work.takeover);
      if (!takeover) return { state: 'failed', why: 'fault' };
      return carryOne(takeover, step, deps).catch(whyNot);
    },
    progressed,
    isWanted: (reader, { id, work }) => {
      const takeover = reader.get('takeovers', work.takeover);
      return takeover?.state === 'running' && takeover.job === id;
    },
  };
}

function carryOne(takeover: Takeover, step: Step, deps: Deps): Promise<Outcome> {
  const carries: Record<ReturnType<typeof phaseOf>, () => Promise<Outcome>> = {
    check: () => check(takeover, deps),
    give: () => give(takeover, lotOf(takeover, step.key), deps),
    verify: () => verify(takeover, step, deps),
    take: () => take(takeover, lotOf(takeover, step.key), deps),
    end: () => end(takeover, deps),
  };
  return carries[phaseOf(step.key)]();
}

async function check(takeover: Takeover, { store, commerce }: Deps): Promise<Outcome> {
  const { findings, holders } = await examine(takeover, commerce);
  await store.transact((tx) => {
    const now = tx.get('takeovers', takeover.id);
    if (now) tx.put('takeovers', { ...now, findings });
  });
  const action = currentAction(takeover, store, holders);
  if (!action || fingerprintOf(action) !== takeover.fingerprint) return { state: 'failed', why: 'changed' };
  return blocks(findings) ? { state: 'failed', why: 'blocked' } : { state: 'done' };
}

async function give(takeover: Takeover, lot: readonly string[], deps: Deps): Promise<Outcome> {
  const { store, commerce } = deps;
  const { act } = takeover;
  if (act.kind !== 'move') return { state: 'done' };
  const waitMs = commerce.waitToAssign(lot.length);
  if (waitMs > 0) return { state: 'later', waitMs };
  await intend(takeover, lot, deps);
  const open = lot.filter((person) => transferOf(store, takeover.id, person)?.given === 'open');
  if (open.length === 0) return { state: 'done' };
  const came = await commerce.assign(act.to.sku, open);
  await keep(takeover, came, 'given', deps);
  return outcomeOf([...came.values()]);
}

async function take(takeover: Takeover, lot: readonly string[], deps: Deps): Promise<Outcome> {
  const { store, commerce } = deps;
  const waitMs = commerce.waitToAssign(lot.length);
  if (waitMs > 0) return { state: 'later', waitMs };
  await intend(takeover, lot, deps);
  const open = lot.filter((person) => {
    const transfer = transferOf(store, takeover.id, person);
    return transfer !== undefined && isToTake(transfer);
  });
  if (open.length === 0) return { state: 'done' };
  const came = await commerce.unassign(takeover.purchase.sku, open);
  await keep(takeover, came, 'taken', deps);
  return outcomeOf([...came.values()]);
}

/** Puts on disk what is meant to be done for whom; whoever has left, or holds it no more, is left alone. */
async function intend(takeover: Takeover, lot: readonly string[], { store, commerce, clock }: Deps): Promise<void> {
  const { act } = takeover;
  const fresh = lot.filter((person) => !transferOf(store, takeover.id, person));
  if (fresh.length === 0) return;
  const skus = [takeover.purchase.sku, ...(act.kind === 'move' ? [act.to.sku] : [])];
  const facts = byPerson(await commerce.licencesOf(fresh, skus));
  await store.transact((tx) => {
    for (const person of fresh) {
      const id = transferId(takeover.id, person);
      tx.put('transfers', {
        id,
        ...meantFor(facts.get(person.toLowerCase())),
        why: null,
        at: clock.now().toISOString(),
      });
    }
  });
}

function meantFor(facts: LicenceFacts | undefined): Pick<Transfer, 'given' | 'taken'> {
  const [source, target] = facts?.licences.map(({ held }) => held !== 'none' && held !== 'error') ?? [];
  if (!source) return { given: null, taken: null };
  if (target === undefined) return { given: null, taken: 'open' };
  return { given: target ? 'already' : 'open', taken: 'open' };
}

/** `already` where it was meant to be done: it was, before a crash could be outlived. */
async function keep(
  takeover: Takeover,
  came: ReadonlyMap<string, Assigned>,
  what: 'given' | 'taken',
  deps: Deps,
): Promise<void> {
  await deps.store.transact((tx) => {
    for (const [person, assigned] of came) {
      const transfer = transferOf(tx, takeover.id, person);
      if (transfer && (typeof assigned === 'string' || 'trouble' in assigned))
        put(tx, takeover, person, transfer, { what, why: whyOf(assigned) }, deps.clock.now());
    }
  });
}

/** Null where it was done. */
function whyOf(assigned: Exclude<Assigned, { again: unknown }>): string | null {
  return typeof assigned === 'string' ? null : (assigned.words ?? assigned.trouble);
}

function put(
  tx: Transaction,
  takeover: Takeover,
  person: string,
  transfer: Transfer,
  { what, why }: { what: 'given' | 'taken' /** Null where it was done. */; why: string | null },
  now: Date,
): void {
  const state = why === null ? 'done' : what === 'given' ? 'failed' : 'refused';
  tx.put('transfers', { ...transfer, [what]: state, why, at: now.toISOString() });
  if (state === 'done') note(tx, takeover, person, what === 'given' ? 'licence-assigned' : 'licence-removed', why, now);
  if (state === 'failed') note(tx, takeover, person, 'licence-failed', why, now);
}

function note(
  tx: Transaction,
  { id, purchase, act }: Takeover,
  person: string,
  action: AuditAction,
  why: string | null,
  now: Date,
): void {
  const product = action === 'licence-removed' || act.kind !== 'move' ? purchase.product : act.to.product;
  audit(tx, {
    at: now.toISOString(),
    actor: purserItself,
    action,
    purchase: purchase.id,
    product,
    purchaser: purchase.purchaser?.name ?? null,
    before: id,
    after: tx.get('people', person)?.name ?? person,
    why,
  });
}

function outcomeOf(all: readonly Assigned[]): Outcome {
  const again = all.flatMap((assigned) => (typeof assigned === 'object' && 'again' in assigned ? [assigned] : []));
  const [first] = again;
  if (!first) return { state: 'done' };
  return { state: 'again', why: first.again, waitMs: Math.max(...again.map(({ retryAfter }) => retryAfter ?? 0)) };
}

/** Microsoft's word that a licence was given is no proof: it has to show it. */
async function verify(takeover: Takeover, step: Step, deps: Deps): Promise<Outcome> {
  const { store, commerce, clock } = deps;
  const { act } = takeover;
  if (act.kind !== 'move') return { state: 'done' };
  const moved = takeover.holders.ids.filter((person) => transferOf(store, takeover.id, person)?.given === 'done');
  const shown = byPerson(await commerce.licencesOf(moved, [act.to.sku]));
  const isShown = (person: string): boolean => {
    const held = shown.get(person.toLowerCase())?.licences[0]?.held;
    return held !== undefined && held !== 'none' && held !== 'error';
  };
  const missing = moved.filter((person) => shown.has(person.toLowerCase()) && !isShown(person));
  if (missing.length === 0) return { state: 'done' };
  if (step.tries + 1 < mostTries) return { state: 'again', why: didNotStick, waitMs: settlesInMs };
  await store.transact((tx) => {
    for (const person of missing) {
      const transfer = transferOf(tx, takeover.id, person);
      if (transfer) put(tx, takeover, person, transfer, { what: 'given', why: didNotStick }, clock.now());
    }
  });
  return { state: 'done' };
}

/** Asks the operator's own automation to end the subscription; that it did, only Microsoft can show. */
async function end(takeover: Takeover, { automation, store }: Deps): Promise<Outcome> {
  if (!automation) return { state: 'failed', why: 'no-automation' };
  const { id, purchase, act, requester, approvals } = takeover;
  const answer = await automation.cancel({
    ...{ id, purchase: purchase.id, subscription: purchase.subscription },
    commerceId: store.get('purchases', purchase.id)?.commerceId ?? null,
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

function progressed(tx: Transaction, job: JobOf<'takeover'>, step: Step, now: Date): void {
  const takeover = tx.get('takeovers', job.work.takeover);
  if (!takeover) return;
  if (step.state === 'failed') giveUp(tx, takeover, step, now);
  if (takeover.state === 'running' && takeover.job === job.id) goOnAfter(tx, takeover, job, step, now);
}

/** What could not be done after all the tries there are. */
function giveUp(tx: Transaction, takeover: Takeover, { key, why }: Step, now: Date): void {
  const phase = phaseOf(key);
  if (phase !== 'give' && phase !== 'take') return;
  for (const person of lotOf(takeover, key)) {
    const id = transferId(takeover.id, person);
    const transfer = tx.get('transfers', id) ?? {
      ...{ id, given: phase === 'give' ? ('open' as const) : null, taken: 'open' as const },
      ...{ why: null, at: now.toISOString() },
    };
    if (phase === 'give' && transfer.given === 'open') put(tx, takeover, person, transfer, { what: 'given', why }, now);
    if (phase === 'take' && isToTake(transfer)) put(tx, takeover, person, transfer, { what: 'taken', why }, now);
  }
}

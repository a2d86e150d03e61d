/** Gives holders of a takeover the new licence, and takes the old one: what is meant is on disk before, what came of it after. */
import { present } from '../../../cards/when.ts';
import { audit, purserItself } from '../../../store/audit.ts';
import type { Act, AuditAction, Step, Takeover, Transfer } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import type { Dropout } from '../../jobs/failure-reasons.ts';
import type { StepOutcome } from '../../jobs/jobs.ts';
import { type Assigned, type Commerce, type LicenceFacts, MicrosoftFailed } from '../../microsoft/commerce.ts';
import { endsWithPurchase, seatsEnd } from '../state/departmental.ts';
import { byPerson } from '../state/read-preflight.ts';
import { lotOf } from './lots.ts';
import { noteShown } from './shown.ts';
import { isToTake, transferId, transferOf } from './transfers.ts';

export interface Moving {
  store: Store;
  commerce: Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign'>;
  clock: Clock;
}

/** Where everybody stays nothing is given; it is noted who is still there. */
export async function giveLicences(takeover: Takeover, step: Step, deps: Moving): Promise<StepOutcome> {
  const { store, commerce } = deps;
  const { act } = takeover;
  const lot = lotOf(takeover, step.key);
  if (act.kind !== 'move') {
    await intend(takeover, lot, deps);
    return { state: 'done' };
  }
  const waitMs = commerce.waitToAssign(lot.length);
  if (waitMs > 0) return { state: 'later', waitMs };
  await intend(takeover, lot, deps);
  const open = lot.filter((person) => transferOf(store, takeover.id, person)?.given === 'open');
  if (open.length === 0) return { state: 'done' };
  const came = await commerce.assign(act.to.sku, open);
  await keepOutcomes(takeover, { came, what: 'given' }, deps);
  await noteShown(takeover, { people: toLookAt(takeover, step), what: 'given' }, deps).catch(unanswered);
  return outcomeOf([...came.values()]);
}

/** Departmental seats are left alone: Microsoft takes none of them, and each ends with the subscription. */
export async function takeLicences(takeover: Takeover, step: Step, deps: Moving): Promise<StepOutcome> {
  const { store, commerce } = deps;
  const lot = lotOf(takeover, step.key);
  if (endsWithPurchase(takeover, store)) {
    await intend(takeover, lot, deps);
    await leaveToEnd(takeover, lot, deps);
    return { state: 'done' };
  }
  const waitMs = commerce.waitToAssign(lot.length);
  if (waitMs > 0) return { state: 'later', waitMs };
  await intend(takeover, lot, deps);
  const open = lot.filter((person) => {
    const transfer = transferOf(store, takeover.id, person);
    return transfer !== undefined && isToTake(transfer);
  });
  if (open.length === 0) return { state: 'done' };
  const came = await commerce.unassign(takeover.purchase.sku, open);
  await keepOutcomes(takeover, { came, what: 'taken' }, deps);
  if (takeover.act.kind === 'cancel')
    await noteShown(takeover, { people: toLookAt(takeover, step), what: 'taken' }, deps).catch(unanswered);
  return outcomeOf([...came.values()]);
}

/** An older version meant to take them. */
async function leaveToEnd(takeover: Takeover, lot: readonly string[], { store, clock }: Moving): Promise<void> {
  const meant = lot.map((person) => transferOf(store, takeover.id, person)).filter((each) => each?.taken === 'open');
  if (meant.length === 0) return;
  await store.transact((tx) => {
    for (const { id } of present(...meant)) {
      const transfer = tx.get('transfers', id);
      if (transfer) tx.put('transfers', { ...transfer, taken: 'ends', at: clock.now().toISOString() });
    }
  });
}

/** While somebody is waited for, all the others are looked at again: each counts as soon as Microsoft shows it. */
function toLookAt(takeover: Takeover, { key, tries }: Step): readonly string[] {
  return tries > 0 ? takeover.holders.ids : lotOf(takeover, key);
}

/** What Microsoft doesn't show now is looked at again before it is relied on. */
function unanswered(error: unknown): void {
  if (!(error instanceof MicrosoftFailed)) throw error;
}

/**
 * Puts on disk what is meant to be done for whom. People who have left, or no longer hold it, are left alone, and the reason is
 * kept and put on record: they were approved, so they are counted.
 */
async function intend(takeover: Takeover, lot: readonly string[], { store, commerce, clock }: Moving): Promise<void> {
  const { act } = takeover;
  const fresh = lot.filter((person) => !transferOf(store, takeover.id, person));
  if (fresh.length === 0) return;
  const skus = present(takeover.purchase.sku, act.kind === 'move' && act.to.sku);
  const facts = byPerson(await commerce.licencesOf(fresh, skus));
  const ends = endsWithPurchase(takeover, store);
  await store.transact((tx) => {
    for (const person of fresh) {
      const now = clock.now();
      const meant = meantFor(facts.get(person.toLowerCase()), { act: act.kind, ends });
      const transfer = { id: transferId(takeover.id, person), ...meant, shown: false, at: now.toISOString() };
      tx.put('transfers', transfer);
      if (meant.why !== null)
        auditHalf(tx, { takeover, person, transfer, what: 'taken', why: meant.why, now }, 'licence-failed');
    }
  });
}

type Meant = Pick<Transfer, 'given' | 'taken' | 'why'>;

interface Plan {
  act: Act['kind'];
  /** Their seats end with the purchase. */
  ends: boolean;
}

function meantFor(facts: LicenceFacts | undefined, { act, ends }: Plan): Meant {
  const out = dropoutOf(facts);
  if (out || act === 'stay') return { given: null, taken: null, why: out ?? null };
  const [source, target] = facts?.licences ?? [];
  if (act === 'cancel' && source?.held === 'group') return { given: null, taken: 'refused', why: throughGroup };
  const taken = ends ? 'ends' : 'open';
  if (act === 'cancel') return { given: null, taken, why: null };
  return { given: target && has(target) ? 'already' : 'open', taken, why: null };
}

export const throughGroup: Dropout = 'through-group';

function has({ held, listed }: LicenceFacts['licences'][number]): boolean {
  return held === 'none' ? listed === true : held !== 'error';
}

/** Undefined where they hold it, and Microsoft says how. */
function dropoutOf(facts: LicenceFacts | undefined): Dropout | undefined {
  const source = facts?.licences[0];
  if (!source) return 'left-organisation';
  if (source.held !== 'none' && source.held !== 'error') return undefined;
  if (source.listed !== false) return 'no-licence-state';
  return source.held === 'error' ? 'licence-error' : 'no-licence';
}

interface Outcomes {
  came: ReadonlyMap<string, Assigned>;
  what: 'given' | 'taken';
}

/** `already` where it was meant to be done: it was, before a crash could be outlived. */
async function keepOutcomes(takeover: Takeover, { came, what }: Outcomes, deps: Moving): Promise<void> {
  await deps.store.transact((tx) => {
    for (const [person, assigned] of came) {
      const transfer = transferOf(tx, takeover.id, person);
      if (transfer && (typeof assigned === 'string' || 'trouble' in assigned))
        keepTransfer(tx, { takeover, person, transfer, what, why: whyOf(assigned), now: deps.clock.now() });
    }
  });
}

/** Null where it was done. */
function whyOf(assigned: Exclude<Assigned, { again: unknown }>): string | null {
  return typeof assigned === 'string' ? null : (assigned.words ?? assigned.trouble);
}

interface Half {
  takeover: Takeover;
  person: string;
  /** As it was before. */
  transfer: Transfer;
  what: 'given' | 'taken';
  /** Null where it was done. */
  why: string | null;
  now: Date;
}

/** Keeps what came of one half of it for one holder, and notes it in the journal. */
export function keepTransfer(tx: Transaction, half: Half): void {
  const { transfer, what, why, now } = half;
  const state = why === null ? 'done' : what === 'given' ? 'failed' : 'refused';
  tx.put('transfers', { ...transfer, [what]: state, why, at: now.toISOString() });
  const reason = what === 'given' && transfer.taken === 'ends' ? seatsEnd : why;
  if (state === 'done')
    auditHalf(tx, { ...half, why: reason }, what === 'given' ? 'licence-assigned' : 'licence-removed');
  // It was said to be done, and isn't.
  if (state === 'failed' || (state === 'refused' && transfer.taken === 'done')) auditHalf(tx, half, 'licence-failed');
}

/** Somebody for whom nothing is left to do, whatever was done: they are counted, with the reason. */
export function leaveOut(tx: Transaction, about: Pick<Half, 'takeover' | 'person' | 'now'> & { why: Dropout }): void {
  const { takeover, person, why, now } = about;
  const transfer = transferOf(tx, takeover.id, person);
  if (!transfer) return;
  tx.put('transfers', { ...transfer, given: null, taken: null, why, at: now.toISOString() });
  auditHalf(tx, { ...about, transfer, what: 'taken' }, 'licence-failed');
}

function auditHalf(tx: Transaction, { takeover, person, why, now }: Half, action: AuditAction): void {
  const { id, purchase, act } = takeover;
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

function outcomeOf(all: readonly Assigned[]): StepOutcome {
  const again = all.flatMap((assigned) => (typeof assigned === 'object' && 'again' in assigned ? [assigned] : []));
  const [first] = again;
  if (!first) return { state: 'done' };
  return { state: 'again', why: first.again, waitMs: Math.max(...again.map(({ retryAfter }) => retryAfter ?? 0)) };
}

/** Gives holders of a takeover the new licence, and takes the old one: what is meant is on disk before, what came of it after. */
import { present } from '../../../cards/when.ts';
import { audit, purserItself } from '../../../store/audit.ts';
import type { AuditAction, Takeover, Transfer } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import type { StepOutcome } from '../../jobs/jobs.ts';
import type { Assigned, Commerce, LicenceFacts } from '../../microsoft/commerce.ts';
import { byPerson } from '../state/read-preflight.ts';
import { isToTake, transferId, transferOf } from './transfers.ts';

interface Moving {
  store: Store;
  commerce: Pick<Commerce, 'licencesOf' | 'assign' | 'unassign' | 'waitToAssign'>;
  clock: Clock;
}

export async function giveLicences(takeover: Takeover, lot: readonly string[], deps: Moving): Promise<StepOutcome> {
  const { store, commerce } = deps;
  const { act } = takeover;
  if (act.kind !== 'move') return { state: 'done' };
  const waitMs = commerce.waitToAssign(lot.length);
  if (waitMs > 0) return { state: 'later', waitMs };
  await intend(takeover, lot, deps);
  const open = lot.filter((person) => transferOf(store, takeover.id, person)?.given === 'open');
  if (open.length === 0) return { state: 'done' };
  const came = await commerce.assign(act.to.sku, open);
  await keepOutcomes(takeover, { came, what: 'given' }, deps);
  return outcomeOf([...came.values()]);
}

export async function takeLicences(takeover: Takeover, lot: readonly string[], deps: Moving): Promise<StepOutcome> {
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
  await keepOutcomes(takeover, { came, what: 'taken' }, deps);
  return outcomeOf([...came.values()]);
}

/** Puts on disk what is meant to be done for whom; people who have left, or no longer hold it, are left alone. */
async function intend(takeover: Takeover, lot: readonly string[], { store, commerce, clock }: Moving): Promise<void> {
  const { act } = takeover;
  const fresh = lot.filter((person) => !transferOf(store, takeover.id, person));
  if (fresh.length === 0) return;
  const skus = present(takeover.purchase.sku, act.kind === 'move' && act.to.sku);
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
  if (state === 'done') auditHalf(tx, half, what === 'given' ? 'licence-assigned' : 'licence-removed');
  // It was said to be done, and isn't.
  if (state === 'failed' || (state === 'refused' && transfer.taken === 'done')) auditHalf(tx, half, 'licence-failed');
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

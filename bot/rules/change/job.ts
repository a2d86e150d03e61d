/** Changes of rules: each begins in the transaction that confirms it and is carried out as a job, one rule a step. */
import { audit, type News, purserItself } from '../../../store/audit.ts';
import { notify, type Posted, showNotice } from '../../../store/notices.ts';
import { changeDigest, isOrdered, isSeconded } from '../../../store/proof.ts';
import type { Change, Rule, RuleValue } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import { didNotStick, unproven, wouldWiden } from '../../jobs/failure-reasons.ts';
import { begin, type Progressed, retry, type StepOutcome, type Work, whyNot } from '../../jobs/jobs.ts';
import { tellUnproven } from '../../jobs/unproven.ts';
import type { Commerce } from '../../microsoft/commerce.ts';
import { restsOn } from '../../orders/rests-on.ts';
import { noteFound } from '../catalogue/note-outside-change.ts';
import { widens } from './plan.ts';
import { showDrift } from './posted-drift.ts';

/**
 * Starts a change, together with its job.
 *
 * @param card where it was confirmed, which then shows how far it is
 * @returns the change as it runs
 */
export function applyChange(
  tx: Transaction,
  planned: Change,
  { now, card }: { now: Date; card?: Posted | undefined },
): Change {
  const keys = planned.items.map(({ rule }) => rule);
  const job = begin(tx, { kind: 'change', change: planned.id }, { keys, now });
  const change: Change = { ...planned, state: 'running', job: job.id };
  tx.put('changes', change);
  auditOrder(tx, change, now);
  if (change.by) {
    const saying = { card: 'change', change: change.id } as const;
    notify(tx, { key: keyOf(change), to: { person: change.by.id }, saying, card }, now);
  }
  return change;
}

/** Tries the failed rules once more. */
export function retryChange(tx: Transaction, change: Change, now: Date): Change {
  const job = tx.get('jobs', change.job ?? '');
  if (!job) return change;
  retry(tx, job, now);
  const running: Change = { ...change, state: 'running' };
  tx.put('changes', running);
  auditOrder(tx, running, now);
  refreshCards(tx, change, now);
  return running;
}

/** Nothing is set that nobody ordered: the job looks for this entry. */
function auditOrder(tx: Transaction, change: Change, now: Date): void {
  const { id, by, why } = change;
  const about = { at: now.toISOString(), actor: by ?? purserItself, action: 'rules-ordered', why } as const;
  const nothing = { purchase: null, product: null, purchaser: null, before: null };
  audit(tx, { ...about, ...nothing, after: id, digest: changeDigest(change) });
}

function keyOf({ id }: Change): string {
  return `change ${id}`;
}

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'rule' | 'setRule'>;
  clock: Clock;
}

export function createChangeWork(deps: Deps): Work<'change'> {
  return {
    carry: async ({ work: { change } }, step) => {
      if (!deps.store.get('changes', change)) return { state: 'failed', why: 'fault' };
      return setOne({ change, rule: step.key }, deps).catch(whyNot);
    },
    isProven(reader, job) {
      const change = reader.get('changes', job.work.change);
      if (!change) return true;
      const { id } = change;
      return (
        isOrdered({ action: 'rules-ordered', id, digest: changeDigest(change) }, reader) && isSeconded(job, reader)
      );
    },
    // Of what the baseline sets back by itself there is nobody.
    orderedBy: (reader, job) => restsOn(reader, job, reader.get('changes', job.work.change)?.by?.id),
    progressed,
  };
}

/** One rule of a change. */
interface Place {
  change: Change['id'];
  rule: Rule['id'];
}

/** Reads first, so that a step done twice writes once; and reads again afterwards, since Microsoft's word is not enough. */
async function setOne({ change, rule }: Place, deps: Deps): Promise<StepOutcome> {
  const { store, commerce } = deps;
  const item = store.get('changes', change)?.items.find((each) => each.rule === rule);
  if (!item) return { state: 'failed', why: 'fault' };
  const now = await commerce.rule(rule);
  const found = isAsFound(item, now, store) ? item.found : await recordFound({ change, rule }, now, deps);
  if (now === item.wanted) return recordDone({ change, rule }, { found, after: now }, deps);
  if (widens({ before: now, wanted: item.wanted }) && !widens(item)) return { state: 'failed', why: wouldWiden };
  await commerce.setRule(rule, item.wanted);
  const after = await commerce.rule(rule);
  return after === item.wanted
    ? recordDone({ change, rule }, { found, after }, deps)
    : { state: 'again', why: didNotStick };
}

type Item = Change['items'][number];

/** The rule is as at the first try, or as only this change can have made it: nobody else has changed it meanwhile. */
function isAsFound<T extends Item>(item: T, now: RuleValue, store: Store): item is T & { found: RuleValue } {
  const { rule, found, wanted, after } = item;
  const known = store.get('rules', rule)?.value;
  return found !== null && known === (after ?? found) && (now === known || now === wanted);
}

/** A change that somebody else has made since the last sync goes on record as theirs, before the rule is changed again. */
async function recordFound({ change, rule }: Place, found: RuleValue, { store, clock }: Deps): Promise<RuleValue> {
  await store.transact((tx) => {
    putItem(tx, { change, rule }, { found });
    const known = tx.get('rules', rule);
    if (!known || known.value === found) return;
    noteFound(tx, known, { value: found, at: clock.now().toISOString() });
    tx.put('rules', { ...known, value: found });
  });
  return found;
}

async function recordDone(
  { change, rule }: Place,
  values: { found: RuleValue; after: RuleValue },
  { store, clock }: Deps,
): Promise<StepOutcome> {
  await store.transact((tx) => {
    putItem(tx, { change, rule }, values);
    const known = tx.get('rules', rule);
    if (known) tx.put('rules', { ...known, value: values.after, setAt: clock.now().toISOString() });
  });
  return { state: 'done' };
}

function putItem(tx: Transaction, { change, rule }: Place, values: Partial<Item>): void {
  const before = tx.get('changes', change);
  if (!before) return;
  const items = before.items.map((item) => (item.rule === rule ? { ...item, ...values } : item));
  tx.put('changes', { ...before, items });
}

function progressed(tx: Transaction, { job, step }: Progressed<'change'>, now: Date): void {
  const change = tx.get('changes', job.work.change);
  const item = change?.items.find(({ rule }) => rule === step.key);
  if (!change || !item) return;
  const about = { at: now.toISOString(), actor: change.by ?? purserItself };
  if (step.state === 'done' && item.found !== item.after)
    auditItem(tx, item, { ...about, action: 'rule-set', why: change.why });
  if (step.state === 'failed' && step.why === unproven) tellUnproven(tx, change.id, now);
  if (step.state === 'failed') auditItem(tx, item, { ...about, action: 'rule-failed', why: step.why });
  if (job.dueAt === null || job.steps.every(({ state }) => state === 'done' || state === 'failed'))
    tx.put('changes', { ...change, state: 'ended' });
  if (step.state === 'done') showDrift(tx, [{ id: step.key }], { at: now });
  refreshCards(tx, change, now);
}

/** Every card that shows the change: that of the person who applied it, and those of the drift it sets back. */
function refreshCards(tx: Transaction, { id }: Change, now: Date): void {
  const showing = [...tx.all('notices')].filter(({ saying }) => 'change' in saying && saying.change === id);
  for (const { key } of showing) showNotice(tx, key, now);
}

function auditItem(
  tx: Transaction,
  { name, before, found, wanted, after }: Item,
  about: Pick<News, 'at' | 'actor' | 'action' | 'why'>,
): void {
  const values = { before: found ?? before, after: after ?? wanted };
  audit(tx, { ...about, ...values, purchase: null, product: name, purchaser: null });
}

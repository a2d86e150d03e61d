/** Changes of rules: begun in the transaction of whoever confirms them, carried out as a job, one rule a step. */
import { audit, purserItself } from '../../../store/audit.ts';
import { notify, type Posted, showNotice } from '../../../store/notices.ts';
import type { Change, Rule, RuleValue, Step } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import { begin, type JobOf, retry, type StepOutcome, type Work, whyNot } from '../../jobs/jobs.ts';
import { didNotStick, wouldWiden } from '../../jobs/whys.ts';
import type { Commerce } from '../../microsoft/commerce.ts';
import { noteFound } from '../catalogue/found.ts';
import { showDrift } from './drift-copies.ts';
import { widens } from './plan.ts';

/**
 * A change is made so: its job is there as soon as it is.
 *
 * @param card where it was confirmed, which then shows how far it is
 * @returns the change as it runs
 */
export function applyChange(tx: Transaction, planned: Change, now: Date, card?: Posted): Change {
  const job = begin(
    tx,
    { kind: 'change', change: planned.id },
    planned.items.map(({ rule }) => rule),
    now,
  );
  const change: Change = { ...planned, state: 'running', job: job.id };
  tx.put('changes', change);
  if (change.by) {
    const saying = { card: 'change', change: change.id } as const;
    notify(tx, { key: keyOf(change), to: { person: change.by.id }, saying, card }, now);
  }
  return change;
}

/** What failed is tried once more. */
export function retryChange(tx: Transaction, change: Change, now: Date): Change {
  const job = tx.get('jobs', change.job ?? '');
  if (!job) return change;
  retry(tx, job, now);
  const running: Change = { ...change, state: 'running' };
  tx.put('changes', running);
  refreshCards(tx, change, now);
  return running;
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
  return { carry: (job, step) => setOne(job.work.change, step.key, deps).catch(whyNot), progressed };
}

/** Reads before it writes, so that a step done twice writes once; and reads after it, since Microsoft's word is not enough. */
async function setOne(change: string, rule: Rule['id'], deps: Deps): Promise<StepOutcome> {
  const { store, commerce } = deps;
  const item = store.get('changes', change)?.items.find((each) => each.rule === rule);
  if (!item) return { state: 'failed', why: 'fault' };
  const now = await commerce.rule(rule);
  const found = isAsFound(item, now, store) ? item.found : await recordFound(change, rule, now, deps);
  if (now === item.wanted) return recordDone(change, rule, { found, after: now }, deps);
  if (widens({ before: now, wanted: item.wanted }) && !widens(item)) return { state: 'failed', why: wouldWiden };
  await commerce.setRule(rule, item.wanted);
  const after = await commerce.rule(rule);
  return after === item.wanted
    ? recordDone(change, rule, { found, after }, deps)
    : { state: 'again', why: didNotStick };
}

type Item = Change['items'][number];

/** It is as it was at the first try, or as only this change can have made it: nobody else was at it meanwhile. */
function isAsFound<T extends Item>(item: T, now: RuleValue, store: Store): item is T & { found: RuleValue } {
  const { rule, found, wanted, after } = item;
  const known = store.get('rules', rule)?.value;
  return found !== null && known === (after ?? found) && (now === known || now === wanted);
}

/** What somebody else has changed since the last sync is on record as that, before it is changed again. */
async function recordFound(
  change: string,
  rule: Rule['id'],
  found: RuleValue,
  { store, clock }: Deps,
): Promise<RuleValue> {
  await store.transact((tx) => {
    putItem(tx, change, rule, { found });
    const known = tx.get('rules', rule);
    if (!known || known.value === found) return;
    noteFound(tx, known, found, clock.now().toISOString());
    tx.put('rules', { ...known, value: found });
  });
  return found;
}

async function recordDone(
  change: string,
  rule: Rule['id'],
  values: { found: RuleValue; after: RuleValue },
  { store, clock }: Deps,
): Promise<StepOutcome> {
  await store.transact((tx) => {
    putItem(tx, change, rule, values);
    const known = tx.get('rules', rule);
    if (known) tx.put('rules', { ...known, value: values.after, setAt: clock.now().toISOString() });
  });
  return { state: 'done' };
}

function putItem(tx: Transaction, change: string, rule: Rule['id'], values: Partial<Item>): void {
  const before = tx.get('changes', change);
  if (!before) return;
  const items = before.items.map((item) => (item.rule === rule ? { ...item, ...values } : item));
  tx.put('changes', { ...before, items });
}

function progressed(tx: Transaction, job: JobOf<'change'>, step: Step, now: Date): void {
  const change = tx.get('changes', job.work.change);
  const item = change?.items.find(({ rule }) => rule === step.key);
  if (!change || !item) return;
  if (step.state === 'done' && item.found !== item.after) auditRule(tx, change, item, 'rule-set', change.why, now);
  if (step.state === 'failed') auditRule(tx, change, item, 'rule-failed', step.why, now);
  if (job.dueAt === null || job.steps.every(({ state }) => state === 'done' || state === 'failed'))
    tx.put('changes', { ...change, state: 'ended' });
  if (step.state === 'done') showDrift(tx, [{ id: step.key }], now);
  refreshCards(tx, change, now);
}

/** On every card that tells of it: that of whoever applied it, and those of the drift it sets back. */
function refreshCards(tx: Transaction, { id }: Change, now: Date): void {
  const telling = [...tx.all('notices')].filter(({ saying }) => 'change' in saying && saying.change === id);
  for (const { key } of telling) showNotice(tx, key, now);
}

function auditRule(
  tx: Transaction,
  { by }: Change,
  { name, before, found, wanted, after }: Item,
  action: 'rule-set' | 'rule-failed',
  why: string | null,
  now: Date,
): void {
  audit(tx, {
    at: now.toISOString(),
    actor: by ?? purserItself,
    action,
    purchase: null,
    product: name,
    purchaser: null,
    before: found ?? before,
    after: after ?? wanted,
    why,
  });
}

/** Changes of rules: begun in the transaction of whoever confirms them, carried out as a job, one rule a step. */
import { audit } from '../../store/audit.ts';
import { notify, showNotice } from '../../store/notices.ts';
import type { Change, Job, Rule, RuleValue, Step } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import { type Commerce, MicrosoftFailed } from '../microsoft/commerce.ts';
import { begin, type Outcome, retry, type Work } from './jobs.ts';

/** Who is named where nobody pressed anything: the baseline set it. */
export const purserItself = { id: 'purser', name: 'Purser' } as const;

/** Microsoft said 200, and the rule is as it was. */
export const didNotStick = 'did-not-stick';

/** A change is made so: its job is there as soon as it is. @returns the change as it runs */
export function applyChange(tx: Transaction, planned: Change, now: Date): Change {
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
    notify(tx, { key: keyOf(change), to: { person: change.by.id }, saying }, now);
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
  showNotice(tx, keyOf(change), now);
  return running;
}

function keyOf({ id }: Change): string {
  return `change ${id}`;
}

export function createChangeWork(store: Store, commerce: Pick<Commerce, 'rule' | 'setRule'>, clock: Clock): Work {
  return {
    carry: (job, step) => setOne(job.work.change, step.key, store, commerce, clock).catch(whyNot),
    progressed,
  };
}

/** Reads before it writes, so that a step done twice writes once; and reads after it, since Microsoft's word is not enough. */
async function setOne(
  change: string,
  rule: Rule['id'],
  store: Store,
  commerce: Pick<Commerce, 'rule' | 'setRule'>,
  clock: Clock,
): Promise<Outcome> {
  const item = store.get('changes', change)?.items.find((each) => each.rule === rule);
  if (!item) return { state: 'failed', why: 'fault' };
  const found = await commerce.rule(rule);
  if (found === item.wanted) return kept(store, change, rule, { found: item.found ?? found, after: found }, clock);
  await store.transact((tx) => putItem(tx, change, rule, { found: item.found ?? found }));
  await commerce.setRule(rule, item.wanted);
  const after = await commerce.rule(rule);
  if (after !== item.wanted) return { state: 'again', why: didNotStick };
  return kept(store, change, rule, { found: item.found ?? found, after }, clock);
}

type Item = Change['items'][number];

async function kept(
  store: Store,
  change: string,
  rule: Rule['id'],
  values: { found: RuleValue; after: RuleValue },
  clock: Clock,
): Promise<Outcome> {
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

/** A no of Microsoft's stays a no until somebody does something about it; everything else may pass. */
function whyNot(error: unknown): Outcome {
  if (!(error instanceof MicrosoftFailed)) throw error;
  const isFinal = error.trouble === 'refused' || error.trouble === 'no-permission';
  return { state: isFinal ? 'failed' : 'again', why: error.words ?? error.trouble };
}

function progressed(tx: Transaction, job: Job, step: Step, now: Date): void {
  const change = tx.get('changes', job.work.change);
  const item = change?.items.find(({ rule }) => rule === step.key);
  if (!change || !item) return;
  if (step.state === 'done' && item.found !== item.after) tell(tx, change, item, 'rule-set', change.why, now);
  if (step.state === 'failed') tell(tx, change, item, 'rule-failed', step.why, now);
  if (job.dueAt === null || job.steps.every(({ state }) => state === 'done' || state === 'failed'))
    tx.put('changes', { ...change, state: 'ended' });
  showNotice(tx, keyOf(change), now);
}

function tell(
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

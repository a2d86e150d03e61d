/** The outcome of each rule of a change that was begun. Pure. */
import type { Change, Job, Step } from '../../../store/records.ts';
import { didNotStick, type Why, whyOf } from '../../jobs/failure-reasons.ts';
import { type Item, isChanged } from './plan.ts';

export const outcomes = ['refused', 'unstuck', 'failed', 'again', 'waiting', 'done', 'already'] as const;
export type RuleOutcome = (typeof outcomes)[number];

export interface Progress {
  item: Item;
  outcome: RuleOutcome;
  /** Why it was not done, or is tried again. */
  why: Why | null;
}

export function progressOf({ items }: Change, job: Job | undefined): Progress[] {
  const steps = new Map(job?.steps.map((step) => [step.key, step]));
  return items.map((item) => {
    const step = steps.get(item.rule);
    const why = step && step.state !== 'done' ? whyOf(step) : null;
    return { item, outcome: outcomeOf(item, step, why), why };
  });
}

function outcomeOf(item: Item, step: Step | undefined, why: Why | null): RuleOutcome {
  switch (step?.state) {
    case 'done':
      return isChanged(item) ? 'done' : 'already';
    case 'failed':
      if (why === didNotStick) return 'unstuck';
      return why === null || isNo(why) ? 'refused' : 'failed';
    default:
      return step && step.tries > 0 ? 'again' : 'waiting';
  }
}

function isNo(why: Why): boolean {
  return typeof why === 'object' || why === 'refused' || why === 'no-permission';
}

/** How many of each there are. */
export function tallyOf(all: readonly Progress[]): Record<RuleOutcome, number> {
  const tally = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<RuleOutcome, number>;
  for (const { outcome } of all) tally[outcome]++;
  return tally;
}

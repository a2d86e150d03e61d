/** Looks at Microsoft for what could go wrong in a takeover somebody thinks of, where that took longer than they waited. */
import { type Trouble, troubles } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import { type StepOutcome, type Work, whyNot } from '../../jobs/jobs.ts';
import type { Commerce } from '../../microsoft/commerce.ts';
import { keepCheck, lookAtDraft, tellDraft } from './drafts.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'holders' | 'licencesOf' | 'seats'>;
  clock: Clock;
}

export function createPreflightWork({ store, commerce, clock }: Deps): Work<'preflight'> {
  const find = async (id: string): Promise<StepOutcome> => {
    const draft = store.get('drafts', id);
    // Found already, before a crash or by another look.
    if (!draft || draft.check) return { state: 'done' };
    const looked = await lookAtDraft(draft, { store, commerce, now: () => clock.now() });
    if (looked) await store.transact((tx) => keepCheck(tx, draft, looked));
    return { state: 'done' };
  };
  return {
    carry: ({ work }) => find(work.draft).catch(whyNot),
    progressed(tx, { job: { id, work }, step }, now) {
      const draft = tx.get('drafts', work.draft);
      if (!draft || (step.state !== 'done' && step.state !== 'failed')) return;
      const check = { at: now.toISOString(), trouble: troubleOf(step.why) };
      if (step.state === 'failed') keepCheck(tx, draft, { check, came: undefined });
      tellDraft(tx, { draft, job: id }, now);
    },
    isWanted: (reader, { work }) => reader.get('drafts', work.draft) !== undefined,
  };
}

/** A step keeps Microsoft's own words where it had any; then it was a no. */
function troubleOf(why: string | null): Trouble {
  if (why === 'fault') return 'broken-answer';
  return troubles.find((each) => each === why) ?? 'refused';
}

/** How sure a sentence about Microsoft is: expected, until somebody has tried it here; seen on a day, afterwards. */
import { type Learnt, type Trial, trials } from '../../store/learnt.ts';
import type { Language } from '../language/index.ts';

/** What is expected of Microsoft, as its engineers or code of others have it. */
const expected: Readonly<Record<Trial, 'refused' | 'allowed'>> = { 'departmental-seat': 'refused', rule: 'allowed' };

export interface Sureness {
  outcome: 'refused' | 'allowed';
  /** When it was seen here; null while it is only expected. */
  seenAt: string | null;
}

export function surenessOf(trial: Trial, learnt: Learnt): Sureness {
  const seen = learnt[trial];
  return seen ? { outcome: seen.outcome, seenAt: seen.at } : { outcome: expected[trial], seenAt: null };
}

/** A sentence that a card may end with: what Microsoft does, and how sure that is. */
export function surenessNote(trial: Trial, learnt: Learnt, { t, format }: Pick<Language, 't' | 'format'>): string {
  const { outcome, seenAt } = surenessOf(trial, learnt);
  if (seenAt === null) return t(`learnt.expected.${trial}`);
  return t(`learnt.${outcome}.${trial}`, { date: format.date(seenAt) });
}

/** Everything that may be tried, once anything was: what is still only expected stands beside what was seen. */
export function trialsToShow(learnt: Learnt): readonly Trial[] {
  return trials.some((trial) => learnt[trial]) ? trials : [];
}

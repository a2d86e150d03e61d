/** Why something was not done: a trouble, one of our own words, or Microsoft's. */
import { type Step, type Trouble, troubles } from '../../store/records.ts';
import type { Language } from '../language/index.ts';

export type Why = Trouble | typeof didNotStick | typeof wouldWiden | 'fault' | { words: string };

/** As a step keeps it, and the journal. */
export function whyOf({ why }: Pick<Step, 'why'>): Why | null {
  if (why === null || why === didNotStick || why === wouldWiden || why === 'fault') return why;
  return troubles.find((trouble) => trouble === why) ?? { words: why };
}

export function whyText(why: Why, { t }: Language): string {
  if (typeof why === 'object') return t('change.why.words', why);
  if (why === didNotStick) return t('change.why.didNotStick');
  if (why === wouldWiden) return t('change.why.wouldWiden');
  return why === 'fault' ? t('change.why.fault') : t(`trouble.${why}`);
}

/** Microsoft said 200, and the rule is as it was. */
export const didNotStick = 'did-not-stick';

/** It was to let people buy less, or was no more than that; since somebody else has set it, it would let them buy more. */
export const wouldWiden = 'would-widen';

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

/** Microsoft answered 200, but the rule has not changed. */
export const didNotStick = 'did-not-stick';

/** The change was not meant to let people buy more; now it would, since somebody else has set the rule meanwhile. */
export const wouldWiden = 'would-widen';

/** Why something was not done: a trouble, one of our own words, or Microsoft's. */
import { type Step, type Trouble, troubles } from '../../store/records.ts';
import type { Language } from '../language/index.ts';
import { leftOrganisation } from '../microsoft/commerce.ts';

/**
 * What puts somebody out of what was decided for them: they are counted all the same, and named with it.
 * `no-licence-state`: they may have the licence, and Microsoft doesn't show how.
 */
export const dropouts = [leftOrganisation, 'no-licence', 'no-licence-state', 'licence-error', 'through-group'] as const;
export type Dropout = (typeof dropouts)[number];

/** Somebody it rests on is no longer an enabled member, or was taken out of the approvers' group, so nothing was begun. */
const outs = ['requester-out', 'approver-out'] as const;
export type Out = (typeof outs)[number];
export const [requesterOut, approverOut] = outs;

export function isOut(why: string | null): why is Out {
  return outs.some((out) => out === why);
}

/** Microsoft answered 200, but doesn't show what was to be so. */
export const didNotStick = 'did-not-stick';

/** Nobody ordered it, as far as the chain of the journal tells: the records may have been written by hand. */
export const unproven = 'unproven';

/** Seats of a departmental SKU: Microsoft lets nobody give or take them one by one, so it was not asked. */
export const departmental = 'departmental';

/** The change was not meant to let people buy more; now it would, since somebody else has set the rule meanwhile. */
export const wouldWiden = 'would-widen';

const reasons = [didNotStick, wouldWiden, unproven, departmental, 'fault', ...outs, ...dropouts] as const;
const known = [...troubles, ...reasons];

export type Why = (typeof known)[number] | { words: string };

/** As a step keeps it, and the journal. */
export function whyOf({ why }: Pick<Step, 'why'>): Why | null {
  return why === null ? null : (known.find((each) => each === why) ?? { words: why });
}

export function whyText(why: Why, { t }: Language): string {
  if (typeof why === 'object') return t('change.why.words', why);
  return isTrouble(why) ? t(`trouble.${why}`) : t(`change.why.${why}`);
}

function isTrouble(why: Exclude<Why, object>): why is Trouble {
  return troubles.some((each) => each === why);
}

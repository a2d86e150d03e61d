/** Why a purchase is cancelled [38]: one of the operator's list, or of Purser's own where the operator has none. */
import type { Config } from '../../config/config.ts';
import type { Translate } from '../../language/index.ts';

const own = ['not-needed', 'replaced', 'cost', 'compliance', 'left', 'other'] as const;
type Own = (typeof own)[number];

/** The reasons as they are kept. */
export function causesIn({ reasons }: Pick<Config['takeovers'], 'reasons'>): readonly string[] {
  return reasons ?? own;
}

/** The reason as it is read: the operator's own words, or Purser's in the reader's language. */
export function causeText(cause: string, t: Translate): string {
  return isOwn(cause) ? t(`draft.cause.${cause}`) : cause;
}

function isOwn(cause: string): cause is Own {
  return (own as readonly string[]).includes(cause);
}

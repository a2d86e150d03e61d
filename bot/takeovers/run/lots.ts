/** The lots in which the holders of a takeover are seen to. */
import type { Takeover } from '../../../store/records.ts';
import { peopleAtOnce } from '../../microsoft/commerce.ts';

/** The people a step is for: `give 3` is the fourth lot of holders. Steps of the other phases have the name of their phase. */
export function lotOf({ holders }: Pick<Takeover, 'holders'>, key: string): string[] {
  const from = Number(key.split(' ')[1]) * peopleAtOnce;
  return holders.ids.slice(from, from + peopleAtOnce);
}

/** Whether a purchaser has asked IT to take a purchase over. */
import { derived } from '../../store/derived.ts';
import type { Entry } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Context } from '../core/command.ts';

/** So long it counts as asked; then it may be asked again. */
const handedDays = 7;

const all = derived(['audit'], (reader: Pick<Reader, 'all' | 'revision'>): readonly Entry[] =>
  [...reader.all('audit')].filter(({ action }) => action === 'handed'),
);

/** The last time that this person asked for it, as far as it still counts. */
export function lastHanded(
  reader: Pick<Reader, 'all' | 'revision'>,
  purchase: string,
  { speaker, now }: Pick<Context, 'speaker' | 'now'>,
): Entry | undefined {
  const since = new Date(now.getTime() - handedDays * 86_400_000).toISOString();
  return all(reader).findLast(
    (entry) => entry.purchase === purchase && entry.actor?.id === speaker.id && entry.at > since,
  );
}

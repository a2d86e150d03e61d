/** Whether a purchaser has asked IT to take a purchase over. */
import type { Entry } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Context } from '../core/command.ts';

/** So long it counts as asked; then it may be asked again. */
const handedDays = 7;

/** The last time that this person asked for it, as far as it still counts. */
export function lastHanded(
  reader: Pick<Reader, 'all'>,
  purchase: string,
  { speaker, now }: Pick<Context, 'speaker' | 'now'>,
): Entry | undefined {
  const since = new Date(now.getTime() - handedDays * 86_400_000).toISOString();
  return [...reader.all('audit')].findLast(
    (entry) =>
      entry.action === 'handed' && entry.purchase === purchase && entry.actor?.id === speaker.id && entry.at > since,
  );
}

export function handedAt(purchase: string, context: Context): string | undefined {
  return lastHanded(context.dependencies.store, purchase, context)?.at;
}

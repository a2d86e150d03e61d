/** Whether a change of rules touches so much that it is for two people to decide. */
import type { Change, Rule } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import type { Context } from '../../core/command.ts';
import { dayMs } from '../../orders/open.ts';

type Asking = Pick<Context, 'now' | 'dependencies'> & { speaker: Pick<Context['speaker'], 'id'> };

/** Half of all products, or a quarter, where few of the others are not so already: afterwards nearly all are the same. */
export function touchesEvery(
  touched: ReadonlySet<Rule['id']>,
  wanted: ReadonlySet<string>,
  reader: Pick<Reader, 'all'>,
): boolean {
  const all = [...reader.all('rules')].filter(({ surface, goneAt }) => surface !== 'switch' && !goneAt);
  const mine = all.filter(({ id }) => touched.has(id));
  const rest = all.filter(({ id, value }) => !touched.has(id) && !wanted.has(value));
  const isPart = (part: readonly unknown[], of: number): boolean => part.length * of >= all.length;
  return mine.length > 0 && (isPart(mine, 2) || (isPart(mine, 4) && rest.length * 4 <= all.length));
}

/** Together with what the same admin has changed since yesterday: product by product is all the same. */
export function isWideChange(
  { items, undoes }: Pick<Change, 'items' | 'undoes'>,
  reader: Pick<Reader, 'all' | 'get'>,
  { speaker, now, dependencies }: Asking,
): boolean {
  const { fourEyes } = dependencies.config;
  if (fourEyes === 'off') return false;
  if (fourEyes === 'all' || (undoes && reader.get('orders', undoes))) return true;
  const touched = new Set([...items.map(({ rule }) => rule), ...changedLately(reader, { speaker, now })]);
  return touchesEvery(touched, new Set(items.map(({ wanted }) => wanted)), reader);
}

/** What the same person has begun since yesterday, without a second. */
export function changedLately(
  reader: Pick<Reader, 'all' | 'get'>,
  { speaker, now }: Pick<Asking, 'speaker' | 'now'>,
): Rule['id'][] {
  const since = new Date(now.getTime() - dayMs).toISOString();
  return [...reader.all('changes')]
    .filter(({ id, by, job }) => by?.id === speaker.id && job !== null && !reader.get('orders', id))
    .filter(({ at, job }) => (reader.get('jobs', job ?? '')?.createdAt ?? at) > since)
    .flatMap(({ items }) => items.map(({ rule }) => rule));
}

/** The one line of the log that tells of a sync: what was read, how much there is, what Microsoft failed. */
import { type Part, parts } from '../../store/records.ts';
import { type Store, StoreClosed } from '../../store/store.ts';
import type { SyncLine } from '../logging/lines.ts';
import type { Deps } from './sync-part.ts';

const counted = ['purchases', 'products', 'people', 'holdings', 'rules'] as const;

/** @param at when it begins, as the parts note it */
export async function toldSync<T>({ store, log }: Deps, at: string, read: () => Promise<T>): Promise<T> {
  const beganAt = performance.now();
  const tell = (isWhole: boolean): void => {
    const came = partsSince(store, at);
    const failed = parts.filter((id) => came[id] && came[id] !== 'read' && came[id] !== 'skipped');
    log.tell({
      event: 'sync',
      outcome: outcomeOf(Object.values(came), isWhole),
      ms: Math.round(performance.now() - beganAt),
      parts: came,
      failed,
      counts: Object.fromEntries(counted.map((table) => [table, store.count(table)])) as SyncLine['counts'],
    });
  };
  try {
    const result = await read();
    tell(true);
    return result;
  } catch (error) {
    // Purser does not wait for Microsoft before it leaves.
    if (!(error instanceof StoreClosed)) tell(false);
    throw error;
  }
}

function partsSince(store: Store, at: string): SyncLine['parts'] {
  const cameOf = ({ triedAt, trouble }: Part): 'read' | 'skipped' | NonNullable<Part['trouble']>['what'] => {
    if (!triedAt || triedAt < at) return 'skipped';
    return trouble?.what ?? 'read';
  };
  return Object.fromEntries([...store.all('parts')].map((part) => [part.id, cameOf(part)]));
}

/** @param isWhole false where it ended by a fault of ours */
function outcomeOf(came: readonly (string | undefined)[], isWhole: boolean): SyncLine['outcome'] {
  if (!isWhole || !came.includes('read')) return 'failed';
  return came.every((each) => each === 'read') ? 'read' : 'partly';
}

/** How far takeovers have come, in words that are another for every commit that takes one further. */
import type { Store } from '../../store/store.ts';

export function reachedIn(store: Store): string[] {
  const takeovers = [...store.all('takeovers')].map(({ id, state, history }) => `${id} ${state} ${history.length}`);
  const jobs = [...store.all('jobs')].map(({ id, work, steps }) => {
    const counts = steps.map(({ key, state }) => `${key} ${state}`).join();
    return `${id} ${work.kind} ${counts}`;
  });
  const tally = new Map<string, number>();
  for (const { id, given, taken } of store.all('transfers')) {
    const what = `${id.split(' ')[0]} given ${given} taken ${taken}`;
    tally.set(what, (tally.get(what) ?? 0) + 1);
  }
  return [...takeovers, ...jobs, ...[...tally].map(([what, count]) => `${what}: ${count}`)];
}

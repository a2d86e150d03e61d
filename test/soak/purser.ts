/**
 * Purser as a process of its own whose time runs faster (`CLOCK_FROM`, `CLOCK_SPEED`). Asked `due?`, it tells how many notices
 * are due now or within the hour; asked `memory?`, how many bytes it takes. With `TELL_COMMITS` it tells of every commit that took a takeover further, and goes on when it
 * is told to.
 */
import { readConfig } from '../../bot/config/config.ts';
import { createLog, hushLibraries } from '../../bot/log.ts';
import { start } from '../../bot/start.ts';
import { fastClock } from './fast-clock.ts';
import { reachedIn } from './reached.ts';

const { CLOCK_FROM, CLOCK_SPEED, TELL_COMMITS, ...environment } = process.env;
const clock = fastClock(Number(CLOCK_FROM), Number(CLOCK_SPEED));
const config = readConfig(environment);
const log = createLog(config.logLevel);
hushLibraries(log);
const purser = await start(config, { clock, log });
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
/** Commits whose makers wait to go on. */
const waiting: (() => void)[] = [];
process.on('message', (asked) => {
  if (asked === 'go on') for (const goOn of waiting.splice(0)) goOn();
  if (asked === 'memory?') process.send?.({ memory: process.memoryUsage().rss });
  if (asked !== 'due?') return;
  const soon = new Date(clock.now().getTime() + 3_600_000).toISOString();
  const due = [...purser.store.all('notices')].filter(({ dueAt }) => dueAt && dueAt <= soon);
  process.send?.({ due: due.length });
});
if (TELL_COMMITS) {
  const { store } = purser;
  const { transact } = store;
  let told = '';
  const tell = async (): Promise<void> => {
    const reached = reachedIn(store);
    if (reached.join() === told) return;
    told = reached.join();
    process.send?.({ reached });
    await new Promise<void>((goOn) => waiting.push(goOn));
  };
  store.transact = async (work) => {
    const result = await transact.call(store, work);
    await tell();
    return result as never;
  };
  void tell();
}
process.once('SIGTERM', () => void purser.stop().then(() => process.exit(0)));

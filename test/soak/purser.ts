/**
 * Purser as a process of its own whose time runs faster (`CLOCK_FROM`, `CLOCK_SPEED`). Asked anything, it tells how many notices
 * are due now or within the hour.
 */
import { readConfig } from '../../bot/config.ts';
import { createLog, hushLibraries } from '../../bot/log.ts';
import { start } from '../../bot/start.ts';
import { fastClock } from './fast-clock.ts';

const { CLOCK_FROM, CLOCK_SPEED, ...environment } = process.env;
const clock = fastClock(Number(CLOCK_FROM), Number(CLOCK_SPEED));
const config = readConfig(environment);
const log = createLog(config.logLevel);
hushLibraries(log);
const purser = await start(config, { clock, log });
process.on('message', () => {
  const soon = new Date(clock.now().getTime() + 3_600_000).toISOString();
  const due = [...purser.store.all('notices')].filter(({ dueAt }) => dueAt && dueAt <= soon);
  process.send?.(due.length);
});
process.once('SIGTERM', () => void purser.stop().then(() => process.exit(0)));

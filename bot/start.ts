/** Builds the house from its configuration and opens it. `index.ts` does so for a process, the tests for themselves. */
import { openFileStore } from '../store/file/open.ts';
import type { Store } from '../store/store.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { House, Sync } from './core/house.ts';
import { createDownloads } from './exports/downloads.ts';
import { createExports } from './exports/kept.ts';
import { createJobs, type Jobs, type Works } from './jobs/jobs.ts';
import { createLanguages } from './language/index.ts';
import { createLicencesWork } from './licences/job.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createGateway } from './microsoft/gateway.ts';
import { createTokens } from './microsoft/tokens.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createPeople } from './people/people.ts';
import { createRouter } from './router/router.ts';
import { createChangeWork } from './rules/change/job.ts';
import { createServer } from './server.ts';
import { absentBefore } from './sync/absence.ts';
import { createSync } from './sync/sync.ts';
import { createPreflightWork } from './takeovers/request/preflight-job.ts';
import { type Automation, createAutomation } from './takeovers/run/automation.ts';
import { createTakeoverWork } from './takeovers/run/job.ts';
import { createWatch, type Watch } from './takeovers/run/watch.ts';
import { createAnnouncementWork } from './takeovers/state/announcing.ts';
import { postpone } from './takeovers/state/postpone.ts';
import { createApp } from './teams/app.ts';
import { createAdapter, createMessenger } from './teams/messenger.ts';
import { createPace } from './teams/pace.ts';

export interface Purser {
  port: number;
  store: Store;
  sync: Sync;
  outbox: Outbox;
  jobs: Jobs;
  watch: Watch;
  /** Answers what is under way, lets go of everything. */
  stop(): Promise<void>;
}

interface Options {
  clock?: Clock;
  log?: Log;
  /** Without it, whoever started Purser runs the sync. */
  scheduled?: boolean;
}

/** @throws StoreInUse, StoreDamaged, or the error of a port that is taken */
export async function start(config: Config, options: Options = {}): Promise<Purser> {
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog(config.logLevel);
  const store = await openFileStore(config.store.folder);
  const metrics = createMetrics(store, clock);
  const commerce = createGateway(config.microsoft, clock, metrics.microsoft);
  const people = createPeople(commerce, clock, config);
  /** Whatever happened may have given reason to tell somebody something, or to do something at Microsoft. */
  const afterwards = (): void => {
    watch.wake();
    jobs.wake();
    outbox.wake();
  };
  const absentSince = absentBefore(store, clock.now(), config.syncMinutes);
  if (absentSince)
    await store.transact((tx) => postpone(tx, { absentSince, calendar: config.takeovers.calendar }, clock.now()));
  const sync = createSync({ store, commerce, clock, log, absentSince, afterwards });
  const languages = createLanguages(config.timeZone);
  const exports = createExports(clock);
  const house: House = { clock, languages, store, people, sync, commerce, exports, config };
  const pace = createPace(clock);
  const adapter = createAdapter(config.bot, config.bot.identity && createTokens(config.bot.identity), pace);
  const messenger = createMessenger(adapter, config);
  const outbox = createOutbox({ house, messenger, log }, pace);
  const doing = { store, commerce, clock };
  const work: Works = {
    change: createChangeWork(doing),
    takeover: createTakeoverWork({ ...doing, automation: automationOf(config, clock) }),
    announcement: createAnnouncementWork(),
    preflight: createPreflightWork(doing),
    licences: createLicencesWork(doing),
  };
  const jobs = createJobs({ store, clock, log, work, afterwards });
  const watch = createWatch({
    ...doing,
    people,
    log,
    takeovers: config.takeovers,
    afterwards: () => {
      jobs.wake();
      outbox.wake();
    },
  });
  const router = createRouter(house, log);
  const app = createApp({ adapter, messenger, router, house, afterwards, log, metrics });
  const readiness = () => ({ ready: sync.hasRun(), troubles: troublesIn(store) });
  const downloads = createDownloads(exports, languages);
  const server = createServer({ app, downloads, metrics, log, dev: config.dev, readiness });
  const stopping = new AbortController();
  try {
    const port = await server.listen(config.port, config.host);
    afterwards();
    const { signal } = stopping;
    const schedules =
      options.scheduled === false
        ? []
        : [
            keepSyncing(sync, clock, config.syncMinutes, log, signal),
            outbox.run(signal),
            jobs.run(signal),
            watch.run(signal),
          ];
    return {
      port,
      store,
      sync,
      outbox,
      jobs,
      watch,
      async stop() {
        stopping.abort();
        await server.close();
        await Promise.all(schedules);
        await watch.stop();
        await jobs.stop();
        await outbox.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function keepSyncing(sync: Sync, clock: Clock, minutes: number, log: Log, signal: AbortSignal): Promise<void> {
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (!signal.aborted) {
    const run = sync.run().catch((error: unknown) => {
      // Whoever leaves does not wait for Microsoft; what the sync did not write, the next one does.
      if (!signal.aborted) log.error({ error }, 'the sync failed');
    });
    await Promise.race([run, left]);
    await clock.wait(minutes * 60_000, signal).catch(() => undefined);
  }
}

function automationOf({ takeovers: { ending } }: Config, clock: Clock): Automation | undefined {
  return ending.kind === 'webhook' ? createAutomation(ending, clock) : undefined;
}

function troublesIn(store: Store): string[] {
  return [...store.all('parts')].flatMap(({ id, trouble }) => (trouble ? [`${id}: ${trouble.what}`] : []));
}

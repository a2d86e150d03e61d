/** Builds the house from its configuration and opens it. `index.ts` does so for a process, the tests for themselves. */
import { openFileStore } from '../store/file/open.ts';
import { isIdle } from '../store/hold.ts';
import { createLearnt } from '../store/learnt.ts';
import type { Store } from '../store/store.ts';
import type { TroubleKind } from '../store/troubles.ts';
import { type Clock, type SteadyClock, steadyClock, systemClock } from './clock.ts';
import { allCommands, commands } from './commands.ts';
import type { Config } from './config/config.ts';
import type { Dependencies, Sync } from './core/dependencies.ts';
import { isFirstMessage, missingToCheck } from './core/first-message.ts';
import { noticeCard } from './core/notice.ts';
import { changesBy } from './core/read-only.ts';
import { createDownloads } from './exports/downloads.ts';
import { createExports } from './exports/file-cache.ts';
import { type Front, openFront } from './front/front.ts';
import { whyLeaving } from './front/leaving.ts';
import { readinessOf } from './front/readiness.ts';
import { storeOptions } from './front/store-options.ts';
import { announceRestored } from './hold/announce.ts';
import { createHoldLog } from './hold/log.ts';
import { automationOf, withholdIn } from './hold/withhold.ts';
import { createJobs, type Jobs, type Works } from './jobs/jobs.ts';
import { createLanguages } from './language/index.ts';
import { carryOutLicences } from './licences/assign-job.ts';
import { createLicencesWork } from './licences/job.ts';
import { holders, products } from './licences/sync.ts';
import { allotments } from './licences/sync-allotments.ts';
import { createLog, type Log } from './log.ts';
import { createToldStore } from './logging/committed.ts';
import { keyOfLog } from './logging/key.ts';
import type { Called } from './logging/lines.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { Commerce } from './microsoft/commerce.ts';
import { createGateway } from './microsoft/gateway.ts';
import { lately } from './microsoft/lately.ts';
import { sparingLookups } from './microsoft/lookups.ts';
import { createTokens, type Tokens } from './microsoft/tokens.ts';
import { notices } from './notices.ts';
import { lookAtOrders } from './orders/due.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createGroups } from './people/groups.ts';
import { createPeople } from './people/people.ts';
import { tellOfMonth } from './pilot/monthly.ts';
import { settleReadOnly } from './pilot/settle.ts';
import { createPlanner } from './planner/planner.ts';
import { subscriptions } from './purchases/sync.ts';
import { carryOutGrants } from './requests/grants.ts';
import { createRequestWork } from './requests/job.ts';
import { lookAtRequests } from './requests/watch.ts';
import { createRouter } from './router/router.ts';
import { carryOutBaseline } from './rules/baseline/second.ts';
import { bulletinWatch } from './rules/bulletins/look.ts';
import { createChangeWork } from './rules/change/job.ts';
import { carryOutChange } from './rules/change/ordered.ts';
import { ruleSettings } from './rules/sync.ts';
import type { OpenHouse } from './server.ts';
import { absentBefore } from './sync/downtime.ts';
import { keepSyncing } from './sync/keep-syncing.ts';
import { createSync } from './sync/sync.ts';
import type { SyncPart } from './sync/sync-part.ts';
import { createPreflightWork } from './takeovers/request/preflight-job.ts';
import { clockSet } from './takeovers/run/clock-set.ts';
import { createTakeoverWork } from './takeovers/run/job.ts';
import { createTakeoverLookout } from './takeovers/run/look.ts';
import { createAnnouncementWork } from './takeovers/state/announcing.ts';
import { showUnreached } from './takeovers/state/posted-cards.ts';
import { postpone } from './takeovers/state/postpone.ts';
import { createApp } from './teams/app.ts';
import { connectTeams, type Teams } from './teams/connect.ts';
import { type CheckedSignIn, createBotSignIn } from './teams/sign-in.ts';
import { createTurnLimit } from './teams/turn-limit.ts';
import { lookoutsFor } from './watches/lookouts.ts';
import { createWatch, type Watch } from './watches/watch.ts';

export interface Purser {
  port: number;
  /** Where /health, /ready and /metrics are, if not on that one. */
  opsPort: number | undefined;
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
  /** If false, the caller runs the sync. */
  scheduled?: boolean;
  /** How long another process that has the store is waited for. */
  leaseWaitMs?: number;
  /** How long requests are still taken after it is known that Purser leaves. */
  graceMs?: number;
  /** Ends the start, where it still waits for the store; its reason may be a `Leaving`. */
  signal?: AbortSignal;
  /** Another process has taken the store, so this one must leave. */
  onLost?: (words: string) => void;
  /** If false, one person may have any number of turns: where turns themselves are measured. */
  limited?: boolean;
}

/** What is read of Microsoft, in this order. */
export const syncParts: readonly SyncPart[] = [subscriptions, products, holders, ruleSettings, allotments];

/** What every piece of the process is made with. */
interface Ground {
  config: Config;
  clock: SteadyClock;
  log: Log;
  store: Store;
  metrics: Metrics;
  /** The bot's own tokens; undefined in development. */
  tokens: Tokens | undefined;
  botSignIn: CheckedSignIn;
  /** Called whenever something happened that may have given reason to tell somebody, or to do something at Microsoft. */
  afterwards: () => void;
  /** One person may have so many turns and no more. */
  isLimited: boolean;
}

/** The loops that carry out what the store says. */
interface Loops {
  outbox: Outbox;
  jobs: Jobs;
  watch: Watch;
}

/** @throws StoreInUse, StoreDamaged, or the error of a port that is taken */
export async function start(config: Config, options: Options = {}): Promise<Purser> {
  const log = options.log ?? createLog(config.logLevel);
  const clock = steadyClock(options.clock ?? systemClock, (byMs) => {
    if (byMs === 0) log.warn('the clock on the wall shows the right time again');
    else log.warn({ byMs }, 'the clock on the wall was set; until it is clear that it stays so, all goes on as before');
  });
  const front = await openFront(config, log);
  try {
    const told = new Map<TroubleKind, number>();
    const kept = await openFileStore(config.store.folder, storeOptions({ log, told, front, options }));
    const store = createToldStore(kept, log.tell);
    try {
      log.useKey(await keyOfLog(store));
      return await moveIn({ config, clock, log, store, metrics: createMetrics(store, clock, told) }, front, options);
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    if (options.signal?.aborted) front.drain(whyLeaving(options.signal));
    await front.close();
    throw error;
  }
}

async function moveIn(
  base: Pick<Ground, 'config' | 'clock' | 'log' | 'store' | 'metrics'>,
  front: Front,
  options: Options,
): Promise<Purser> {
  const { config, clock, log, store, metrics } = base;
  const noteHold = createHoldLog(store, log);
  const afterwards = (): void => {
    noteHold();
    loops.watch.wake();
    loops.jobs.wake();
    loops.outbox.wake();
  };
  const tokens = config.bot.identity && createTokens(config.bot.identity, calledIn(log));
  const scope = config.bot.framework.ToChannelFromBotOAuthScope;
  const botSignIn = createBotSignIn({ tokens, scope, clock, log, metrics });
  const isLimited = options.limited !== false;
  const ground: Ground = { ...base, tokens, botSignIn, afterwards, isLimited };
  const dependencies = await openHouse(ground);
  const teams = connectTeams({ config, clock, tokens, called: calledIn(log) });
  const loops = createLoops(dependencies, teams, ground);
  await announceRestored(store, clock.now());
  front.open(openDoor(dependencies, teams, ground), readinessOf(dependencies, botSignIn));
  afterwards();
  const stopSchedules = options.scheduled === false ? async () => {} : schedule(dependencies.sync, loops, ground);
  return {
    ...{ port: front.port, opsPort: front.opsPort, store, sync: dependencies.sync, ...loops },
    stop: () => leave({ front, stopSchedules, loops, store }, options),
  };
}

async function openHouse({ config, clock, log, store, metrics, botSignIn, afterwards }: Ground): Promise<Dependencies> {
  const observing = { observe: metrics.microsoft, called: calledIn(log), beforeWrite: () => withholdIn(store) };
  const gateway = createGateway(config.microsoft, clock, observing);
  const commerce = { ...gateway, ...sparingLookups(gateway, clock) };
  const groups = createGroups({ commerce, config, clock, log, metrics });
  const absentSince = absentBefore(store, clock.now(), config.syncMinutes);
  const { readOnly } = config.microsoft;
  const pilotSince = await settleReadOnly(
    store,
    { readOnly, absentSince, calendar: config.takeovers.calendar },
    clock.now(),
  );
  if (pilotSince) log.warn({ since: pilotSince }, 'read-only pilot: every change at Microsoft is refused');
  // On hold, and in a read-only pilot, all of that time is given back when it goes on.
  if (absentSince && !isIdle(store))
    await store.transact((tx) => postpone(tx, { absentSince, calendar: config.takeovers.calendar }, clock.now()));
  const month = () => tellOfMonth(store, config.timeZone, clock.now());
  const isChecked = missingToCheck(config).length === 0;
  const dependencies: Dependencies = {
    ...{ clock, store, commerce, config, botSignIn, groups },
    languages: createLanguages(config.timeZone),
    learnt: createLearnt(config.store.folder),
    people: createPeople(commerce, clock, config),
    sync: createSync({
      ...{ store, commerce, clock, log, parts: syncParts, absentSince, afterwards },
      alongside: [botSignIn.check, () => groups.look(0), month, bulletinWatch({ store, commerce, clock, log })],
    }),
    connections: lately(() => commerce.probe(), clock),
    exports: createExports(clock),
    propose: createPlanner(config.model, log),
    changes: changesBy(allCommands),
    orderKinds: {
      change: carryOutChange,
      licences: carryOutLicences,
      baseline: carryOutBaseline,
      grants: carryOutGrants,
    },
    isHeldBack: (notice) => !isChecked && isFirstMessage(notice, notices[notice.saying.card], store),
    cardOf: (notice, roles = new Set()) => noticeCard(notice, { dependencies, kinds: notices, roles }),
  };
  return dependencies;
}

function calledIn(log: Log): Called {
  return (call) => log.tell({ event: 'call', ...call });
}

function createLoops(
  dependencies: Dependencies,
  { messenger, pace }: Teams,
  { config, clock, log, store, afterwards }: Ground,
): Loops {
  const doing = { store, commerce: dependencies.commerce, clock };
  const outbox = createOutbox({ dependencies, messenger, log, pace, kinds: notices, onUnreached: showUnreached });
  const { standingOf } = dependencies.people;
  const jobs = createJobs({ store, clock, log, work: worksOf(doing, config), standingOf, afterwards });
  const { takeovers } = config;
  const watch = createWatch({
    ...{ store, clock, log, lookouts: lookoutsFor(config) },
    clockSet: clockSet({ clock, store, log, sync: dependencies.sync, calendar: config.takeovers.calendar }),
    decisions: [
      (_, now) => lookAtOrders(store, takeovers.calendar, now),
      (_, now) => lookAtRequests({ ...doing, log, takeovers }, now),
      createTakeoverLookout({ ...doing, people: dependencies.people, log, takeovers }),
    ],
    afterwards: () => {
      jobs.wake();
      outbox.wake();
    },
  });
  return { outbox, jobs, watch };
}

/** What is done at Microsoft, by the kind of job. */
function worksOf(doing: { store: Store; commerce: Commerce; clock: Clock }, config: Config): Works {
  return {
    change: createChangeWork(doing),
    takeover: createTakeoverWork({ ...doing, automation: automationOf(config, doing) }),
    announcement: createAnnouncementWork(),
    preflight: createPreflightWork(doing),
    licences: createLicencesWork(doing),
    request: createRequestWork({ ...doing, takeovers: config.takeovers }),
  };
}

function openDoor(
  dependencies: Dependencies,
  { adapter, messenger }: Teams,
  { clock, log, metrics, afterwards, isLimited }: Ground,
): OpenHouse {
  const router = createRouter(dependencies, commands, log);
  const admission = isLimited ? createTurnLimit(clock) : () => 'in' as const;
  const app = createApp({ adapter, messenger, router, dependencies, admission, afterwards, log, metrics });
  return { app, downloads: createDownloads(dependencies.exports, dependencies.languages), metrics };
}

/** Keeps reading Microsoft and carrying out what is due. @returns what ends that, once what is under way has come to an end */
function schedule(sync: Sync, { outbox, jobs, watch }: Loops, { clock, config, log }: Ground): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = [
    keepSyncing(sync, { clock, minutes: config.syncMinutes, log, signal }),
    ...[outbox.run(signal), jobs.run(signal), watch.run(signal)],
  ];
  return async () => {
    stopping.abort();
    await Promise.all(running);
  };
}

interface Open {
  front: Front;
  stopSchedules: () => Promise<void>;
  loops: Loops;
  store: Store;
}

/** First it is said that Purser leaves, so that whoever sends requests sends no more; what still comes is answered. */
async function leave(
  { front, stopSchedules, loops: { watch, jobs, outbox }, store }: Open,
  { graceMs = 0, signal }: Options,
): Promise<void> {
  front.drain(whyLeaving(signal));
  const stopped = stopSchedules();
  await front.quiet(graceMs);
  await front.close();
  await stopped;
  await watch.stop();
  await jobs.stop();
  await outbox.stop();
  await store.close();
}

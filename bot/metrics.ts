/** What `GET /metrics` tells Prometheus. Labels are closed lists, never ids or names. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { isHeld } from '../store/hold.ts';
import type { Store } from '../store/store.ts';
import { type TroubleKind, troubleKinds } from '../store/troubles.ts';
import { version } from '../store/version.ts';
import type { Clock } from './clock.ts';

export interface Metrics {
  turn(command: string, outcome: string, seconds: number): void;
  rejected(why: string): void;
  microsoft(route: string, status: number): void;
  /** The bot tried to sign in to Teams. */
  botSignIn(isGood: boolean): void;
  /** The group of a setting was looked at. */
  group(setting: string, isGood: boolean): void;
  render(): Promise<string>;
  contentType: string;
}

let ofProcess: Registry | undefined;

/** Made once: what watches the process does so to its end, and would keep every Purser alive that ever ran in it. */
function processMetrics(): Registry {
  if (ofProcess) return ofProcess;
  ofProcess = new Registry();
  collectDefaultMetrics({ register: ofProcess });
  return ofProcess;
}

/** @param told how often the store reported trouble, by kind */
export function createMetrics(store: Store, clock: Clock, told: ReadonlyMap<TroubleKind, number>): Metrics {
  const register = new Registry();
  const { turns, rejected, microsoft, botSignIn, groups } = countersIn(register);
  watchStore(register, store, clock);
  watchTroubles(register, store, told);
  const all = Registry.merge([processMetrics(), register]);
  return {
    turn: (command, outcome, seconds) => turns.observe({ command, outcome }, seconds),
    rejected: (why) => rejected.inc({ why }),
    microsoft: (route, status) => microsoft.inc({ route, status: String(status) }),
    botSignIn: (isGood) => botSignIn.set({ service: 'teams' }, isGood ? 1 : 0),
    group: (setting, isGood) => groups.set({ setting }, isGood ? 1 : 0),
    render: () => all.metrics(),
    contentType: register.contentType,
  };
}

/** What happens. */
function countersIn(register: Registry) {
  const registers = [register];
  const turns = new Histogram({
    name: 'purser_turn_seconds',
    help: 'Time from an activity let in until its answer is out; `unanswered` where Teams did not take it',
    labelNames: ['command', 'outcome'],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 5],
    registers,
  });
  const rejected = new Counter({
    name: 'purser_rejected_total',
    help: 'Requests turned away at the door',
    labelNames: ['why'],
    registers,
  });
  const microsoft = new Counter({
    name: 'purser_microsoft_requests_total',
    help: 'Requests to Microsoft by route and status; 0 where no answer came',
    labelNames: ['route', 'status'],
    registers,
  });
  const botSignIn = new Gauge({
    name: 'purser_bot_sign_in',
    help: 'Whether Entra gave the bot a token when last asked; 0: nobody can be answered. Absent until it was asked',
    // With a label it is absent until it is set.
    labelNames: ['service'],
    registers,
  });
  const groups = new Gauge({
    name: 'purser_group',
    help: 'Whether the group of a setting was there and held somebody when last looked at; 0: nobody has a role by it',
    labelNames: ['setting'],
    registers,
  });
  return { turns, rejected, microsoft, botSignIn, groups };
}

/** What the store says, read when it is asked for. */
function watchStore(register: Registry, store: Store, clock: Clock): void {
  const registers = [register];
  new Gauge({
    name: 'purser_data_age_seconds',
    help: 'Age of the last good reading of each part; absent until there is one',
    labelNames: ['part'],
    registers,
    collect() {
      this.reset();
      for (const { id, goodAt } of store.all('parts')) {
        if (goodAt) this.set({ part: id }, (clock.now().getTime() - Date.parse(goodAt)) / 1000);
      }
    },
  });
  new Gauge({
    name: 'purser_notices',
    help: 'Notices by what became of them; `waiting` ones that are overdue mean that Teams takes nothing',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const { outcome } of store.all('notices')) this.inc({ outcome });
    },
  });
  new Gauge({
    name: 'purser_on_hold',
    help: '1 while nothing is sent and nothing changed: paused by an admin, or restored from a backup',
    registers,
    collect() {
      this.set(isHeld(store) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'purser_jobs_open',
    help: 'What is left to do at Microsoft: jobs that have not ended',
    registers,
    collect() {
      let open = 0;
      for (const { dueAt } of store.all('jobs')) if (dueAt) open++;
      this.set(open);
    },
  });
}

/** Which Purser this is, and what its store can't do. */
function watchTroubles(register: Registry, store: Store, told: ReadonlyMap<TroubleKind, number>): void {
  const registers = [register];
  new Gauge({
    name: 'purser_build_info',
    help: 'Always 1; the label is the version of Purser that runs',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  new Gauge({
    name: 'purser_store_trouble',
    help: '1 while the store can not do this: `commits` fail, `snapshots` can not be written, the `lease` not renewed; `opening`: something was amiss at the start',
    labelNames: ['kind'],
    registers,
    collect() {
      const lasting = new Set(store.troubles().map(({ kind }) => kind));
      for (const kind of troubleKinds) this.set({ kind }, lasting.has(kind) ? 1 : 0);
    },
  });
  new Counter({
    name: 'purser_store_troubles_total',
    help: 'How often the store reported trouble; each is a line of the log',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset();
      for (const kind of troubleKinds) this.inc({ kind }, told.get(kind) ?? 0);
    },
  });
}

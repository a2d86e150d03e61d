/** All measurements, one after the other: a table on the screen, and `out/bench.json`. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../bot/config/config.ts';
import { createLog } from '../../bot/log.ts';
import { start } from '../../bot/start.ts';
import { callable } from './calls.ts';
import * as commits from './commits.ts';
import { type Row, table, timed } from './figures.ts';
import type { Outside } from './outside.ts';
import { out } from './profile.ts';
import * as startup from './startup.ts';
import * as syncs from './sync.ts';
import * as moving from './takeover.ts';
import * as telling from './telling.ts';
import * as turns from './turns.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    subscriptions: { type: 'string', default: '100000' },
    users: { type: 'string', default: '300000' },
    people: { type: 'string', default: '10000' },
    holders: { type: 'string', default: '10000' },
    profile: { type: 'boolean', default: false },
  },
});
const subscriptions = Number(values.subscriptions);
const users = Number(values.users);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Measured {
  rows: Row[];
  figures: object;
}

/** Named to be run alone: `npm run bench -- telling`. */
const parts: Record<string, () => Promise<Measured>> = {
  dependencies: measureHouse,
  telling: measureTelling,
  takeover: measureTakeover,
};
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

async function measureTelling(): Promise<Measured> {
  say('telling …');
  const figures = await telling.measureTelling(Number(values.people));
  return { rows: telling.rowsOf(figures), figures: { telling: figures } };
}

async function measureTakeover(): Promise<Measured> {
  say('a takeover …');
  const figures = await moving.measureMoving(Number(values.holders), values.profile);
  return { rows: moving.rowsOf(figures), figures: { takeover: figures } };
}

async function measure(): Promise<Measured> {
  const all: Measured = { rows: [], figures: {} };
  for (const [name, part] of Object.entries(parts)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const { rows, figures } = await part();
    all.rows.push(...rows);
    Object.assign(all.figures, figures);
  }
  return all;
}

async function measureHouse(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  const [full, none] = [join(folder, 'full'), join(folder, 'none')];
  const outside = callable<Outside>(new URL('./outside.ts', import.meta.url));
  try {
    const environment = await outside.start({ subscriptions, users });
    const config = readConfig({ ...environment, STORE: `file:${full}` });
    const log = createLog('silent');
    const purser = await start(config, { log, scheduled: false, limited: false });
    const setting = { outside, purser, config, log };
    say('syncing …');
    const sync = await syncs.measureSync(setting, values.profile);
    say('turns …');
    const turn = await turns.measureTurns(setting, values.profile);
    const beside = await turns.measureBesideSync(setting, subscriptions / 10);
    await purser.stop();
    say('commits …');
    const commit = await commits.measureCommits(subscriptions);
    say('starts …');
    startup.build();
    const empty = await startup.measureStart(environment, none);
    const filled = await startup.measureStart(environment, full);
    return {
      rows: [
        ...turns.rowsOf(turn, beside),
        ...syncs.rowsOf(sync, subscriptions),
        ...startup.rowsOf(empty, filled, subscriptions),
        ...commits.rowsOf(commit, subscriptions),
      ],
      figures: { turns: turn, turnBesideSync: beside, sync, start: { empty, filled }, commit },
    };
  } finally {
    outside.end();
    await rm(folder, { recursive: true, force: true });
  }
}

const { seconds, result } = await timed(measure);
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model ?? '' };
await mkdir(out, { recursive: true });
const kept = { at: new Date().toISOString(), seconds, machine, subscriptions, users, ...result.figures };
await writeFile(join(out, 'bench.json'), `${JSON.stringify(kept, null, 2)}\n`);
say(`\n${table(result.rows)}\n\n${seconds} s in all, on ${machine.cpus} × ${machine.model}, Node ${machine.node}`);
process.exit(0);

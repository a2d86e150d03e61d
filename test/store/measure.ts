/**
 * Figures of the file store, each beside what the disk itself takes: `node --expose-gc --import=tsx test/store/measure.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openFileStore } from '../../store/file/open.ts';
import type { Store } from '../../store/store.ts';
import { purchase } from './history.ts';

const commits = 2000;
const folder = mkdtempSync(join(tmpdir(), 'purser-measure-'));
const at = join(folder, 'store');
const say = (words: string) => process.stdout.write(`${words}\n`);
const ms = (value: number | undefined) => `${(value ?? Number.NaN).toFixed(2)} ms`;

function heap(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

function figures(times: number[]): string {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => ms(sorted[Math.floor(sorted.length * share)]);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${ms(sorted.at(-1))}`;
}

async function timed(work: (i: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < commits; i++) {
    const from = performance.now();
    await work(i);
    times.push(performance.now() - from);
  }
  return times;
}

/** The longest time the event loop was held up while this ran, and how long it ran. */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; block: number }> {
  let last = performance.now();
  let block = 0;
  const tick = setInterval(() => {
    block = Math.max(block, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  await pause(3);
  clearInterval(tick);
  return { took, block };
}

async function fill(store: Store, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n += 1000)
    await store.transact((tx) => {
      for (let i = n; i < n + 1000; i++) tx.put('purchases', purchase(i));
    });
}

const change = (store: Store, n: number) => (i: number) =>
  store.transact((tx) => tx.put('purchases', { ...purchase((i % n) + 1), quantity: i }));

async function bare(): Promise<number[]> {
  const file = await open(join(folder, 'bare'), 'a');
  const line = `${JSON.stringify({ seq: 1000, group: 1000, changes: { purchases: { gone: [], puts: [purchase(500)] } } })}\n`;
  const times = await timed(async () => {
    await file.appendFile(line);
    await file.datasync();
  });
  await file.close();
  return times;
}

async function measureCommits(): Promise<void> {
  const store = await openFileStore(at, { snapshotAfter: 1e12 });
  for (const records of [1000, 100_000]) {
    await fill(store, store.count('purchases') + 1, records);
    for (const round of [1, 2, 3]) {
      say(`bare append and fdatasync (${round}):          ${figures(await bare())}`);
      say(`commit at ${records} records (${round}):  ${figures(await timed(change(store, records)))}`);
    }
  }
  const all = await watched(() => Promise.all(Array.from({ length: 10_000 }, (_, i) => change(store, 100_000)(i))));
  say(`10,000 commits asked for at once: ${ms(all.took)}, event loop held up ${ms(all.block)}`);
  const closing = await watched(() => store.close());
  say(`snapshot of 100,000 records, at close: ${ms(closing.took)}, event loop held up ${ms(closing.block)}`);
}

async function measureOpening(): Promise<void> {
  const from = performance.now();
  const store = await openFileStore(at);
  say(`open with 100,000 records: ${ms(performance.now() - from)}, heap ${heap()} MB, of which ${empty} MB before`);
  await fill(store, 1, 60_000);
  const beside: number[] = [];
  const isWriting = async () => (await readdir(at)).some((name) => name.endsWith('.tmp'));
  const busy = await watched(async () => {
    while (await isWriting()) {
      const start = performance.now();
      await change(store, 100_000)(beside.length);
      beside.push(performance.now() - start);
    }
  });
  say(`snapshot beside ${beside.length} commits: ${ms(busy.took)}, event loop held up ${ms(busy.block)}`);
  say(`  these commits: ${figures(beside)}`);
  await store.close();
}

const empty = heap();
await measureCommits();
await measureOpening();
rmSync(folder, { recursive: true });

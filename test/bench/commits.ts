/** A durable commit, with many records and with few. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '../../store/file/open.ts';
import type { Store } from '../../store/store.ts';
import { purchase } from '../store/history.ts';
import { type Row, ratio, type Times, timesOf } from './figures.ts';

export interface CommitFigures {
  many: Times;
  few: Times;
  ratioOfMedians: number;
}

const commits = 500;

export async function measureCommits(records: number): Promise<CommitFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-bench-'));
  const few = await filled(join(folder, 'few'), 1_000);
  const many = await filled(join(folder, 'many'), records);
  const times: [number[], number[]] = [[], []];
  for (let n = -50; n < commits; n++) {
    for (const [which, store] of [few, many].entries()) {
      const from = performance.now();
      await store.transact((tx) => tx.put('purchases', { ...purchase((n + 51) % 1_000 || 1), quantity: n + 100 }));
      if (n >= 0) times[which as 0 | 1].push(performance.now() - from);
    }
  }
  await Promise.all([few.close(), many.close()]);
  await rm(folder, { recursive: true });
  const [fewTimes, manyTimes] = times.map(timesOf) as [Times, Times];
  return { many: manyTimes, few: fewTimes, ratioOfMedians: ratio(manyTimes.median, fewTimes.median) };
}

async function filled(folder: string, records: number): Promise<Store> {
  const store = await openFileStore(folder, { snapshotAfter: 1e12 });
  for (let from = 1; from <= records; from += 1_000)
    await store.transact((tx) => {
      for (let n = from; n < Math.min(from + 1_000, records + 1); n++) tx.put('purchases', purchase(n));
    });
  return store;
}

export function rowsOf({ many, few, ratioOfMedians }: CommitFigures, records: number): Row[] {
  return [
    [
      `a durable commit at ${records} records`,
      `${many.median} ms, p99 ${many.p99} ms`,
      `at 1000 ${few.median} ms, p99 ${few.p99} ms: ratio ${ratioOfMedians}`,
    ],
  ];
}

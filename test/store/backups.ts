/** Stores on both kinds of disks, and a backup of them. */
import * as fs from 'node:fs/promises';
import { takeBackup } from '../../store/file/backup.ts';
import { Folder } from '../../store/file/folder.ts';
import { openFileStore } from '../../store/file/open.ts';
import { content, step } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';

export const now = new Date('2026-03-04T05:06:07Z');
export const quiet = { report: () => undefined };
export const onDisk = (path: string) => new Folder(path, fs, () => undefined);
export const inMemory = (disk: MemoryDisk) => new Folder('/store', disk, () => undefined);

export async function storeOf(folder: string, count: number): Promise<string> {
  const store = await openFileStore(folder, { snapshotAfter: 20_000 });
  for (let i = 0; i < count; i++) await store.transact(step);
  const held = content(store);
  await store.close();
  return held;
}

export async function contentOf(folder: string): Promise<string> {
  const store = await openFileStore(folder, quiet);
  const held = content(store);
  await store.close();
  return held;
}

/** The disk of a closed store, with a backup taken when it had taken so many steps. */
export async function diskWithBackup(backedUp: number, total: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const store = await openFileStore('/store', { disk, snapshotAfter: 10_000 });
  for (let i = 0; i < total; i++) {
    if (i === backedUp) await takeBackup(inMemory(disk), '/store/backup', now);
    await store.transact(step);
  }
  await store.close();
  return disk;
}

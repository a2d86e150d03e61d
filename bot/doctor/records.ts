/** The folder of the store, looked at from outside: nothing is opened, made or changed, so Purser may be running meanwhile. */
import * as fs from 'node:fs/promises';
import { resolve } from 'node:path';
import { Folder } from '../../store/file/folder.ts';
import { holderOf } from '../../store/file/lease.ts';
import { shareTrouble } from '../../store/file/share.ts';
import { type Finding, finding, type Gap } from './gaps.ts';

const leastBytes = 200 * 1024 * 1024;

export async function records(path: string): Promise<Finding> {
  const folder = resolve(path);
  const stats = await fs.stat(folder).catch(() => undefined);
  if (!stats) return finding('store', [], { folder, is: 'new' });
  const gaps = [await spaceGap(folder), othersGap(folder, stats.mode), await shareGap(folder)];
  const { holder, gap } = await lock(folder);
  return finding(
    'store',
    [...gaps, gap].filter((each) => each !== undefined),
    { folder, is: 'there', holder: holder ?? '' },
  );
}

async function spaceGap(folder: string): Promise<Gap | undefined> {
  const disk = await fs.statfs(folder).catch(() => undefined);
  const free = disk && disk.bavail * disk.bsize;
  if (free === undefined || free >= leastBytes) return undefined;
  return { name: 'store-space', needed: true, about: { folder, free: String(Math.floor(free / 1024 / 1024)) } };
}

/** What is in it names people. Windows tells no such modes. */
function othersGap(folder: string, mode: number): Gap | undefined {
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return isOpen
    ? { name: 'store-readable', needed: false, about: { folder, mode: (mode & 0o777).toString(8) } }
    : undefined;
}

async function shareGap(folder: string): Promise<Gap | undefined> {
  const trouble = await shareTrouble(folder);
  return trouble ? { name: 'store-share', needed: true, about: { trouble } } : undefined;
}

/** A running Purser has it, as it should; a lock of a version that tells nothing is for a person to judge. */
async function lock(path: string): Promise<{ holder?: string; gap?: Gap }> {
  const folder = new Folder(path, fs, () => undefined);
  const words = await holderOf(folder).catch((error: unknown) => (error as Error).message);
  if (!words) return {};
  const holder = /in use by (.+?)\. Stop/.exec(words)?.[1];
  if (!holder || words.includes('Purser 0.1')) return { gap: { name: 'store-lock', needed: true, about: { words } } };
  return { holder };
}

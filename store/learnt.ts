/**
 * What an operator has tried out at Microsoft with the doctor, because no document says it: a file of its own in the folder of the
 * store, so that it can be written while Purser has the store. It holds no name and no id, and nothing is lost with it.
 */
import { readFileSync, statSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod/v4';
import { Folder } from './file/folder.ts';

/** Whether Microsoft lets an app take a departmental seat, and whether it lets one set a rule. */
export const trials = ['departmental-seat', 'rule'] as const;
export type Trial = (typeof trials)[number];

const Seen = z.object({
  /** What Microsoft did when it was asked. */
  outcome: z.enum(['refused', 'allowed']),
  /** Of its answer; null where that isn't known. */
  status: z.number().int().nullable(),
  at: z.iso.datetime(),
});
export type Seen = z.infer<typeof Seen>;

/** The last of each; one that was never tried is not there. */
export type Learnt = Readonly<Partial<Record<Trial, Seen>>>;

const File = z.object({ learnt: z.partialRecord(z.enum(trials), Seen) });
const name = 'learnt.json';

/** Nothing where nobody tried anything, or the file can't be read: then it reads as it does without. */
export function readLearnt(folder: string): Learnt {
  try {
    return File.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).learnt;
  } catch {
    return {};
  }
}

/** Keeps one more, there whole or not at all. */
export async function keepLearnt(path: string, trial: Trial, seen: Seen): Promise<void> {
  const folder = new Folder(resolve(path), fs, () => undefined);
  await folder.make();
  const learnt = { ...readLearnt(folder.path), [trial]: Seen.parse(seen) };
  await folder.write(folder.at(name), [`${JSON.stringify({ learnt }, null, 2)}\n`]);
}

/** What is known, read anew only where the file has changed since. */
export function createLearnt(folder: string): () => Learnt {
  let known: { changed: number; learnt: Learnt } | undefined;
  return () => {
    const changed = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
    if (changed === undefined) return {};
    if (known?.changed !== changed) known = { changed, learnt: readLearnt(folder) };
    return known.learnt;
  };
}

/** What this tenant answers to the questions that no document settles, in a file that may be passed on. */
import { open, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { version } from '../../../store/version.ts';
import type { Config } from '../../config/config.ts';
import type { Clients } from '../clients.ts';
import { grantedTo } from '../grants.ts';
import { type Answer, answerTo } from './answer.ts';
import { purchaseQuestions } from './purchases.ts';
import { rightQuestions } from './rights.ts';
import { seatQuestions } from './seats.ts';
import { seenWith } from './seen.ts';

const what =
  'What one tenant answers to questions about Microsoft’s interfaces that no document settles. Counts and shapes only: no name, no address, no id, no amount.';

export async function answers(clients: Clients, config: Config): Promise<Answer[]> {
  const seen = seenWith(clients, config);
  const all = [...purchaseQuestions(seen), ...seatQuestions(seen), ...rightQuestions(seen, await grantedTo(clients))];
  const found: Answer[] = [];
  // One after the other: nobody waits for it in Teams, and Microsoft's limits are for the Purser that runs.
  for (const question of all) found.push(await answerTo(question));
  return found;
}

export type Unwritable = 'there' | 'no-folder' | 'a-folder' | 'forbidden';

/** Why the file can't be written; undefined where it can. Looked at before Microsoft is asked. */
export async function whyUnwritable(file: string): Promise<Unwritable | undefined> {
  const path = resolve(file);
  const there = await stat(path).catch(() => undefined);
  if (there) return there.isDirectory() ? 'a-folder' : 'there';
  const folder = await stat(dirname(path)).catch(() => undefined);
  return folder?.isDirectory() ? undefined : 'no-folder';
}

/** Readable by nobody else, and never in place of another file. */
export async function writeReport(
  file: string,
  questions: readonly Answer[],
  now: Date,
): Promise<Unwritable | undefined> {
  const path = resolve(file);
  const text = `${JSON.stringify({ what, purser: version, made: now.toISOString().slice(0, 10), questions }, null, 2)}\n`;
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return undefined;
  } catch {
    return (await whyUnwritable(file)) ?? 'forbidden';
  }
}

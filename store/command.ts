/**
 * Backup and restore for operators: `npm run backup -- FILE`, or `node dist/store/command.js backup FILE` where only
 * what was compiled is at hand. The folder is that of STORE, as for Purser itself.
 */
import * as fs from 'node:fs/promises';
import { resolve } from 'node:path';
import { verifyAudit } from './audit.ts';
import { type Backup, takeBackup } from './file/backup.ts';
import { Folder } from './file/folder.ts';
import { restore } from './file/restore.ts';
import { tableNames } from './tables.ts';

const say = (words: string): void => void process.stdout.write(`${words}\n`);
const warn = (words: string): void => void process.stderr.write(`${words}\n`);

/** What can be asked for, and what is said when it can't be done. */
const commands = {
  backup: {
    failed: 'No backup was taken',
    async run(folder: Folder, file: string): Promise<Backup> {
      const backup = await takeBackup(folder, file, new Date());
      say(`${folder.path} is backed up to ${file}: ${contentOf(backup)}.`);
      return backup;
    },
  },
  restore: {
    failed: 'Nothing was restored',
    async run(folder: Folder, file: string): Promise<Backup> {
      const restored = await restore(folder, file, new Date());
      say(`${folder.path} is what ${file} holds: ${contentOf(restored)}.`);
      say('Purser starts on hold with it: it sends and changes nothing until an admin says “resume” to it in Teams.');
      if (restored.aside) say(`What was there before is in ${restored.aside}; remove it when nobody misses it.`);
      return restored;
    },
  },
} as const;

function contentOf({ tables, seq, taken }: Backup): string {
  const counts = tableNames.map((table) => ({ table, count: tables.count(table) })).filter(({ count }) => count > 0);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const each = counts.map(({ table, count }) => `${told(count)} ${table}`).join(', ') || 'none of any kind';
  return `${told(all)} records (${each}), all that was committed up to ${taken ? `${taken}, ` : ''}transaction ${told(seq)}`;
}

function told(count: number): string {
  return count.toLocaleString('en');
}

/** A broken chain can't be mended, so it is kept as it is; but the operator must hear of it. */
function sayAudit({ tables }: Backup): boolean {
  const verdict = verifyAudit(tables);
  if (verdict.holds)
    say(`The audit holds: ${told(verdict.entries)} entries${verdict.hash && `, the newest ${verdict.hash}`}.`);
  else
    warn(
      `The audit does not hold from ${verdict.brokenAt} on; keep every older backup, one of them may hold it unbroken.`,
    );
  return verdict.holds;
}

async function main([name = '', file]: readonly string[], store: string): Promise<boolean> {
  if (!Object.hasOwn(commands, name) || !file) {
    warn('Say what to do: backup FILE, or restore FILE.');
    return false;
  }
  const { run, failed } = commands[name as keyof typeof commands];
  if (!store.startsWith('file:')) {
    warn(`${failed}: STORE must be file:FOLDER; this version keeps its records in files only.`);
    return false;
  }
  try {
    const folder = new Folder(resolve(store.slice('file:'.length)), fs, warn);
    return sayAudit(await run(folder, resolve(file)));
  } catch (error) {
    warn(`${failed}: ${wordsFor(error as NodeJS.ErrnoException)}`);
    return false;
  }
}

/** What the system says is told in its own words; what nobody foresaw, with where it happened. */
function wordsFor(error: NodeJS.ErrnoException): string {
  if (/^(Store|Backup)/.test(error.name)) return error.message;
  return error.code ? `${error.message}.` : (error.stack ?? error.message);
}

process.exitCode = (await main(process.argv.slice(2), process.env['STORE'] || 'file:./data')) ? 0 : 1;

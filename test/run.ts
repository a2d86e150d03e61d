/**
 * `npm test`: mocha on the compiled house, in a process that trusts the stand-ins. Files and folders that are named are run
 * alone (`npm test -- test/purchases/ask.test.ts`); all else that is said is mocha's (`npm test -- --grep takeover`).
 */
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildAll, compiled, reporter } from './built.ts';
import { CALLS, notedIn } from './stand-ins/calls/noted.ts';
import { runTrusting } from './world/trusting.ts';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const root = join(import.meta.dirname, '..');
/** They take longest, so they begin first. */
const longest = ['cards', 'browser', 'rules', 'takeovers'];
/** In MB. A worker runs many files, and what they leave behind grows: 384 was once too little for the last of them. */
const heap = 1024;

const isTest = (name: string): boolean => name.endsWith('.test.ts');
const isNamed = (word: string): boolean => isTest(word) || word.startsWith('test/');

async function testsIn(folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true });
  return names.filter(isTest).map((name) => join(folder, name));
}

/** What a word names, from the root. */
async function named(word: string): Promise<string[]> {
  const path = relative(root, word);
  return statSync(word).isDirectory() ? await testsIn(path) : [path];
}

async function all(): Promise<string[]> {
  const inOrder = (await testsIn('test')).sort((a, b) => a.localeCompare(b));
  const first = longest.flatMap((folder) => inOrder.filter((path) => path.startsWith(join('test', folder, '/'))));
  return [...new Set([...first, ...inOrder])];
}

async function main(words: readonly string[]): Promise<number> {
  const chosen = words.filter(isNamed);
  const [missing] = chosen.filter((word) => !existsSync(word));
  if (missing !== undefined) {
    process.stderr.write(`There is no ${missing}\n`);
    return 1;
  }
  const files = chosen.length > 0 ? (await Promise.all(chosen.map(named))).flat() : await all();
  const built = await buildAll();
  const calls = await mkdtemp(join(tmpdir(), 'purser-calls-'));
  try {
    const argv = [
      `--node-option=max-old-space-size=${heap}`,
      `--reporter=${reporter(built)}`,
      `--require=${compiled(built, 'test/patient-run.ts')}`,
      ...words.filter((word) => !isNamed(word)),
      ...files.map((file) => compiled(built, file)),
    ];
    const code = await runTrusting([mocha, ...argv], { ...built.environment, [CALLS]: calls });
    return code || callsToMicrosoft(calls, words.length === 0);
  } finally {
    await built.remove();
    await rm(calls, { recursive: true, force: true });
  }
}

/** Says what the run sent Microsoft, in whichever of its processes, that is not on the list. @returns the exit code */
function callsToMicrosoft(folder: string, isAll: boolean): number {
  const { unlisted, unsent } = notedIn(folder);
  const tell = (what: string, lines: readonly string[]): void =>
    void (lines.length > 0 && process.stderr.write(`${what}\n${lines.map((line) => `  ${line}\n`).join('')}`));
  tell('Purser sent what is not on the list of calls to Microsoft (test/stand-ins/calls/):', unlisted);
  if (isAll) tell('On the list of calls to Microsoft, and sent by no test:', unsent);
  return unlisted.length > 0 ? 1 : 0;
}

process.exit(await main(process.argv.slice(2)));

/** The doctor as a process: reads what it is asked, looks, and says on the screen what it found. */
import { parseArgs } from 'node:util';
import { languageOf } from '../language/index.ts';
import { type Examined, examine } from './examine.ts';
import { answers, whyUnwritable, writeReport } from './report/report.ts';
import { isWhole, screen } from './screen.ts';
import type { Given } from './settings.ts';
import type { Words } from './words/shape.ts';
import { words as ofAll } from './words/words.ts';

interface Asked {
  report?: string | undefined;
}

const misused = 2;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** @returns the exit code: 0 only where all that is needed is there, and what was asked for was done */
export async function runDoctor(args: readonly string[], given: Given): Promise<number> {
  const language = languageOf(given['LANGUAGE']) ?? 'en';
  const asked = read(args);
  if (!asked) return complain(ofAll[language].usage, misused);
  const unwritable = asked.report === undefined ? undefined : await whyUnwritable(asked.report);
  if (asked.report !== undefined && unwritable)
    return complain(ofAll[language].report.unwritable[unwritable](asked.report), misused);
  const examined = await examine(given);
  const words = ofAll[examined.config?.language ?? language];
  say(screen(examined.findings, words, new Date()).trimEnd());
  const done = asked.report === undefined || (await report(asked.report, examined, words));
  return done && isWhole(examined.findings) ? 0 : 1;
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

function read(args: readonly string[]): Asked | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { report: { type: 'string' } }, strict: true });
    return values.report === '' ? undefined : values;
  } catch {
    return undefined;
  }
}

async function report(file: string, { config, clients }: Examined, { report: words }: Words): Promise<boolean> {
  if (!config || !clients) return complain(words.none, 0) > 0;
  const found = await answers(clients, config);
  const unwritable = await writeReport(file, found, new Date());
  if (unwritable) return complain(words.unwritable[unwritable](file), 0) > 0;
  say('');
  for (const { id, answer } of found) say(`  ${words.line(id, words.verdict[answer])}`);
  say(`\n${words.written(file)}`);
  return true;
}

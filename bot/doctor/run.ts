/** The doctor as a process: reads what it is asked, looks, and says on the screen what it found. */
import { languageOf } from '../language/index.ts';
import { readAsked } from './asked.ts';
import { type Examined, examine } from './examine.ts';
import { answers, whyUnwritable, writeReport } from './report/report.ts';
import { isWhole, screen } from './screen.ts';
import type { Given } from './settings.ts';
import { type Terminal, terminal } from './try/terminal.ts';
import { tryOut, whyNotTried } from './try/try.ts';
import type { Words } from './words/shape.ts';
import { words as ofAll } from './words/words.ts';

const misused = 2;

/** @returns the exit code: 0 only where all that is needed is there, and what was asked for was done */
export async function runDoctor(args: readonly string[], given: Given, at: Terminal = terminal): Promise<number> {
  const language = languageOf(given['LANGUAGE']) ?? 'en';
  const { usage, misuse } = ofAll[language];
  const asked = readAsked(args);
  if ('why' in asked) return complain(`${misuse(asked)}\n${usage}`, misused);
  if (asked.help) {
    at.say(usage);
    return 0;
  }
  const unwritable = asked.report === undefined ? undefined : await whyUnwritable(asked.report);
  if (asked.report !== undefined && unwritable)
    return complain(ofAll[language].report.unwritable[unwritable](asked.report), misused);
  const untried = asked.try === undefined ? undefined : whyNotTried(given, at);
  if (untried) return complain(ofAll[language].try.refused[untried], misused);
  const examined = await examine(given);
  const words = ofAll[examined.config?.language ?? language];
  at.say(screen(examined.findings, words, new Date()).trimEnd());
  const isWritten = asked.report === undefined || (await report(asked.report, examined, { at, words }));
  const isTried = asked.try === undefined || (await tried(asked.try, examined, { at, words }));
  return isWritten && isTried && isWhole(examined.findings) ? 0 : 1;
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

async function tried(
  user: string,
  { config, clients }: Examined,
  { at, words }: { at: Terminal; words: Words },
): Promise<boolean> {
  if (!config || !clients) return complain(words.try.refused['not-signed-in'], 0) > 0;
  return tryOut(user, { config, clients, terminal: at, words: words.try });
}

async function report(
  file: string,
  { config, clients }: Examined,
  { at, words: { report: words } }: { at: Terminal; words: Words },
): Promise<boolean> {
  if (!config || !clients) return complain(words.none, 0) > 0;
  const found = await answers(clients, config);
  const unwritable = await writeReport(file, found, new Date());
  if (unwritable) return complain(words.unwritable[unwritable](file), 0) > 0;
  at.say('');
  for (const { id, answer } of found) at.say(`  ${words.line(id, words.verdict[answer])}`);
  at.say(`\n${words.written(file)}`);
  return true;
}

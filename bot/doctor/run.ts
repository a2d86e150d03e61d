/** The doctor as a process: reads what it is asked, looks, and says on the screen what it found. */
import { languageOf } from '../language/index.ts';
import { examine } from './examine.ts';
import { isWhole, screen } from './screen.ts';
import type { Given } from './settings.ts';
import { words } from './words/words.ts';

/** @returns the exit code: 0 only where all that is needed is there */
export async function runDoctor(_asked: readonly string[], given: Given): Promise<number> {
  const { config, findings } = await examine(given);
  const code = config?.language ?? languageOf(given['LANGUAGE']) ?? 'en';
  process.stdout.write(screen(findings, words[code], new Date()));
  return isWhole(findings) ? 0 : 1;
}

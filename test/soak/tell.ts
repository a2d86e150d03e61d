/** What a test says while it runs for long, and what it counted. In a short run nobody hears it. */
import { appendFileSync } from 'node:fs';

/** Where the figures of this part are gathered; set by the soak. */
const { SOAK_FIGURES } = process.env;

/** A line on the screen, every so many. */
export function progress(done: number, of: number, every: number, what: string): void {
  if (SOAK_FIGURES && done > 0 && done % every === 0) process.stdout.write(`  ${done} of ${of} ${what}\n`);
}

/** A line of the report. */
export function figure(words: string): void {
  if (SOAK_FIGURES) appendFileSync(SOAK_FIGURES, `${words}\n`);
}

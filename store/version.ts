/** The version of this Purser, from package.json, its one source. The build puts a copy of that beside what it compiles. */
import { readFileSync } from 'node:fs';

export const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/** Whether a version, as `0.3.0`, comes after another. What is no version comes before all. */
export function isNewer(one: string, other: string): boolean {
  const [these, those] = [numbersOf(one), numbersOf(other)];
  const at = these.findIndex((number, place) => number !== those[place]);
  return at !== -1 && (these[at] ?? 0) > (those[at] ?? 0);
}

function numbersOf(text: string): number[] {
  return (/^(\d+)\.(\d+)\.(\d+)/.exec(text) ?? [0, 0, 0, 0]).slice(1).map(Number);
}

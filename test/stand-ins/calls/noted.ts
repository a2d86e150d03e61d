/**
 * What the stand-ins were sent, held against the list as it comes. What is not on it fails the test under way
 * (`listedOnly`), or the whole run where no test of this process is (`npm test` reads what other processes left).
 */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { list } from './list.ts';
import { described, type Listed, lineOf, type Sent, type Service } from './listed.ts';

/** Names the folder in which every process of a run writes down what it was sent. */
export const CALLS = 'PURSER_CALLS';

/** Sent with what a test asks by hand: Purser never does. */
export const BY_HAND = 'x-by-hand';

const unlisted: string[] = [];
const seen = new Set<Listed>();

/** @returns whether it is on the list */
export function note(sent: Sent): boolean {
  const line = lineOf(sent, list[sent.service]);
  if (line === undefined) {
    const words = described(sent);
    unlisted.push(words);
    keep('unlisted', words);
    return false;
  }
  if (!seen.has(line)) keep('sent', nameOf(sent.service, line));
  seen.add(line);
  return true;
}

const nameOf = (service: Service, { call }: Listed): string => `${service}: ${call}`;

function keep(what: 'unlisted' | 'sent', words: string): void {
  const { [CALLS]: folder } = process.env;
  if (folder !== undefined) appendFileSync(join(folder, String(process.pid)), `${what} ${JSON.stringify(words)}\n`);
  else if (what === 'unlisted') process.stderr.write(`Not on the list of calls to Microsoft: ${words}\n`);
}

/** What was not on the list since it was last asked. */
export function takeUnlisted(): string[] {
  return [...new Set(unlisted.splice(0))];
}

export interface Noted {
  unlisted: string[];
  /** On the list, and sent by nothing in the whole run. */
  unsent: string[];
}

/** What all processes of a run were sent. */
export function notedIn(folder: string): Noted {
  const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const told = (what: string): Set<string> =>
    new Set(
      lines
        .filter((line) => line.startsWith(`${what} `))
        .map((line) => JSON.parse(line.slice(what.length + 1)) as string),
    );
  const sent = told('sent');
  const all = Object.entries(list).flatMap(([service, lines]) => lines.map((line) => nameOf(service as Service, line)));
  return { unlisted: [...told('unlisted')], unsent: all.filter((name) => !sent.has(name)) };
}

/** What the doctor says, in each language it speaks. A word that one language lacks does not compile. */
import type { Misused } from '../asked.ts';
import type { About, Area, Finding, GapName } from '../gaps.ts';
import type { Verdict } from '../report/answer.ts';
import type { Unwritable } from '../report/report.ts';

export type Misuses = Readonly<Record<Misused['why'], (word: string) => string>>;

export interface Words {
  head(at: string): string;
  state: Readonly<Record<Finding['state'], string>>;
  /** In place of what was found, where it couldn't be looked at. */
  unlooked: string;
  /** In place of a line for each, where the settings have to be right first. */
  restUnlooked: (areas: readonly string[]) => string;
  areas: Readonly<Record<Area, { title: string; good(about: About): string }>>;
  /** What is wrong, and what to do. */
  gaps: Readonly<Record<GapName, (about: About) => readonly [wrong: string, mend: string]>>;
  todo: string;
  optional: string;
  ready: string;
  /** The same, of a read-only pilot. */
  readyPilot: string;
  notReady(count: number): string;
  /** Of what is asked of the doctor. */
  usage: string;
  misuse(asked: Misused): string;
  report: {
    /** Nobody could be asked. */
    none: string;
    unwritable: Readonly<Record<Unwritable, (file: string) => string>>;
    written(file: string): string;
    line(id: string, verdict: string): string;
    verdict: Readonly<Record<Verdict, string>>;
  };
  try: {
    refused: Readonly<Record<'read-only' | 'no-terminal' | 'not-signed-in', string>>;
    nobody(user: string): string;
    begin(user: string): string;
    notGranted(permission: string): string;
    confirm(word: string): string;
    left: string;
    seat: {
      none(user: string): string;
      before(user: string, product: string): string;
      refused(status: number): string;
      givenBack(user: string): string;
      lost(user: string, product: string): string;
      unclear(why: string, user: string, product: string): string;
    };
    rule: {
      none: string;
      before(rule: string, value: string): string;
      /** What is typed to go on. */
      word: string;
      allowed(status: number): string;
      refused(status: number): string;
      unclear(why: string): string;
    };
    notKept(why: string): string;
    end: string;
  };
}

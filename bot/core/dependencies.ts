/** What every command works with: the ports, and what is handed in where the process is wired. */
import type { Card } from '../../cards/card.ts';
import type { Learnt } from '../../store/learnt.ts';
import type { Notice, Trouble } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { Clock, Jump } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { LanguageCode } from '../language/codes.ts';
import type { Language } from '../language/index.ts';
import type { Commerce } from '../microsoft/commerce.ts';
import type { Groups } from '../people/groups.ts';
import type { People, Role } from '../people/people.ts';
import type { Propose } from '../planner/planner.ts';
import type { OrderKinds } from './order.ts';

/** What the house is made of, as commands see it. */
export interface Dependencies {
  clock: Clock;
  languages: Record<LanguageCode, Language>;
  store: Store;
  people: People;
  groups: Groups;
  sync: Sync;
  botSignIn: BotSignIn;
  /** What the operator has tried out at Microsoft. */
  learnt(): Learnt;
  commerce: Commerce;
  /** How the connections to Microsoft are, at most so long ago. */
  connections(atMostMs: number): ReturnType<Commerce['probe']>;
  exports: Exports;
  config: Config;
  /** A model's proposal for a sentence; undefined where none is configured. */
  propose: Propose | undefined;
  /** What carries out what a second person has approved. */
  orderKinds: OrderKinds;
  /** Whether a button leads to a change at Microsoft. */
  changes(button: { verb: string; data: unknown }): boolean;
  /**
   * The card of a notice as it reads now; undefined where there is nothing left to say.
   *
   * @param roles of the person it is for, where what they may do decides what they read
   */
  cardOf(notice: Notice, roles?: ReadonlySet<Role>): Card | undefined;
  /** It is a first message, and people could not check it yet, so it does not go out. */
  isHeldBack(notice: Pick<Notice, 'to' | 'saying'>): boolean;
}

export interface Sync {
  /** Reads everything once. A call while one is under way waits for that one. Never rejects for Microsoft's sake. */
  run(): Promise<void>;
  /**
   * The same for somebody who asks for it: at most once a minute for the whole house.
   *
   * @returns false where Microsoft was read for somebody less than a minute ago, and is not read again
   */
  ask(): Promise<boolean>;
  /** A next run tells that the clock was set, and what happened since. */
  clockWasSet(jump: Jump): void;
  underWay(): boolean;
  /** True once a first run has ended, well or badly. */
  hasRun(): boolean;
}

/** Whether the bot gets tokens for Teams. */
export interface BotSignIn {
  /** As it was when last tried; undefined before that, and in development. */
  state(): { trouble: Trouble | null } | undefined;
}

/** A file somebody asked for. */
export interface Kept {
  fileName: string;
  type: string;
  chunks: readonly Buffer[];
  bytes: number;
}

export interface Exports {
  /**
   * Keeps a file; the oldest of the same person go where that is needed.
   *
   * @param owner who asked for it
   * @returns the token of its address; or, where others fill all the room, in how long some of it is free again
   */
  keep(file: Kept, owner: string): { token: string } | { freeInMs: number };
  /** The file, and one download less; undefined where there is none, or no more. */
  take(token: string): Kept | undefined;
  /** The same without counting. */
  look(token: string): Kept | undefined;
  /** Makes a file once the one that this person asked for before is made: several large ones at once fill the memory. */
  inTurn<T>(owner: string, make: () => Promise<T>): Promise<T>;
}

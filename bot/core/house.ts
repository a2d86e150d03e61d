/** The house as every command sees it: its ports, and what is handed in where it is put together. */
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Kept } from '../exports/kept.ts';
import type { LanguageCode } from '../language/codes.ts';
import type { Language } from '../language/index.ts';
import type { Commerce } from '../microsoft/commerce.ts';
import type { People } from '../people/people.ts';

/** What the house is made of, as commands see it. */
export interface House {
  clock: Clock;
  languages: Record<LanguageCode, Language>;
  store: Store;
  people: People;
  sync: Sync;
  commerce: Commerce;
  exports: Exports;
  config: Config;
}

export interface Sync {
  /** Reads everything once. A call while one is under way waits for that one. Never rejects for Microsoft's sake. */
  run(): Promise<void>;
  underWay(): boolean;
  /** True once a first run has ended, well or badly. */
  hasRun(): boolean;
}

export interface Exports {
  /** @returns the token of its address */
  keep(file: Kept): string;
  /** The file, and one download less; undefined where there is none, or no more. */
  take(token: string): Kept | undefined;
  /** The same without counting. */
  look(token: string): Kept | undefined;
}

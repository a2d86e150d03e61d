/** The shape of a language file, whatever the language says. */
import type { AuditAction } from '../../store/records.ts';
import type { ArgumentName, ValueKind, ValueOf } from './arguments.ts';
import type { ComingDay, PastDay, Span } from './days.ts';
import type { Joint } from './joints.ts';
import type { Said } from './said.ts';
import type { SpokenWords } from './spoken.ts';

export interface CommandWords {
  /** What people type; the first is shown in help. Case, accents, spaces, hyphens and apostrophes don't matter. */
  names: string[];
  summary: string;
  /** What it comes to for who sees only their own purchases, where that is another thing. */
  summaryOwn?: string;
  /** What `help <command>` shows; the first is the shortest. */
  examples: string[];
}

/** The words of another language for what has words in English. */
export type Commands<English> = Record<keyof English, CommandWords>;

/** What people type for a value, by its name in the code. */
export type ValueWords = { [K in ValueKind]: Record<ValueOf<K>, string[]> };

/** Days counted from today: `since:monday`, `expires<month`. */
export interface DayWords {
  past: Record<PastDay, string[]>;
  span: Record<Span, string[]>;
  /** "until friday" */
  coming: Record<ComingDay, string[]>;
  /** What stands before such a day, and says nothing of it: "until", "the next". */
  before: string[];
  /** What stands behind it. */
  after: string[];
  /** An article that counts: "for a week". */
  one: string[];
}

export interface LanguageFile {
  commands: Record<string, CommandWords>;
  /** The words before a colon: `by:adele`. */
  argumentNames: Record<ArgumentName, string[]>;
  valueWords: ValueWords;
  joints: Record<Joint, string[]>;
  dayWords: DayWords;
  /** Whole sentences, and the command that says the same. */
  spoken: SpokenWords;
  /** Sentences by what is meant, of which the ranking learns what others mean. */
  said: Said;
  /** Words that say much the same, by what they have in common. */
  alike: Readonly<Record<string, string>>;
  /** What people may also type for an action of the journal, such as what it was called before. */
  actionWords: Partial<Record<AuditAction, string[]>>;
  /** What people say of a question of the FAQ. */
  faqWords: Record<string, string[]>;
  /** What the journal calls an action is also what people type for it. */
  messages: { audit: { action: Record<AuditAction, string> } };
}

/** What was typed and could not be read, and what is said to that. */
import { shorten } from '../../cards/card.ts';
import { UserError } from '../core/command.ts';
import type { ArgumentName } from '../language/arguments.ts';
import type { Language } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';

export type Misread =
  | { misread: 'too-long'; length: number }
  /** `sought`: without the words that are said for politeness, or only hold others together. */
  | { misread: 'unknown'; tokens: readonly string[]; sought: string }
  /** One argument with two values. */
  | { misread: 'twice'; name: string }
  /** Words left over, of a command that takes none. */
  | { misread: 'stray'; command: CommandName; words: string }
  /** No word of a closed list, or one that may be several. */
  | { misread: 'value'; name: 'status' | 'sort' | 'action'; value: string }
  | { misread: 'date'; value: string }
  | { misread: 'days'; value: string }
  | { misread: 'number'; value: string }
  | { misread: 'hours'; value: string }
  | { misread: 'page' };

/** Of what somebody typed, so much is said back. */
export const longestQuote = 60;

/** Words that are no command at all have a file of their own, `unknown.ts`. */
export type Unreadable = Exclude<Misread, { misread: 'unknown' }>;

type Sentences = {
  [K in Unreadable['misread']]: (found: Extract<Unreadable, { misread: K }>, language: Language) => UserError;
};

const sentences: Sentences = {
  'too-long': ({ length }, { t }) => new UserError(t('refused.tooLong', { count: length })),
  twice: ({ name }, { t, words }) => {
    if (name === 'purchase') return new UserError(t('refused.onePurchase'));
    if (name === 'several') return new UserError(t('refused.apart'));
    const spoken: Partial<Record<string, readonly string[]>> = words.argumentNames;
    return new UserError(t('refused.twice', { name: spoken[name]?.[0] ?? name }));
  },
  stray: ({ command, words }, { t, words: { commands } }) => {
    const { names, examples } = commands[command];
    const word = shorten(words, longestQuote);
    return new UserError(t('refused.strayWord', { word, command: names[0], example: examples.at(-1) }));
  },
  value: ({ name, value }, { t, format, words }) =>
    new UserError(
      t('refused.badValue', {
        value,
        name: words.argumentNames[name][0] ?? name,
        allowed: format.list(allowedFor(name, words)),
      }),
    ),
  date: ({ value }, { t }) => new UserError(t('refused.badDate', { value })),
  days: ({ value }, { t }) => new UserError(t('refused.badDays', { value })),
  number: ({ value }, { t }) => new UserError(t('refused.badNumber', { value })),
  hours: ({ value }, { t }) => new UserError(t('refused.badHours', { value })),
  page: (_, { t }) => new UserError(t('refused.badPage')),
};

/** The sentence for it, in the reader's language, with what helps. */
export function refusalOf<K extends Unreadable['misread']>(
  found: Extract<Unreadable, { misread: K }>,
  language: Language,
): UserError {
  const say = sentences[found.misread as K];
  return say(found, language);
}

function allowedFor(name: ArgumentName & ('status' | 'sort' | 'action'), words: Language['words']): string[] {
  if (name === 'action') return Object.values(words.messages.audit.action);
  return Object.values(words.valueWords[name]).map(([first]) => first ?? '');
}

/** What was typed and could not be read, and what is said to that. */
import { distance } from 'fastest-levenshtein';
import { shorten } from '../../cards/card.ts';
import { press, UserError } from '../core/command.ts';
import type { ArgumentName } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';
import { everyName } from './dictionary.ts';

export type Misread =
  | { misread: 'too-long'; length: number }
  | { misread: 'unknown'; tokens: readonly string[] }
  /** One argument with two values. */
  | { misread: 'twice'; name: string }
  /** Words left over, of a command that takes none. */
  | { misread: 'stray'; command: CommandName; words: string }
  /** No word of a closed list, or one that may be several. */
  | { misread: 'value'; name: 'status' | 'sort' | 'action'; value: string }
  | { misread: 'date'; value: string }
  | { misread: 'days'; value: string }
  | { misread: 'page' };

/** Of what somebody typed, so much is said back. */
const longestQuote = 60;

type Sentences = {
  [K in Misread['misread']]: (found: Extract<Misread, { misread: K }>, language: Language) => UserError;
};

const sentences: Sentences = {
  'too-long': ({ length }, { t }) => new UserError(t('refused.tooLong', { count: length })),
  unknown: ({ tokens }, language) => unknownCommand(tokens, language),
  twice: ({ name }, { t, words }) => {
    if (name === 'purchase') return new UserError(t('refused.onePurchase'));
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
  page: (_, { t }) => new UserError(t('refused.badPage')),
};

/** The sentence for it, in the reader's language, with what helps. */
export function refusalOf<K extends Misread['misread']>(
  found: Extract<Misread, { misread: K }>,
  language: Language,
): UserError {
  const say = sentences[found.misread as K];
  return say(found, language);
}

function allowedFor(name: ArgumentName & ('status' | 'sort' | 'action'), words: Language['words']): string[] {
  if (name === 'action') return Object.values(words.messages.audit.action);
  return Object.values(words.valueWords[name]).map(([first]) => first ?? '');
}

/** The nearest names of commands, in the reader's language first. */
function unknownCommand(tokens: readonly string[], { t, words }: Language): UserError {
  const own = Object.entries(words.commands) as [CommandName, { names: string[] }][];
  const near = own
    .map(([name, { names }]) => ({
      name,
      title: names[0] ?? name,
      far: nearest(tokens, [...names, ...everyName(name)]),
    }))
    .filter(({ far }) => far <= 1 / 3)
    .sort((a, b) => a.far - b.far)
    .slice(0, 2);
  const what = t('refused.unknownCommand', { text: shorten(tokens.join(' '), longestQuote) });
  if (near.length === 0) return new UserError(`${what} ${t('refused.seeHelp')}`, [press(t('button.help'), 'help')]);
  return new UserError(
    `${what} ${t('refused.didYouMean')}`,
    near.map(({ name, title }) => press(title, name)),
  );
}

/** How far the words typed are from the nearest name: 0 the same, 1 nothing in common. */
function nearest(tokens: readonly string[], names: readonly string[]): number {
  const typed = [1, 2, 3].map((length) => fold(tokens.slice(0, length).join('')).slice(0, 40));
  return Math.min(
    ...names
      .map(fold)
      .flatMap((name) => typed.map((text) => distance(text, name) / Math.max(text.length, name.length, 1))),
  );
}

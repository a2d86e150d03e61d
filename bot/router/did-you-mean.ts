/** What to say to words that are no command. */
import { distance } from 'fastest-levenshtein';
import { shorten } from '../../cards/card.ts';
import { Refused } from '../core/command.ts';
import { files, fold } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';

/** Of what somebody typed, so much is said back. */
export const longestQuote = 60;

/** The nearest names of commands, in the reader's language first. */
export function unknownCommand(tokens: readonly string[], { t, words }: Language): Refused {
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
  const help = { title: t('button.help'), verb: 'help', data: {} };
  if (near.length === 0) return new Refused(`${what} ${t('refused.seeHelp')}`, [help]);
  const buttons = near.map(({ name, title }) => ({ title, verb: name, data: {} }));
  return new Refused(`${what} ${t('refused.didYouMean')}`, buttons);
}

function everyName(command: CommandName): string[] {
  return files.flatMap((file) => file.commands[command].names);
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

/**
 * What a sentence is about, where it follows no phrase: the ids, states, days and names in it, and the words that tell its
 * subject. It leads to what shows something that the speaker may see, or what first shows what would come of it.
 */
import { hasRoleFor } from '../core/command.ts';
import { fold } from '../language/fold.ts';
import type { CommandName } from '../language/translation.ts';
import { onlyReads } from './checked-arguments.ts';
import { daysOf, spansOf, speech, valuesOf } from './dictionary.ts';
import { actsAtOnce } from './only-asked.ts';
import type { Read } from './reading.ts';
import { type Asking, thingsIn, type Unknown } from './unknown.ts';

export function gistOf(unknown: Unknown, asking: Asking): Read | undefined {
  const { reader } = asking;
  const heard = hearing(unknown, asking);
  const about = speech.subjects(heard.text).map((command) => filled(command, heard));
  for (const text of [...about, ...heard.ids]) {
    const read = text === undefined ? undefined : reader.read(text);
    if (read && !('misread' in read) && mayShow(read, heard) && hasRoleFor(read.command, asking.speaker)) return read;
  }
  return undefined;
}

/** They show what somebody may answer, and do so by a press; or only say what is so. */
const answers: ReadonlySet<string> = new Set<CommandName>(['waiting', 'notify', 'faq']);

/** To people who say "not" no way to do it is shown; those who ask whether it may be done are shown how it stands. */
function mayShow(read: Read, { text }: Heard): boolean {
  if (speech.denies(text)) return answers.has(read.command.name);
  return onlyReads(read) || !(actsAtOnce(read) || speech.asks(text));
}

interface Heard {
  text: string;
  tokens: readonly string[];
  ids: readonly string[];
  /** What is called by some of its words. */
  things: string;
  /** The words beside it that are nothing else: somebody, perhaps. */
  others: string;
}

function hearing({ tokens, sought }: Unknown, asking: Asking): Heard {
  const ids = tokens.flatMap((token) => asking.reader.id(token) ?? []);
  const things = thingsIn(sought, asking).words;
  const others = tokens.filter(
    (word) => !speech.isEveryday(word) && !things.split(' ').includes(word) && !asking.reader.id(word),
  );
  return { text: tokens.join(' '), tokens, ids, things, others: others.slice(0, 2).join(' ') };
}

/** What stands for a slot of a command; `''` where nothing in the sentence does. */
const slots: Readonly<Record<string, (heard: Heard) => string>> = {
  about: ({ things }) => things,
  product: ({ things }) => things,
  person: ({ others }) => others,
  status: ({ tokens }) => meaning(tokens, valuesOf('status')),
  since: ({ tokens }) => opened('since:', meaning(tokens, daysOf)),
  expires: ({ tokens }) => `expires<${meaning(tokens, spansOf) || '30d'}`,
  purchase: ({ ids }) => purchasesIn(ids),
  request: ({ ids }) => idOf('TK', ids) || idOf('LR', ids),
  change: ({ ids }) => idOf('CH', ids),
};

function opened(name: string, value: string): string {
  return value && `${name}${value}`;
}

function idOf(letters: string, ids: readonly string[]): string {
  return ids.find((id) => id.toUpperCase().startsWith(letters)) ?? '';
}

/** All of them: a command that takes only one then is not what was meant. */
function purchasesIn(ids: readonly string[]): string {
  return ids.filter((id) => id.toUpperCase().startsWith('P')).join(', ');
}

const aboutIds = /\{(?:purchase|request|change)\??\}/;

/**
 * `{since?}` may be left out. A sentence that names one thing by its id is about nothing else.
 *
 * @returns undefined where something that it needs isn't said
 */
function filled(command: string, heard: Heard): string | undefined {
  if (heard.ids.length > 0 && !aboutIds.test(command)) return undefined;
  let isWhole = true;
  const text = command.replace(/\{(\w+)(\??)\}/g, (_, slot: string, optional: string) => {
    const words = slots[slot]?.(heard) ?? '';
    isWhole &&= Boolean(words || optional);
    return words;
  });
  return isWhole ? text : undefined;
}

const mostWords = 3;

/** The meaning of the first words that have one. */
function meaning(tokens: readonly string[], meanings: ReadonlyMap<string, string> | undefined): string {
  for (let length = mostWords; length > 0; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const found = meanings?.get(fold(tokens.slice(at, at + length).join('')));
      if (found) return found;
    }
  }
  return '';
}

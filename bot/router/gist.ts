/**
 * What a sentence is about, where it follows no phrase: the intents it speaks for, with the ids, states, days and names in it.
 * One that is clearly ahead leads to what shows something that the speaker may see, or what first shows what would come of it.
 */
import { hasRoleFor } from '../core/command.ts';
import { fold } from '../language/fold.ts';
import type { Intent } from '../language/said.ts';
import type { CommandName } from '../language/translation.ts';
import type { Asking, Unknown } from './asking.ts';
import { onlyReads } from './checked-arguments.ts';
import { daysOf, spansOf, speech, tokenize, valuesOf } from './dictionary.ts';
import { type Heard, heardIn } from './hearing.ts';
import { commandsOf } from './intents.ts';
import { actsAtOnce } from './only-asked.ts';
import { ranked } from './ranking.ts';
import type { Read, Reader } from './reading.ts';

/** What it may mean, and what each leads to, the likeliest first. */
export interface Gist {
  intent: Intent;
  /** How clearly it is meant, from 0 to 1: together with others that come to the same command. */
  share: number;
  /** The commands for it that the speaker may run, the nearest to it first. */
  reads: readonly Read[];
}

/** From here on it is taken for meant. */
const clearly = 0.5;
/** Fewer than that are looked at. */
const mostIntents = 8;

/** @param isMended whether slips of the finger are put right first */
export function gistsOf({ tokens }: Unknown, asking: Asking, isMended: boolean): Gist[] {
  const said = tokens.join(' ');
  if (!speech.mayBeSaid(said)) return [];
  const { speaker, dependencies, reader } = asking;
  const heard = heardIn(said, { speaker, store: dependencies.store });
  const { intents, known } = ranked(heard.marked, isMended);
  const found = intents
    .slice(0, mostIntents)
    .map(({ label, share }) => ({ intent: label, share, reads: readsOf(label, heard, reader) }))
    .filter(({ reads }) => reads.length > 0);
  // What the speaker has no role for is meant all the same, and makes nothing else clearer.
  const all = sumOf(found);
  const open = found
    .map((each) => ({ ...each, reads: each.reads.filter(({ command }) => hasRoleFor(command, speaker)) }))
    .filter(({ reads }) => reads.length > 0);
  return open
    .map((one) => ({ ...one, share: (sumOf(open.filter((each) => nameOf(each) === nameOf(one))) * known) / all }))
    .sort((a, b) => b.share - a.share);
}

function sumOf(gists: readonly Gist[]): number {
  return gists.reduce((sum, { share }) => sum + share, 0);
}

function nameOf({ reads }: Gist): string | undefined {
  return reads[0]?.command.name;
}

/**
 * @returns what it leads to; undefined where none is clear, or nothing may be done without being asked: then it can be offered
 */
export function gistOf(unknown: Unknown, asking: Asking): Read | undefined {
  const gists = gistsOf(unknown, asking, false);
  const text = unknown.tokens.join(' ');
  const [first] = gists;
  const [read] = first?.reads ?? [];
  if (!first || !read || speech.denies(text))
    return read && first && first.share >= clearly ? deniedOf(read) : undefined;
  if (first.share < clearly) return speech.asks(text) ? askedAbout(gists) : undefined;
  if (mayShow(read, text)) return read;
  return neverOffered.has(read.command.name as CommandName) ? first.reads.find(onlyReads) : undefined;
}

/** To people who say "not" nothing of what they name is shown, since it has its buttons. */
function deniedOf(read: Read): Read | undefined {
  const isGeneral = Object.keys(read.args).length === 0 || read.command.name === 'faq';
  return isGeneral && (onlyReads(read) || answers.has(read.command.name)) ? read : undefined;
}

/** Whatever is asked of a thing, its card says how it stands: "should I approve TK-1?" */
function askedAbout(gists: readonly Gist[]): Read | undefined {
  const shown = gists.flatMap(({ reads }) => reads.find(onlyReads) ?? []).find(({ args }) => isThing(args));
  const same = gists.filter(({ reads }) => reads.some((read) => read.command === shown?.command));
  return sumOf(same) >= clearly ? shown : undefined;
}

function isThing(args: Read['args']): boolean {
  return 'purchase' in args || 'request' in args || 'change' in args;
}

/** Nothing is done by it: to those who ask no way to do it is shown either. */
export function mayShow(read: Read, text: string): boolean {
  if (onlyReads(read) || answers.has(read.command.name)) return true;
  return !(actsAtOnce(read) || speech.asks(text));
}

/** It shows what somebody may choose, and does so by a press. */
const answers: ReadonlySet<string> = new Set<CommandName>(['notify']);

/** They end or refuse something: nobody is led there by a slip of the finger. */
export const neverOffered: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(['reject', 'withdraw', 'stop', 'remove', 'block', 'object', 'takeover', 'approve', 'apply', 'proceed'] as const),
  ...(['pause-everything', 'undo', 'thanks', 'seen', 'retry', 'centralise'] as const),
  ...(['reply', 'classify', 'resume', 'release'] as const),
]);

function readsOf(intent: Intent, heard: Heard, reader: Reader): Read[] {
  return commandsOf[intent].flatMap((command) => {
    const text = filled(command, heard);
    const read = text === undefined ? undefined : reader.read(text);
    return read && !('misread' in read) ? [read] : [];
  });
}

/** What stands for a slot of a command; `''` where nothing in the sentence does. */
const slots: Readonly<Record<string, (heard: Heard) => string>> = {
  said: ({ said }) => said,
  about: ({ product, person, marked }) => product || (marked.includes('{person}') ? person : ''),
  product: ({ product, ids }) => purchasesIn(ids) || product,
  person: ({ person }) => person,
  status: ({ said }) => meaning(said, valuesOf('status')),
  since: ({ said }) => opened('since:', meaning(said, daysOf)),
  expires: ({ said }) => `expires<${meaning(said, spansOf) || '30d'}`,
  purchase: ({ ids }) => purchasesIn(ids),
  request: ({ ids }) => idOf(/^(?:TK|LR|OR)/i, ids),
  change: ({ ids }) => idOf(/^CH/i, ids),
};

function opened(name: string, value: string): string {
  return value && `${name}${value}`;
}

function idOf(letters: RegExp, ids: readonly string[]): string {
  return ids.find((id) => letters.test(id)) ?? '';
}

/** All of them: a command that takes only one then is not what was meant. */
function purchasesIn(ids: readonly string[]): string {
  return ids.filter((id) => /^P/i.test(id)).join(', ');
}

/**
 * `{since?}` may be left out. A sentence that names something by its id is about nothing else.
 *
 * @returns undefined where something that it needs isn't said, or it has no place for the id
 */
function filled(command: string, heard: Heard): string | undefined {
  let isWhole = true;
  const text = command.replace(/\{(\w+)(\??)\}/g, (_, slot: string, optional: string) => {
    const words = slots[slot]?.(heard) ?? '';
    isWhole &&= Boolean(words || optional);
    return words;
  });
  const isAbout = heard.ids.every((id) => text.includes(id));
  return isWhole && isAbout ? text : undefined;
}

const mostWords = 3;

/** The meaning of the first words that have one. */
function meaning(said: string, meanings: ReadonlyMap<string, string> | undefined): string {
  const tokens = tokenize(said);
  for (let length = mostWords; length > 0; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const found = meanings?.get(fold(tokens.slice(at, at + length).join('')));
      if (found) return found;
    }
  }
  return '';
}

/**
 * A sentence that begins with a command's name by chance: "stop pestering us at night" stops nothing. Where what follows the
 * name is no id, product or filter, and the words clearly mean something else that is only shown, that is what it leads to.
 */
import type { CommandName } from '../language/translation.ts';
import type { Asking, Unknown } from './asking.ts';
import { isEveryday, speech, tokenize } from './dictionary.ts';
import type { Found } from './found.ts';
import { gistsOf, mayShow, neverOffered } from './gist.ts';
import type { Incoming } from './incoming.ts';
import { isProduct } from './names.ts';
import type { Read } from './reading.ts';

/** They begin sentences of every kind. What is asked, looked for or ordered by its own name is meant. */
const loose: ReadonlySet<string> = new Set([
  ...['stop', 'withdraw', 'undo', 'check', 'reply', 'proceed', 'ask', 'reassign', 'assign', 'remove', 'keep'],
  ...[
    'change',
    'hello',
    'take',
    'release',
    'approve',
    'reject',
    'apply',
    'retry',
    'block',
    'allow',
    'takeover',
    'seen',
  ],
  ...['notify', 'request'],
]);
const texts = ['words', 'reason', 'order', 'person'];

const fewestWords = 4;
const surely = 0.75;

export function secondLook(found: Found, said: Incoming['said'], asking: Asking): Found {
  if (!('text' in said) || asking.speaker.unchecked) return found;
  // What was typed is read as words.
  return looked(found as Read, said.text, asking);
}

function looked(read: Read, text: string, asking: Asking): Read {
  const tokens = tokenize(text);
  if (tokens.length < fewestWords || !isLoose(read, asking)) return read;
  const unknown: Unknown = { misread: 'unknown', tokens, sought: text };
  const [first] = gistsOf(unknown, asking, false);
  const [meant] = first?.reads ?? [];
  const isOther = meant && meant.command.name !== read.command.name;
  const isSure = first && first.share >= surely && isOther && mayShow(meant, text);
  return isSure && !neverOffered.has(meant.command.name as CommandName) && !speech.denies(text) ? meant : read;
}

/** Its words are some that every sentence has, and there is nothing else. */
function isLoose({ command, args }: Read, { dependencies }: Asking): boolean {
  if (!loose.has(command.name) || Object.keys(args).some((name) => !texts.includes(name))) return false;
  const words = Object.values(args).flatMap(tokenize);
  const named = words.filter((word) => !isEveryday(word));
  return (
    words.length > 1 && named.length <= words.length / 2 && !named.some((word) => isProduct([word], dependencies.store))
  );
}

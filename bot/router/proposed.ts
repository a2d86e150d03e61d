/**
 * What a model proposes for a sentence that nobody's phrase covers, where the operator has configured one. It is read like a typed
 * line. What only shows something is shown; anything else becomes a button, which the person may press; and what ends or refuses
 * something isn't offered at all.
 */
import { inert, shorten } from '../../cards/card.ts';
import { hasRoleFor, press, UserError } from '../core/command.ts';
import type { CommandName } from '../language/translation.ts';
import { withoutPeople } from '../planner/people-out.ts';
import type { Asking, Unknown } from './asking.ts';
import { onlyReads } from './checked-arguments.ts';
import { speech } from './dictionary.ts';
import { neverOffered } from './gist.ts';
import { actsAtOnce } from './only-asked.ts';
import type { Read } from './reading.ts';

/** @throws UserError with the button for what would change something */
export async function proposedFor({ tokens }: Unknown, asking: Asking): Promise<Read | undefined> {
  const { dependencies, speaker, language, reader, commands } = asking;
  const { propose, store } = dependencies;
  if (!propose || speaker.unchecked) return undefined;
  const said = tokens.join(' ');
  const sent = withoutPeople(said, store, speech.isEveryday);
  const offered = commands
    .filter((each) => !each.reply && hasRoleFor(each, speaker))
    .map(({ name }) => language.words.commands[name as CommandName]);
  const line = await propose(sent.text, offered);
  if (line === undefined) return undefined;
  const read = reader.read(sent.restored(line));
  if ('misread' in read || !hasRoleFor(read.command, speaker)) return undefined;
  if (onlyReads(read) && !actsAtOnce(read)) return read;
  const name = read.command.name as CommandName;
  if (neverOffered.has(name) || speech.denies(said)) return undefined;
  const title = shorten(inert(`${language.words.commands[name].names[0]} ${wordsOf(read)}`.trim()), longestTitle);
  throw new UserError(language.t('refused.proposed', { text: shorten(inert(said), longestQuote) }), [
    press(title, name, read.args),
  ]);
}

const longestTitle = 60;
const longestQuote = 80;

/** What it would be done with, as it was read: never in the model's own words. */
function wordsOf({ args }: Read): string {
  return Object.values(args).flat().join(' ');
}

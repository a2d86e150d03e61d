/** From what was said, or pressed, to the command that is meant. */
import { type Command, UserError } from '../core/command.ts';
import type { Asking, Unknown } from './asking.ts';
import type { Incoming } from './incoming.ts';
import { type Misread, refusalOf } from './misread.ts';
import { proposedFor } from './proposed.ts';
import type { Read, Reader } from './reading.ts';
import { helpButton } from './refusal-card.ts';
import { named } from './spelled.ts';
import { foundFor, notUnderstood } from './unknown.ts';

/** A command with what was said to it, not checked yet. */
export interface Found {
  command: Command;
  args: unknown;
}

/** What they want; undefined where there is no longer such a button. Pure, since nothing is said before it is known to whom. */
export function soughtIn(said: Incoming['said'], reader: Reader): Found | Misread | undefined {
  if ('text' in said) {
    const read = reader.read(said.text);
    return 'misread' in read ? reader.read(named(said.text, said.mentions)) : read;
  }
  const command = reader.named(said.verb);
  return command && { command, args: said.data };
}

type Sought<T extends Found> = T | Misread | undefined;

/** @throws UserError where it is nothing that could be run */
export function foundIn<T extends Found>(sought: Sought<T>, asking: Asking): T | Read {
  const read = readable(sought, asking);
  if (!isUnknown(read)) return read;
  const found = knownIn(read, asking);
  if (!found) throw notUnderstood(read, asking);
  return found;
}

/** @throws UserError where it is nothing that could be run, also with a model's help */
export async function foundOrProposed<T extends Found>(sought: Sought<T>, asking: Asking): Promise<T | Read> {
  const read = readable(sought, asking);
  if (!isUnknown(read)) return read;
  const found = knownIn(read, asking) ?? (await proposedFor(read, asking));
  if (!found) throw notUnderstood(read, asking);
  return found;
}

/** @throws UserError for what was misread, or comes from a button that is no more */
function readable<T extends Found>(sought: Sought<T>, { language }: Asking): T | Unknown {
  if (!sought) throw new UserError(language.t('refused.unknownVerb'), [helpButton(language)]);
  if (!('misread' in sought) || sought.misread === 'unknown') return sought;
  throw refusalOf(sought, language);
}

function isUnknown(read: Found | Unknown): read is Unknown {
  return 'misread' in read;
}

/** By what is there, or by what the sentence is about; a stranger to Microsoft is told nothing of either. */
function knownIn(sought: Unknown, asking: Asking): Read | undefined {
  return asking.speaker.unchecked ? undefined : foundFor(sought, asking);
}

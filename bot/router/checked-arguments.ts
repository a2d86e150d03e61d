/** Arguments held against their shapes: the data of a card is as untrusted as typed words. */
import type { z } from 'zod/v4';
import { longestAnswer } from '../../cards/report.ts';
import { type Command, UserError } from '../core/command.ts';
import type { Language } from '../language/index.ts';
import { helpButton } from './refusal-card.ts';

/** Undefined where they are not what the command takes. */
export function argumentsOf(command: Command, args: unknown): z.infer<Command['args']> | undefined {
  return command.args.safeParse(withoutEmpty(args)).data;
}

/** Whether nothing comes of it but an answer. */
export function onlyReads({ command, args }: { command: Command; args: unknown }): boolean {
  const { reads = false } = command;
  if (typeof reads === 'boolean') return reads;
  const known = argumentsOf(command, args);
  return known === undefined || reads(known);
}

/** @throws UserError with what is wrong, and what would be right */
export function checkedArguments(
  { command, args, isTyped }: { command: Command; args: unknown; isTyped: boolean },
  language: Language,
): z.infer<Command['args']> {
  const read = command.args.safeParse(withoutEmpty(args));
  if (read.success) return read.data;
  const say = (isTyped ? wrongWords : wrongInputs).get(read.error.issues[0]?.path[0]);
  if (say) throw new UserError(say(language));
  throw new UserError(language.t(isTyped ? 'refused.seeHelp' : 'refused.badButton'), [helpButton(language)]);
}

type Sentences = ReadonlyMap<PropertyKey | undefined, (language: Language) => string>;

/** What to say of the argument that is wrong. The data of a button is Purser's own, except for what people write on the card. */
const wrongInputs: Sentences = new Map([['reason', ({ t }) => t('refused.longReason', { most: longestAnswer })]]);
const wrongWords: Sentences = new Map([
  ...wrongInputs,
  ['purchase', ({ t }) => t('refused.badId')],
  ['several', ({ t }) => t('refused.badId')],
  ['page', ({ t }) => t('refused.badPage')],
]);

/** Teams sends an input left empty as an empty string: nothing was said. */
function withoutEmpty(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw ?? {};
  return Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

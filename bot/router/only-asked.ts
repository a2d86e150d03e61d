/** A question is no order: "can I approve TK-1?" is answered by what was done, nothing, and by a button that does it. */
import { inert, shorten } from '../../cards/card.ts';
import { isReadOnly } from '../../store/hold.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { changes } from '../core/read-only.ts';
import type { CommandName } from '../language/translation.ts';
import { shownBy } from './again.ts';
import { speech } from './dictionary.ts';
import type { Read } from './reading.ts';

type Args = Read['args'];

const always = (): boolean => true;
const withAny = (args: Args): boolean => Object.keys(args).length > 0;
/** Several are shown first, to be confirmed. */
const withOne = ({ purchase, several, confirm }: Args): boolean =>
  purchase !== undefined || (several !== undefined && confirm !== undefined);
/** One that is named in words is decided about as one that is named by its number. */
const withOneNamed = (args: Args): boolean => withOne(args) || args['words'] !== undefined;
const withReason = ({ reason }: Args): boolean => reason !== undefined;

/** With what is typed these decide or change something at once; others show first what would come of it. */
const atOnce: Partial<Record<CommandName, (args: Args) => boolean>> = {
  approve: withAny,
  reject: withReason,
  withdraw: withAny,
  reassign: (args) => args['person'] !== undefined,
  retry: withAny,
  seen: withAny,
  object: always,
  apply: withAny,
  take: withOneNamed,
  keep: (args) => withOne(args) && (withReason(args) || args['again'] !== undefined),
  release: withOneNamed,
  classify: (args) => withOneNamed(args) && args['kind'] !== undefined,
  baseline: withAny,
  'pause-everything': always,
};

export function actsAtOnce({ command, args }: Read): boolean {
  return atOnce[command.name as CommandName]?.(args) ?? false;
}

/** @throws UserError where something was only asked about that would be done at once */
export function refuseQuestion(
  read: Read,
  text: string,
  { language: { t }, dependencies: { store } }: Pick<Context, 'language' | 'dependencies'>,
): void {
  const { command, args } = read;
  // The mark at the end of a reason asks about something else.
  const asked = withReason(args) ? text.replace(/[\s?]+$/, '') : text;
  if (!actsAtOnce(read) || !speech.asks(asked)) return;
  // A read-only pilot refuses it, so no button offers it: what it is about can be looked at.
  if (isReadOnly(store) && changes(command, args)) {
    const seen = shownBy(args);
    const open = seen ? [press(t('button.open'), seen.verb as CommandName, seen.data)] : [];
    throw new UserError(t('refused.onlyAskedInPilot'), open);
  }
  throw new UserError(t('refused.onlyAsked'), [
    press(shorten(inert(speech.plain(text)), 40), command.name as CommandName, args),
  ]);
}

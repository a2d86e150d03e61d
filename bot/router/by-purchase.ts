/**
 * "check P-59", "approve 1": a takeover that is named by its purchase, or by its number without letters. Microsoft may be asked
 * about it; whatever would decide something shows it first, with its own number and its buttons.
 */
import type { Takeover } from '../../store/records.ts';
import { ends } from '../../store/takeover/table.ts';
import type { Command } from '../core/command.ts';
import { hyphen, ids } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import { mayKnow } from '../people/may-know.ts';
import type { Asking } from './asking.ts';
import { namesOfCommands } from './dictionary.ts';
import type { Incoming } from './incoming.ts';
import type { Misread } from './misread.ts';
import type { Read } from './reading.ts';

type Sought = { command: Command; args: unknown } | Misread | undefined;

const purchaseId = new RegExp(`(?<![\\p{L}\\d])${ids.purchase}${hyphen}{0,3}(\\d+)(?!\\d)`, 'giu');
const numberAlone = /^(\D*\S)\s+(\d+)\s*[.!?]*$/u;

/** @returns undefined where no takeover that they may know of can be meant by it */
export function byPurchase(said: Incoming['said'], sought: Sought, asking: Asking): Read | undefined {
  if (!('text' in said) || asking.speaker.unchecked || !sought || isWhole(sought)) return undefined;
  const meant = takeoverIn(said.text, asking);
  if (!meant) return undefined;
  const read = asking.reader.read(meant.text);
  if ('misread' in read || read.args['request'] !== meant.takeover.id) return undefined;
  // A sentence that only asks about the purchase is answered by its own card.
  if ('misread' in sought && read.command.name === 'approval') return undefined;
  if (read.command.name === 'check') return read;
  const shown = asking.reader.read(meant.takeover.id);
  return 'misread' in shown ? undefined : shown;
}

/** What was read needs no other number. */
function isWhole(sought: NonNullable<Sought>): boolean {
  if ('misread' in sought) return false;
  const { command, args } = sought;
  return !('request' in command.args.shape) || 'purchase' in command.args.shape || 'request' in Object(args);
}

interface Meant {
  takeover: Takeover;
  /** With its own number in place of what was said. */
  text: string;
}

function takeoverIn(text: string, { speaker, dependencies: { store } }: Asking): Meant | undefined {
  const [named, ...others] = [...text.matchAll(purchaseId)];
  const [, command = '', number] = numberAlone.exec(text) ?? [];
  const isMeant = ({ id, purchase }: Takeover): boolean =>
    named ? purchase.id === `${ids.purchase}-${Number(named[1])}` : id === `${ids.request}-${Number(number)}`;
  // "assign visio plan 2": its last word belongs to the product.
  const isNumbered = number !== undefined && namesOfCommands.has(fold(command));
  if (others.length > 0 || !(named || isNumbered)) return undefined;
  const takeover = [...store.all('takeovers')].find(
    (each) => !ends.has(each.state) && isMeant(each) && mayKnow(each, speaker),
  );
  return takeover && { takeover, text: named ? text.replace(named[0], takeover.id) : `${command} ${takeover.id}` };
}

/** The parts that all commands about one takeover share. */
import type { Card } from '../../../cards/card.ts';
import type { Takeover, TakeoverMove } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { openObjections, waitsForWord } from '../../../store/takeover/advance.ts';
import {
  type Actor,
  isRefusal,
  type Move,
  partsOf,
  type Refusal,
  type Turn,
  whyNotTheirs,
} from '../../../store/takeover/moves.ts';
import { ends, table } from '../../../store/takeover/table.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { isLicenceRequest } from '../../core/licence-request.ts';
import { RoleNeeded } from '../../core/to-activate.ts';
import { argument } from '../../language/arguments.ts';
import type { CommandName } from '../../language/translation.ts';
import { mayKnow, mayKnowAll } from '../../people/may-know.ts';
import { objectionReader } from '../../people/people.ts';
import { calledIn } from '../../people/told-apart.ts';
import { takeoverCard } from '../cards/card.ts';
import { type Asking, questionCard } from '../cards/question.ts';
import { turnedText } from '../cards/turns.ts';
import type { Viewer } from '../cards/view/viewer.ts';
import { decide } from '../state/decide.ts';

/** Of every command about one takeover. */
export const takeoverArguments = {
  request: argument.request.optional(),
  confirm: argument.confirm.optional(),
  reason: argument.reason.optional(),
};

/** Of the commands that decide about an order as well: a change, or anything else that needs a second person. */
export const orderArguments = { change: argument.change.optional(), second: argument.second.optional() };

/** @throws UserError for those who are no approvers */
export function forApprovers({ speaker, language }: Context): void {
  if (!speaker.roles.has('approver')) throw new RoleNeeded('approver', language);
}

export function actorOf({ speaker }: Pick<Context, 'speaker'>): Actor & { kind: 'person' } {
  const { id, name, roles } = speaker;
  return { kind: 'person', id, name, approver: roles.has('approver'), admin: roles.has('admin') };
}

interface Sought {
  /** The command that looks for it. */
  name: CommandName;
  /** The transaction, where something is decided by it. */
  reader?: Pick<Reader, 'get'>;
}

/** @throws UserError if there is no such takeover, or it is none of theirs */
export function takeoverFor(
  id: string | undefined,
  context: Context,
  { name, reader = context.dependencies.store }: Sought,
): Takeover {
  const { t } = context.language;
  if (!id) return onlyOne(name, context);
  if (isLicenceRequest(id)) {
    const open = press(`${t('button.open')} ${id}`, 'approval', { request: id });
    throw new UserError(t('request.notThat', { id }), [open]);
  }
  const takeover = reader.get('takeovers', id);
  if (takeover && mayKnow(takeover, context.speaker)) return takeover;
  // People who may not see takeovers must not learn which there are.
  const knowsAll = mayKnowAll(context.speaker);
  throw new UserError(
    t(knowsAll ? 'takeover.unknown' : 'takeover.notYours', { id }),
    knowsAll ? [press(t('button.listApprovals'), 'approvals')] : [],
  );
}

/** More of them are looked up in the list. */
const mostButtons = 4;

/**
 * The one that can be meant by people who named none.
 *
 * @throws UserError where there is none or several; and where the word would decide something, which it never does alone
 */
function onlyOne(name: CommandName, context: Context): Takeover {
  const { t, words } = context.language;
  const open = [...context.dependencies.store.all('takeovers')].filter(
    (each) => isOpenFor[name]?.(each, context) && mayKnow(each, context.speaker),
  );
  const [only, ...others] = open;
  if (!only) throw new UserError(t('takeover.none'), [press(t('waiting.title'), 'waiting')]);
  if (others.length === 0 && name === 'check') return only;
  throw new UserError(t('takeover.which', { example: `${words.commands[name].names[0]} ${only.id}` }), [
    ...open
      .slice(-mostButtons)
      .map(({ id, purchase }) => press(`${id} · ${purchase.product}`, 'approval', { request: id })),
    press(t('button.listApprovals'), 'approvals'),
  ]);
}

const canMove =
  (move: TakeoverMove) =>
  (takeover: Takeover, context: Context): boolean =>
    mayMove(takeover, move, context);

/** Somebody objects, and it is theirs to answer. */
function isObjected(takeover: Takeover, context: Context): boolean {
  return openObjections(takeover).length > 0 && mayMove(takeover, 'answer', context);
}

/** What somebody can mean who says so without a number. */
const isOpenFor: Partial<Record<CommandName, (takeover: Takeover, context: Context) => boolean>> = {
  approval: ({ state }) => !ends.has(state),
  approve: canMove('approve'),
  reject: canMove('reject'),
  withdraw: canMove('withdraw'),
  stop: canMove('stop'),
  reassign: canMove('reassign'),
  retry: canMove('retry'),
  reply: isObjected,
  proceed: (takeover, context) =>
    isObjected(takeover, context) ||
    (waitsForWord(takeover) && mayMove(takeover, 'vouch', context)) ||
    mayMove(takeover, 'leave-out', context),
  check: ({ state }) => state === 'waiting',
};

/** Whether they could make that move now, whatever it then takes. */
export function mayMove(takeover: Takeover, move: TakeoverMove, context: Context): boolean {
  const rule = table[takeover.state][move];
  return rule !== undefined && whyNotTheirs(takeover, rule, actorOf(context)) === undefined;
}

export function viewerOf(takeover: Takeover, context: Context): Viewer {
  const { language, now, dependencies, place } = context;
  return {
    ...{ language, now, dependencies, place },
    parts: partsOf(takeover, actorOf(context)),
    reader: objectionReader(context.speaker),
  };
}

export function showTakeover(takeover: Takeover, context: Context, remark?: string): Card {
  return takeoverCard(takeover, viewerOf(takeover, context), remark);
}

export function askAbout(takeover: Takeover, context: Context, asking: Asking): Card {
  return questionCard(takeover, viewerOf(takeover, context), asking);
}

/** The form says so if it was sent empty. */
export function wordless(
  confirm: 'confirm' | undefined,
  { language: { t } }: Pick<Context, 'language'>,
): string | undefined {
  return confirm && t('takeover.wordless');
}

interface Moving {
  /** The command that makes it. */
  name: CommandName;
  moveFor: (takeover: Takeover, tx: Transaction) => Move;
  /** The person who made it reads this first. */
  remark?: string | undefined;
}

/** Makes a move and shows what came of it. People who come too late see the present state, and who was faster. */
export async function makeMove(id: string, context: Context, { name, moveFor, remark }: Moving): Promise<Card> {
  const { before, came } = await context.transact((tx) => {
    const found = takeoverFor(id, context, { name, reader: tx });
    return {
      before: found,
      came: decide(tx, found, { move: moveFor(found, tx), actor: actorOf(context), now: context.now }),
    };
  });
  if (isRefusal(came)) return showRefused(came, { before, name }, context);
  const isTyped = context.pressed === null && typed.has(name);
  return showTakeover(came, context, remark ?? (isTyped ? context.language.t('takeover.typed') : undefined));
}

/** Typed, they count as their buttons do, and say so. */
const typed: ReadonlySet<CommandName> = new Set(['approve', 'reject', 'withdraw', 'reassign']);

interface Attempt {
  /** As it was found. */
  before: Takeover;
  /** The command that was refused. */
  name: CommandName;
}

/** @throws UserError where not its state is in the way, but who they are, or what they said */
export function showRefused(refusal: Refusal, { before, name }: Attempt, context: Context): Card {
  const text = refusalText(refusal, { before, name }, context);
  if (refusal.refused === 'over' || refusal.refused === 'not-now') return showTakeover(before, context, text);
  throw new UserError(text, [
    press(`${context.language.t('button.open')} ${before.id}`, 'approval', { request: before.id }),
  ]);
}

export function refusalText({ refused, state, turn }: Refusal, { before, name }: Attempt, context: Context): string {
  const { t, words } = context.language;
  const { id } = before;
  return t(`takeover.refused.${refused}`, {
    id,
    state: t(`takeover.state.${state}`),
    turn: turnSentence(turn, context),
    example: words.commands[name].examples.at(-1),
    name: '',
  });
}

/** "Megan Bowen approved it (21 November 2026, 10:02)." */
function turnSentence(
  turn: Turn,
  { language, dependencies: { store } }: Pick<Context, 'language' | 'dependencies'>,
): string {
  return `${turnedText(turn, turn.by && calledIn(store, turn.by), language)} (${language.format.dateTime(turn.at)}).`;
}

/**
 * An admin takes a purchase over [29]: for whom, whether its holders move or lose it, what is in the way; then a second
 * confirmation [33, 39], which is a press, and a request that somebody else decides. What is chosen is kept in a draft.
 */
import type { Card } from '../../../cards/card.ts';
import { present } from '../../../cards/when.ts';
import type { Draft, Purchase } from '../../../store/records.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { calledIn } from '../../people/told-apart.ts';
import { settle } from '../../purchases/classify.ts';
import { purchaseFor } from '../../purchases/deciding.ts';
import { purchaseMeant } from '../../purchases/one-purchase.ts';
import { findingLines } from '../cards/finding-lines.ts';
import { mayApproveNow } from '../decision/may-approve.ts';
import { showTakeover } from '../decision/one-takeover.ts';
import { toldHolders } from '../state/action.ts';
import { type Asked, takeoverArgs } from './arguments.ts';
import { chooseAgain, chooseCause, chooseTarget, type DraftStep, showDraft } from './choosing.ts';
import { checkDraft, confirmDraft, requestedBy } from './confirm.ts';
import { holdersOfSku } from './drafting.ts';
import { beginDraft, digestOf, keptFinding } from './drafts.ts';
import { obstacleIn, refuse, settleFirst } from './obstacles.ts';
import { findHolders, forgetPicked, leaveUnnamed, pickHolders, showPick } from './picking.ts';

export const takeover: Command<'takeover', typeof takeoverArgs> = {
  name: 'takeover',
  role: 'admin',
  args: takeoverArgs,
  bareNumberIsId: true,
  rest: 'words',
  changes: ({ confirm }) => confirm !== undefined,
  async run(asked, context) {
    const { t, words } = context.language;
    const { draft: draftId } = asked;
    if (draftId) return continueDraft(draftId, asked, context);
    const id = purchaseMeant(asked, { verb: 'takeover' }, context);
    if (!id)
      throw new UserError(t('draft.which', { example: words.commands.takeover.examples[0] }), [
        press(t('button.listPurchases'), 'purchases', { ...(asked.words && { words: asked.words }) }),
      ]);
    return startDraft(id, asked, context);
  },
};

async function startDraft(id: string, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const { store } = context.dependencies;
  if (asked.settled) await context.transact((tx) => settle(tx, { id, kind: 'self-service' }, context));
  const found = purchaseFor(id, store, context);
  const { purchase } = found;
  const mayApprove = await mayApproveNow(context);
  const obstacle = obstacleIn(store, { purchase, asked: mayApprove }, context);
  if (purchase.sure !== 'confirmed' && obstacle?.what !== 'deleted') return settleFirst(found, asked.reason, context);
  if (obstacle) refuse(obstacle, { purchase, asked: mayApprove }, context);
  if (!holdersOfSku(purchase, store))
    throw new UserError(t('draft.unread', { id }), [press(t('button.checkAgain'), 'takeover', { purchase: id })]);
  const by = { id: context.speaker.id, name: context.speaker.name };
  const holders = toldHolders(purchase, store);
  const draft = await context.transact((tx) => beginDraft(tx, { purchase, holders, by }, context.now));
  if (asked.act === 'cancel') return chooseCause(draft, asked, context);
  return asked.product
    ? chooseTarget(draft, asked, context)
    : showDraft(draft, context, { why: asked.reason, remark: keptRemark(purchase, context) });
}

/** Somebody keeps it: requesting the takeover puts an end to that. */
function keptRemark(purchase: Purchase, context: Context): string | undefined {
  return findingLines(keptFinding(purchase, context.now), '', context)[0]?.title;
}

const picks: Record<NonNullable<Asked['pick']>, DraftStep> = {
  picked: pickHolders,
  nobody: forgetPicked,
  show: showPick,
  find: findHolders,
  unsure: leaveUnnamed,
};

const acts: Record<NonNullable<Asked['act']>, DraftStep> = { move: chooseTarget, cancel: chooseCause };

/** The step that a press on one of its cards asks for. */
function stepFor({ confirm, again, pick, act }: Asked): DraftStep {
  if (confirm) return confirmShown;
  if (again) return (draft, { reason }, context) => checkDraft(draft, context, { why: reason });
  if (pick) return picks[pick];
  return act ? acts[act] : chooseAgain;
}

async function continueDraft(id: string, asked: Asked, context: Context): Promise<Card> {
  const draft = context.dependencies.store.get('drafts', id);
  if (!draft) return withoutDraft(asked, context);
  const { t } = context.language;
  if (draft.by.id !== context.speaker.id)
    throw new UserError(t('draft.notYours', { name: calledIn(context.dependencies.store, draft.by) }), [
      press(t('button.takeOver'), 'takeover', { purchase: draft.purchase }),
    ]);
  return stepFor(asked)(draft, asked, context);
}

/** If the draft is another than the card showed, it is checked and shown first. */
function confirmShown(draft: Draft, { digest, reason }: Asked, context: Context): Promise<Card> {
  if (!digest || digest === digestOf(draft)) return confirmDraft(draft, reason, context);
  return checkDraft(draft, context, { why: reason, remark: context.language.t('takeover.refused.shownOtherwise') });
}

/** It was confirmed, perhaps by this very press; or it is too old. */
function withoutDraft({ purchase }: Asked, context: Context): Card {
  const { t } = context.language;
  const requested = purchase && requestedBy(context, purchase, context.dependencies.store);
  if (requested) return showTakeover(requested, context);
  throw new UserError(t('draft.gone'), present(purchase && press(t('button.takeOver'), 'takeover', { purchase })));
}

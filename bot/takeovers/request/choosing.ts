/** The steps of a draft: what becomes of the holders, to which product they move, or why they lose it; then what is in the way. */
import type { Card } from '../../../cards/card.ts';
import { present } from '../../../cards/when.ts';
import type { Draft } from '../../../store/records.ts';
import { moveTo } from '../../../store/takeover/fingerprint.ts';
import { type Context, UserError } from '../../core/command.ts';
import { causesIn } from '../cards/causes.ts';
import type { Asked } from './arguments.ts';
import { causeCard, chooseCard } from './choose-card.ts';
import { checkDraft } from './confirm.ts';
import { type About, aboutOf, draftingFor } from './drafting.ts';
import { chooseInDraft } from './drafts.ts';
import { pickCard } from './pick-card.ts';
import { departmentalNamed, type Target, targetsFor, targetsNamed } from './targets.ts';

/** A press on a card of a draft runs one of these. */
export type DraftStep = (draft: Draft, asked: Asked, context: Context) => Card | Promise<Card>;

interface Shown {
  /** Why they want it, if they have said so already. */
  why: string | undefined;
  remark?: string | undefined;
  /** The SKU that was chosen before they came back. */
  chosen?: string | undefined;
}

/** Shows what is to be chosen next. */
export function showDraft(draft: Draft, context: Context, { why, remark, chosen }: Shown): Card {
  const about = aboutFor(draft, context);
  const drafting = draftingFor(context, why);
  if (!draft.holders) return pickCard(draft, { about, remarks: present(remark) }, drafting);
  return chooseCard(draft, { about, targets: targetsOf(draft, context), remark, chosen }, drafting);
}

/** @throws UserError once the purchase is nowhere to be found */
export function aboutFor(draft: Draft, context: Context): About {
  const found = aboutOf(draft, context);
  if (!found) throw new UserError(context.language.t('purchase.unknown', { id: draft.purchase }));
  return found;
}

function targetsOf(draft: Draft, context: Context): Target[] {
  return targetsFor(aboutFor(draft, context).purchase, draft.holders?.ids ?? [], context.dependencies.store);
}

/** Back to where the act is chosen; what was chosen before is still selected. */
export async function chooseAgain(draft: Draft, { reason }: Asked, context: Context): Promise<Card> {
  const { act } = draft;
  const own = act?.kind === 'stay' ? aboutFor(draft, context).purchase.sku : undefined;
  const chosen = act?.kind === 'move' ? act.to.sku : own;
  const open = await context.transact((tx) => chooseInDraft(tx, draft, { act: null }));
  return showDraft(open, context, { why: reason, chosen });
}

export async function chooseTarget(draft: Draft, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const { product, reason: why } = asked;
  const targets = targetsOf(draft, context);
  if (!product) return showDraft(draft, context, { why, remark: t('draft.choose.none') });
  const [target, ...others] = targetsNamed(product, targets);
  if (!target) return showDraft(draft, context, { why, remark: whyNoTarget(product, context) });
  const about = aboutFor(draft, context);
  if (others.length > 0 && draft.holders) {
    const remark = t('draft.choose.several', { product });
    return chooseCard(draft, { about, targets: [target, ...others], remark }, draftingFor(context, why));
  }
  const moved = moveTo(about.purchase.sku, { sku: target.sku, product: target.product });
  const act = others.length > 0 ? null : moved;
  return afterChoice(await context.transact((tx) => chooseInDraft(tx, draft, { act })), asked, context);
}

function whyNoTarget(product: string, { language: { t }, dependencies: { store } }: Context): string {
  const named = departmentalNamed(product, store);
  if (!named) return t('draft.choose.unknown', { product });
  return t('draft.choose.departmental', { product: named.name, part: named.part });
}

export async function chooseCause(draft: Draft, asked: Asked, context: Context): Promise<Card> {
  const { cause } = asked;
  const remark = cause && context.language.t('draft.cause.gone');
  if (cause === undefined || !causesIn(context.dependencies.config.takeovers).includes(cause))
    return causeCard(draft, { about: aboutFor(draft, context), remark }, draftingFor(context, asked.reason));
  const act = { kind: 'cancel', reason: cause } as const;
  return afterChoice(await context.transact((tx) => chooseInDraft(tx, draft, { act })), asked, context);
}

/** Once holders and act are chosen, it is checked what is in the way. */
export function afterChoice(draft: Draft, { reason: why }: Asked, context: Context): Card | Promise<Card> {
  return draft.act && draft.holders ? checkDraft(draft, context, { why }) : showDraft(draft, context, { why });
}

/** The steps of a draft: what becomes of the holders, to which product they move, or why they lose it; then what is in the way. */
import type { Card } from '../../../cards/card.ts';
import { present } from '../../../cards/when.ts';
import type { Draft } from '../../../store/records.ts';
import { moveTo } from '../../../store/takeover/fingerprint.ts';
import { type Call, UserError } from '../../core/command.ts';
import { causesIn } from '../cards/causes.ts';
import type { Asked } from './asked.ts';
import { causeCard, chooseCard } from './choose-card.ts';
import { checkDraft } from './confirm.ts';
import { type About, aboutOf, draftingFor } from './drafting.ts';
import { chooseInDraft } from './drafts.ts';
import { pickCard } from './pick-card.ts';
import { type Target, targetsFor, targetsNamed } from './targets.ts';

/** A press on a card of a draft runs one of these. */
export type DraftStep = (draft: Draft, asked: Asked, call: Call) => Card | Promise<Card>;

interface Shown {
  /** Why they want it, if they have said so already. */
  why: string | undefined;
  remark?: string | undefined;
  /** The SKU that was chosen before they came back. */
  chosen?: string | undefined;
}

/** Shows what is to be chosen next. */
export function showDraft(draft: Draft, call: Call, { why, remark, chosen }: Shown): Card {
  const about = aboutFor(draft, call);
  const drafting = draftingFor(call, why);
  if (!draft.holders) return pickCard(draft, { about, remarks: present(remark) }, drafting);
  return chooseCard(draft, { about, targets: targetsOf(draft, call), remark, chosen }, drafting);
}

/** @throws UserError once the purchase is nowhere to be found */
export function aboutFor(draft: Draft, call: Call): About {
  const found = aboutOf(draft, call);
  if (!found) throw new UserError(call.language.t('purchase.unknown', { id: draft.purchase }));
  return found;
}

function targetsOf(draft: Draft, call: Call): Target[] {
  return targetsFor(aboutFor(draft, call).purchase, draft.holders?.ids ?? [], call.house.store);
}

/** Back to where the act is chosen; what was chosen before is still selected. */
export async function chooseAgain(draft: Draft, { reason }: Asked, call: Call): Promise<Card> {
  const { act } = draft;
  const own = act?.kind === 'stay' ? aboutFor(draft, call).purchase.sku : undefined;
  const chosen = act?.kind === 'move' ? act.to.sku : own;
  const open = await call.transact((tx) => chooseInDraft(tx, draft, { act: null }));
  return showDraft(open, call, { why: reason, chosen });
}

export async function chooseTarget(draft: Draft, asked: Asked, call: Call): Promise<Card> {
  const { t } = call.language;
  const { product, reason: why } = asked;
  const targets = targetsOf(draft, call);
  if (!product) return showDraft(draft, call, { why, remark: t('draft.choose.none') });
  const [target, ...others] = targetsNamed(product, targets);
  if (!target) return showDraft(draft, call, { why, remark: t('draft.choose.unknown', { product }) });
  const about = aboutFor(draft, call);
  if (others.length > 0 && draft.holders) {
    const remark = t('draft.choose.several', { product });
    return chooseCard(draft, { about, targets: [target, ...others], remark }, draftingFor(call, why));
  }
  const moved = moveTo(about.purchase.sku, { sku: target.sku, product: target.product });
  const act = others.length > 0 ? null : moved;
  return afterChoice(await call.transact((tx) => chooseInDraft(tx, draft, { act })), asked, call);
}

export async function chooseCause(draft: Draft, asked: Asked, call: Call): Promise<Card> {
  const { cause } = asked;
  const remark = cause && call.language.t('draft.cause.gone');
  if (cause === undefined || !causesIn(call.house.config.takeovers).includes(cause))
    return causeCard(draft, { about: aboutFor(draft, call), remark }, draftingFor(call, asked.reason));
  const act = { kind: 'cancel', reason: cause } as const;
  return afterChoice(await call.transact((tx) => chooseInDraft(tx, draft, { act })), asked, call);
}

/** Once holders and act are chosen, it is checked what is in the way. */
export function afterChoice(draft: Draft, { reason: why }: Asked, call: Call): Card | Promise<Card> {
  return draft.act && draft.holders ? checkDraft(draft, call, { why }) : showDraft(draft, call, { why });
}

/** The end of a draft: Purser looks for what is in the way, and requests what was confirmed, if it is still the same. */
import type { Card } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import { mostDeciders } from '../../../store/calls.ts';
import type { Draft, Entry, Purchase, Somebody, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { mayDecide } from '../../../store/takeover/deciders.ts';
import type { Obstacle } from '../../../store/takeover/request.ts';
import { ends } from '../../../store/takeover/table.ts';
import { type Context, cardIn, press, UserError } from '../../core/command.ts';
import { patienceMs, within } from '../../core/time-limit.ts';
import { purchaseFor } from '../../purchases/deciding.ts';
import { isLive } from '../../purchases/purchase-index.ts';
import { sortedNames } from '../cards/names.ts';
import type { Told } from '../cards/view/viewer.ts';
import { type MayApprove, mayApproveNow } from '../decision/may-approve.ts';
import { showTakeover } from '../decision/one-takeover.ts';
import { boughtOf } from '../state/action.ts';
import { openTakeover } from '../state/decide.ts';
import { times } from '../state/decision-deadline.ts';
import { confirmCard } from './confirm-card.ts';
import { aboutOf, draftingFor } from './drafting.ts';
import { chooseInDraft, foundIn, freshForMs, holdersNow, keepCheck, lookAtDraftAnyway, lookLater } from './drafts.ts';
import { obstacleIn, refuse } from './obstacles.ts';
import { pickCard } from './pick-card.ts';

interface Said {
  /** Why they want it. */
  why: string | undefined;
  /** The reader should know this first. */
  remark?: string | undefined;
}

/** Looks at Microsoft, and shows what was found; or, where that takes longer, that Purser is looking. */
export async function checkDraft(draft: Draft, context: Context, said: Said): Promise<Card> {
  const { store, commerce, clock } = context.dependencies;
  const asked = choosable(draft, context);
  const looked = await within(patienceMs, lookAtDraftAnyway(asked, { store, commerce, now: () => clock.now() }));
  const checked = await context.transact((tx) => {
    if (looked) return keepCheck(tx, asked, looked);
    const open = chooseInDraft(tx, asked, {});
    lookLater(tx, { draft: open, card: cardIn(context) }, context.now);
    return open;
  });
  return showChecked(checked, context, said);
}

function showChecked(draft: Draft, context: Context, { why, remark }: Said): Card {
  const about = aboutOf(draft, context);
  const { act } = draft;
  if (!about || !act) throw choosable(draft, context);
  return confirmCard({ ...draft, act }, { about, remark }, draftingFor(context, why));
}

/** @throws UserError where the purchase is nowhere to be found, or something is left to choose */
function choosable(draft: Draft, context: Context): Draft {
  purchaseFor(draft.purchase, context.dependencies.store, context);
  if (draft.act && draft.holders) return draft;
  const { t } = context.language;
  throw new UserError(t('draft.gone'), [press(t('button.takeOver'), 'takeover', { purchase: draft.purchase })]);
}

export async function confirmDraft(draft: Draft, why: string | undefined, context: Context): Promise<Card> {
  const { purchase } = purchaseFor(draft.purchase, context.dependencies.store, context);
  if (!isLive(purchase)) refuse({ what: 'deleted' }, { purchase, asked: { approvers: undefined } }, context);
  const holders = holdersNow(choosable(draft, context), purchase, context.dependencies.store);
  if (!holders) return pickAnew(draft, context, why);
  const changed = changesSince(draft, holders, context);
  if (changed) {
    const renewed = await context.transact((tx) => chooseInDraft(tx, draft, { holders }));
    return checkDraft(renewed, context, { why, remark: changed });
  }
  if (!foundIn(draft.check)) return checkDraft(draft, context, { why });
  // Everybody it concerns reads why.
  if (!why) return showChecked(draft, context, { why, remark: context.language.t('draft.confirm.why') });
  const mayApprove = await mayApproveNow(context);
  const came = await context.transact((tx) => requestIn(tx, { draft, why, mayApprove }, context));
  if ('what' in came) {
    if (came.what === 'blocked') return showChecked(draft, context, { why });
    refuse(came, { purchase, asked: mayApprove }, context);
  }
  return showTakeover(came, context);
}

/** There is another purchase of the same product by now, so nobody knows whose seats are whose. */
async function pickAnew(draft: Draft, context: Context, why: string | undefined): Promise<Card> {
  const open = await context.transact((tx) => chooseInDraft(tx, draft, { holders: null }));
  const about = aboutOf(open, context);
  if (!about) throw choosable(open, context);
  const remarks = [context.language.t('draft.changed.shared')];
  return pickCard(open, { about, remarks }, draftingFor(context, why));
}

/** Why it has to be looked at again, and confirmed again; undefined where nothing has changed. */
function changesSince(draft: Draft, holders: Takeover['holders'], told: Told): string | undefined {
  const { t, format } = told.language;
  const found = foundIn(draft.check);
  if (!found) return undefined;
  const seen = eventsSince(draft, found.at, told.dependencies.store).map(({ action, before, after }) =>
    t('draft.changed.event', { what: t(`audit.action.${action}`), before: before ?? '–', after: after ?? '–' }),
  );
  const came = holders.ids.filter((id) => !draft.holders?.ids.includes(id));
  const all = [...seen, ...when(came.length > 0, t('draft.changed.holders', { names: sortedNames(came, told) }))];
  if (all.length > 0) return t('draft.changed.since', { what: format.list(all) });
  const age = told.now.getTime() - Date.parse(found.at);
  return age > freshForMs ? t('draft.changed.old', { minutes: Math.floor(age / 60_000) }) : undefined;
}

/** The journal's entries since then about what Microsoft changed in the purchase. */
function eventsSince({ purchase }: Draft, since: string, store: Reader): Entry[] {
  return [...store.all('audit')].filter(
    ({ purchase: about, at, actor, action }) =>
      about === purchase && at > since && actor === null && (action === 'purchaser' || action === 'quantity'),
  );
}

interface Confirmed {
  draft: Draft;
  why: string | undefined;
  mayApprove: MayApprove;
}

/** Pressed twice it is one request: the draft is gone by then. */
function requestIn(tx: Transaction, { draft, why, mayApprove }: Confirmed, context: Context): Takeover | Obstacle {
  const now = tx.get('drafts', draft.id);
  const found = now && foundIn(now.check);
  if (!now?.act || !now.holders || !found) return requestedAlready(tx, draft, context);
  const { purchase } = purchaseFor(draft.purchase, tx, context);
  const { findings } = found;
  const obstacle = obstacleIn(tx, { purchase, asked: mayApprove, findings }, context);
  if (obstacle) return obstacle;
  const { takeovers } = context.dependencies.config;
  const action = {
    purchase: boughtOf(purchase, tx),
    act: now.act,
    ending: takeovers.ending.kind,
    holders: now.holders,
  };
  const requester = { id: context.speaker.id, name: context.speaker.name };
  const asked = {
    ...{ action, requester, why: why ?? null, findings, needed: takeovers.approvalsNeeded },
    deciders: decidersOf(purchase, mayApprove, context),
  };
  tx.delete('drafts', draft.id);
  const opened = { ...asked, ...times(purchase.nextAt, context.now, takeovers), card: cardIn(context) };
  return openTakeover(tx, opened, context.now);
}

/** @throws UserError where there is none */
function requestedAlready(reader: Reader, { purchase }: Draft, context: Context): Takeover {
  const requested = requestedBy(context, purchase, reader);
  if (requested) return requested;
  const { t } = context.language;
  throw new UserError(t('draft.gone'), [press(t('button.takeOver'), 'takeover', { purchase })]);
}

/** The open takeover of a purchase that the speaker has requested. */
export function requestedBy({ speaker }: Context, purchase: Purchase['id'], reader: Reader): Takeover | undefined {
  return [...reader.all('takeovers')].find(
    (takeover) =>
      takeover.purchase.id === purchase && takeover.requester.id === speaker.id && !ends.has(takeover.state),
  );
}

/** Everybody who can decide, so that they can be called; those who hear of it come first. */
function decidersOf(purchase: Purchase, { approvers = [] }: MayApprove, { speaker }: Context): Somebody[] {
  const parties = { requester: speaker.id, purchaser: purchase.purchaser };
  return approvers.filter(({ id }) => mayDecide(parties, { id, approver: true })).slice(0, mostDeciders);
}

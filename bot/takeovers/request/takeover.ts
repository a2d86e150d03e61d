/**
 * An admin takes a purchase over [29]: for whom, whether its holders move or lose it, what is in the way; then a second
 * confirmation [33, 39], which is a press, and a request that somebody else decides. What is chosen lies in a draft.
 */
import { z } from 'zod/v4';
import { type Card, shorten } from '../../../cards/card.ts';
import type { Draft } from '../../../store/records.ts';
import { moveTo } from '../../../store/takeover/fingerprint.ts';
import { type Call, type Command, press, Refused } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { settle } from '../../purchases/classify.ts';
import { purchaseFor } from '../../purchases/deciding.ts';
import { causesIn } from '../cards/causes.ts';
import { showTakeover } from '../decision/one-takeover.ts';
import { soleHolders } from '../state/action.ts';
import { causeCard, chooseCard, isTicked, pickCard } from './choose-card.ts';
import { check, confirmDraft, requestedBy } from './confirm.ts';
import { type About, aboutOf, type Drafting, holdersOfSku } from './drafting.ts';
import { beginDraft, choose, digestOf } from './drafts.ts';
import { approversNow, obstacleIn, refuse, settleFirst } from './obstacles.ts';
import { peopleNamed, type Recognised } from './people-named.ts';
import { type Target, targetsFor, targetsNamed } from './targets.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  draft: argument.draft.optional(),
  /** Settles the kind on the way. */
  settled: argument.settled.optional(),
  pick: argument.pick.optional(),
  people: argument.people.optional(),
  names: argument.names.optional(),
  act: argument.act.optional(),
  product: argument.product.optional(),
  cause: argument.cause.optional(),
  /** Looks at Microsoft once more. */
  again: argument.again.optional(),
  digest: argument.digest.optional(),
  confirm: argument.confirm.optional(),
  reason: argument.reason.optional(),
  /** Not an id: what it might be is shown. */
  words: argument.words.optional(),
});
type Asked = z.infer<typeof args>;

export const takeover: Command<'takeover', typeof args> = {
  name: 'takeover',
  role: 'admin',
  args,
  single: true,
  rest: 'words',
  async run(asked, call) {
    const { t, words } = call.language;
    const { purchase: id, draft: draftId } = asked;
    if (draftId) return goOnWith(draftId, asked, call);
    if (!id)
      throw new Refused(t('draft.which', { example: words.commands.takeover.examples[0] }), [
        press(t('button.listPurchases'), 'purchases', asked.words ? { words: asked.words } : {}),
      ]);
    return start(id, asked, call);
  },
};

async function start(id: string, asked: Asked, call: Call): Promise<Card> {
  const { t } = call.language;
  const { store } = call.house;
  if (asked.settled) await call.transact((tx) => settle(tx, { id, kind: 'self-service' }, call));
  const found = purchaseFor(id, store, call);
  const { purchase } = found;
  const approvers = await approversNow(call);
  const obstacle = obstacleIn(store, { purchase, approvers }, call);
  if (purchase.sure === 'probable' && obstacle?.what !== 'deleted') return settleFirst(found, asked.reason, call);
  if (obstacle) refuse(obstacle, purchase, approvers !== undefined, call);
  if (!holdersOfSku(purchase, store))
    throw new Refused(t('draft.unread', { id }), [press(t('button.checkAgain'), 'takeover', { purchase: id })]);
  const by = { id: call.speaker.id, name: call.speaker.name };
  const holders = soleHolders(purchase, store);
  const draft = await call.transact((tx) => beginDraft(tx, { purchase, holders, by }, call.now));
  return asked.product ? chooseTarget(draft, asked, call) : showDraft(draft, call, asked);
}

/** A press on one of its cards. */
async function goOnWith(id: string, asked: Asked, call: Call): Promise<Card> {
  const draft = call.house.store.get('drafts', id);
  if (!draft) return withoutDraft(asked, call);
  const { t } = call.language;
  if (draft.by.id !== call.speaker.id)
    throw new Refused(t('draft.notYours', { name: draft.by.name }), [
      press(t('button.takeOver'), 'takeover', { purchase: draft.purchase }),
    ]);
  const view = viewOf(call, asked);
  if (asked.confirm && asked.digest && asked.digest !== digestOf(draft))
    return check(draft, call, view, t('takeover.refused.shownOtherwise'));
  if (asked.confirm) return confirmDraft(draft, asked.reason, call);
  if (asked.again) return check(draft, call, view);
  if (asked.pick === 'picked') return pick(draft, asked, call);
  if (asked.pick === 'nobody')
    return showDraft(await call.transact((tx) => choose(tx, draft, { holders: null })), call, asked);
  if (asked.pick === 'show') return pickCard(draft, about(draft, call), view);
  if (asked.act === 'move') return chooseTarget(draft, asked, call);
  if (asked.act === 'cancel') return chooseCause(draft, asked, call);
  // Back where the act is chosen, what was chosen is picked still.
  const { act } = draft;
  const chosen = act?.kind === 'move' ? act.to.sku : act?.kind === 'stay' ? about(draft, call).purchase.sku : undefined;
  return showDraft(await call.transact((tx) => choose(tx, draft, { act: null })), call, asked, { chosen });
}

/** It was confirmed, perhaps by this very press; or it is too old. */
function withoutDraft({ purchase }: Asked, call: Call): Card {
  const { t } = call.language;
  const requested = purchase && requestedBy(call, purchase, call.house.store);
  if (requested) return showTakeover(requested, call);
  const again = purchase ? [press(t('button.takeOver'), 'takeover', { purchase })] : [];
  throw new Refused(t('draft.gone'), again);
}

/** What is to be chosen next. */
function showDraft(
  draft: Draft,
  call: Call,
  asked: Asked,
  shown: { remark?: string; chosen?: string | undefined } = {},
): Card {
  const view = viewOf(call, asked);
  const { remark } = shown;
  if (!draft.holders) return pickCard(draft, about(draft, call), view, { remarks: remark ? [remark] : [] });
  return chooseCard(draft, about(draft, call), targetsOf(draft, call), view, shown);
}

function viewOf({ language, now, house }: Call, { reason }: Pick<Asked, 'reason'> = {}): Drafting {
  return { language, now, house, why: reason };
}

/** @throws Refused once the purchase is nowhere to be found */
function about(draft: Draft, call: Call): About {
  const found = aboutOf(draft, call);
  if (!found) throw new Refused(call.language.t('purchase.unknown', { id: draft.purchase }));
  return found;
}

function targetsOf(draft: Draft, call: Call): Target[] {
  return targetsFor(about(draft, call).purchase, draft.holders?.ids ?? [], call.house.store);
}

async function chooseTarget(draft: Draft, asked: Asked, call: Call): Promise<Card> {
  const { t } = call.language;
  const targets = targetsOf(draft, call);
  if (!asked.product) return showDraft(draft, call, asked, { remark: t('draft.choose.none') });
  const [target, ...others] = targetsNamed(asked.product, targets);
  if (!target) return showDraft(draft, call, asked, { remark: t('draft.choose.unknown', { product: asked.product }) });
  const view = viewOf(call, asked);
  if (others.length > 0 && draft.holders)
    return chooseCard(draft, about(draft, call), [target, ...others], view, {
      remark: t('draft.choose.several', { product: asked.product }),
    });
  const { purchase } = about(draft, call);
  const act = others.length > 0 ? null : moveTo(purchase.sku, { sku: target.sku, product: target.product });
  return afterwards(await call.transact((tx) => choose(tx, draft, { act })), asked, call);
}

async function chooseCause(draft: Draft, asked: Asked, call: Call): Promise<Card> {
  const { t } = call.language;
  const view = viewOf(call, asked);
  const isKnown = asked.cause !== undefined && causesIn(call.house.config.takeovers).includes(asked.cause);
  if (!isKnown) return causeCard(draft, about(draft, call), view, asked.cause ? t('draft.cause.gone') : undefined);
  const reason = asked.cause ?? '';
  return afterwards(await call.transact((tx) => choose(tx, draft, { act: { kind: 'cancel', reason } })), asked, call);
}

async function pick(draft: Draft, { people = [], names, ...asked }: Asked, call: Call): Promise<Card> {
  const { t } = call.language;
  const { store } = call.house;
  const holders = holdersOfSku(about(draft, call).purchase, store) ?? [];
  const ticked = people.filter((id) => holders.includes(id));
  const named = peopleNamed(
    names ?? '',
    holders.flatMap((id) => store.get('people', id) ?? []),
  );
  // Of a list too long to be ticked, those recognised before stay.
  const before = isTicked(holders) ? [] : (draft.holders?.ids ?? []);
  const ids = [...new Set([...before, ...ticked, ...named.found])];
  const picked = await call.transact((tx) =>
    choose(tx, draft, { holders: ids.length > 0 ? { known: 'picked', ids } : null }),
  );
  const left = [...named.unknown, ...named.several.map(({ words }) => words)];
  if (left.length === 0 && ids.length > 0) return afterwards(picked, asked, call);
  const remarks = left.length > 0 ? unrecognised(named, ids.length, call) : [t('draft.pick.nobody')];
  return pickCard(picked, about(picked, call), viewOf(call, asked), { remarks, left });
}

/** Of what was not recognised so many are said back; all of it stays to be corrected. */
const mostSaid = 10;
const longestSaid = 60;

/** Nothing that was written is lost: it is said back, and stays to be corrected. */
function unrecognised({ unknown, several }: Recognised, count: number, { language: { t, format } }: Call): string[] {
  const some = (names: readonly string[]): string => {
    const more = names.length - mostSaid;
    const said = names.slice(0, mostSaid).map((name) => shorten(name, longestSaid));
    return format.list([...said, ...(more > 0 ? [t('draft.pick.more', { count: more })] : [])]);
  };
  return [
    t('draft.pick.recognised', { count }),
    ...(unknown.length > 0 ? [t('draft.pick.unknown', { names: some(unknown) })] : []),
    ...several
      .slice(0, mostSaid)
      .map(({ words, people }) =>
        t('draft.pick.several', { name: words, accounts: some(people.map(({ id, userName }) => userName ?? id)) }),
      ),
  ];
}

/** Once it is known for whom, and what: what is in the way. */
function afterwards(draft: Draft, asked: Asked, call: Call): Card | Promise<Card> {
  return draft.act && draft.holders ? check(draft, call, viewOf(call, asked)) : showDraft(draft, call, asked);
}

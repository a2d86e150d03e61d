/** Asks a purchaser, in their own chat, to cancel what they bought, and follows up when their time is over. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import { notify, notifyRarely, showAnew } from '../../store/notices.ts';
import type { Person, Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { hasMet, missingToCheck } from '../core/first-message.ts';
import { shortName } from '../core/lines.ts';
import { argument } from '../language/arguments.ts';
import { calledIn } from '../people/told-apart.ts';
import { showPurchase } from './card.ts';
import { askKind, settle } from './classify.ts';
import { inTakeover, keptBy, newsOf, purchaseFor } from './deciding.ts';
import type { NamedPurchase } from './named-purchase.ts';
import { daysToAnswer } from './notices/asked.ts';
import { onePurchase } from './one-purchase.ts';
import { inHand, isLive } from './purchase-index.ts';
import { type Deed, decideSeveral, type Reading, severalArguments } from './several.ts';

const args = z.strictObject({
  ...severalArguments,
  /** Settles the kind on the way. */
  settled: argument.settled.optional(),
  /** In place of an id: whose purchase, and of what. */
  by: argument.by.optional(),
  product: argument.product.optional(),
  reason: argument.reason.optional(),
});
type Asked = z.infer<typeof args>;

/** Beyond that the card that is there says what is asked now. */
const mostAskedADay = 3;

export const ask: Command<'ask', typeof args> = {
  name: 'ask',
  role: 'admin',
  args,
  rest: 'reason',
  bareNumberIsId: true,
  async run(asked, context) {
    const { purchase, by, product, confirm, settled, reason } = asked;
    const { t } = context.language;
    if (asked.several) return askSeveral(asked, context);
    const { store } = context.dependencies;
    const id = purchase ?? (by || product ? onePurchase({ by, product }, { verb: 'ask' }, context) : undefined);
    if (!id) throw new UserError(t('ask.which'), [press(t('button.listPurchases'), 'purchases')]);
    if (settled) await context.transact((tx) => settle(tx, { id, kind: settled }, context));
    const named = purchaseFor(id, store, context);
    if (isLive(named.purchase) && named.purchase.sure !== 'confirmed') return settleFirst(named, reason, context);
    if (!confirm) return preview(named, { person: askable(named, store, context), reason }, context);
    await context.transact((tx) => askIn(tx, { id, reason }, context));
    return showPurchase(
      id,
      context,
      t('ask.sent', { name: shortName(named.purchaser ?? t('purchases.unknownPurchaser')) }),
    );
  },
};

/** Among several, each must be known to be self-service first. */
function asking(reason: string | undefined): Deed {
  const check = (id: string, reader: Reading, context: Context): void => {
    const named = purchaseFor(id, reader, context);
    const { t } = context.language;
    if (isToSettle(named.purchase)) throw new UserError(t('ask.unsettled', { id }));
    askable(named, reader, context);
  };
  return {
    name: 'ask',
    check,
    act(tx, id, context) {
      check(id, tx, context);
      askIn(tx, { id, reason }, context);
    },
  };
}

/** It runs, and is probably self-service: all that is missing is somebody who says so. */
function isToSettle(purchase: Purchase): boolean {
  const { kind, sure } = purchase;
  return isLive(purchase) && (sure === 'unsure' || (sure === 'probable' && kind === 'self-service'));
}

function askSeveral({ several = [], confirm, reason }: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const { store } = context.dependencies;
  const answer = { id: 'reason', label: t('ask.reason'), placeholder: t('ask.reasonHint'), value: reason ?? '' };
  return decideSeveral(
    asking(reason),
    {
      ids: several,
      isConfirmed: confirm !== undefined,
      form: { answer, notes: [t('several.ask.reads')] },
      isToSettle(id) {
        const purchase = store.get('purchases', id);
        return purchase !== undefined && isToSettle(purchase);
      },
    },
    context,
  );
}

/** Writes to the purchaser, and comes back to it when their time is over. @throws UserError */
function askIn(tx: Transaction, { id, reason }: { id: string; reason: string | undefined }, context: Context): void {
  const now = purchaseFor(id, tx, context);
  const purchaser = askable(now, tx, context);
  const { id: by, name } = context.speaker;
  const until = new Date(context.now.getTime() + daysToAnswer * 86_400_000);
  tx.put('purchases', { ...now.purchase, decision: { kind: 'asked', by, name, until: until.toISOString() } });
  audit(tx, newsOf(now, { action: 'asked', after: `${name}, ${until.toISOString()}`, why: reason ?? null }, context));
  const saying = { card: 'asked', purchase: id, by: { id: by, name }, why: reason ?? null } as const;
  const to = { person: purchaser.id };
  const key = `asked ${id} of ${purchaser.id}`;
  const notice = notifyRarely(tx, { key, to, saying, purchases: [id], mostADay: mostAskedADay }, context.now);
  const askedAt = tx.get('notices', notice)?.createdAt ?? context.now.toISOString();
  const followUp = {
    key: `still-there ${id} ${askedAt} ${by}`,
    to: { person: by },
    saying: { card: 'still-there', purchase: id, askedAt } as const,
    purchases: [id],
    dueAt: until,
  };
  notify(tx, followUp, context.now);
  showAnew(tx, new Set([id]), context.now);
}

/**
 * The person to ask.
 *
 * @throws UserError if there is nobody, or nothing to ask for
 */
function askable({ purchase }: NamedPurchase, reader: Reading, context: Context): Person {
  const { id } = purchase;
  const { language, now, speaker } = context;
  const { t, format } = language;
  const back = [press(t('button.openPurchase'), 'purchase', { purchase: id })];
  if (!isLive(purchase)) throw new UserError(t('take.ended', { id }), back);
  if (purchase.kind !== 'self-service') throw new UserError(t('ask.central', { id }), back);
  if (purchase.purchaser === speaker.id) throw new UserError(t('ask.self', { id }), back);
  const decision = inHand(purchase, now);
  if (decision?.kind === 'takeover') throw inTakeover(id, decision.takeover, t);
  if (decision?.kind === 'kept') throw keptBy(id, decision, { reader, context });
  const until = decision && format.date(decision.until);
  if (decision?.kind === 'asked')
    throw new UserError(
      t('ask.already', { id, name: calledIn(reader, { id: decision.by, name: decision.name }), until }),
      back,
    );
  if (decision && decision.by !== speaker.id)
    throw new UserError(
      t('take.taken', { id, name: calledIn(reader, { id: decision.by, name: decision.name }), until }),
      back,
    );
  const person = purchase.purchaser ? reader.get('people', purchase.purchaser) : undefined;
  if (!person) throw new UserError(t('ask.nobody', { id }), back);
  if (person.leftAt || !person.enabled) {
    const instead = press(t('button.takeOver'), 'takeover', { purchase: id });
    throw new UserError(t('ask.left', { id, name: person.name ?? t('purchases.unknownPurchaser') }), [
      { ...instead, style: 'positive' },
      ...back,
    ]);
  }
  refuseFirst(person, context);
  return person;
}

/** What could not be checked is not sent, so nobody is asked and waited for. @throws UserError */
function refuseFirst({ id, name }: Person, { dependencies, language: { t, format } }: Context): void {
  const missing = missingToCheck(dependencies.config);
  if (missing.length === 0 || hasMet(dependencies.store, id)) return;
  const who = shortName(name ?? t('purchases.unknownPurchaser'));
  throw new UserError(t('ask.first', { name: who, settings: format.list(missing) }), [
    press(t('status.title'), 'status'),
  ]);
}

/** Asking someone to cancel what they may not be able to cancel is worse than asking the admin once more. */
function settleFirst(
  { product, purchase: { id, kind, sure } }: NamedPurchase,
  reason: string | undefined,
  context: Context,
): Card {
  const { t } = context.language;
  const goOn = press(t('classify.self-service'), 'ask', {
    purchase: id,
    settled: 'self-service',
    ...(reason && { reason }),
  });
  const ask = sure === 'unsure' ? 'ask.settleUnsure' : 'ask.settleFirst';
  const question = t(ask, { id, product: shortName(product), kind: t(`kind.${kind}`) });
  return askKind(id, { question, selfService: goOn }, context);
}

function preview(
  { purchase: { id }, product }: NamedPurchase,
  { person, reason }: { person: Person; reason: string | undefined },
  { language: { t, words } }: Context,
): Card {
  const name = shortName(person.name ?? t('purchases.unknownPurchaser'));
  return report({
    title: t('ask.title'),
    paragraphs: [t('ask.what', { name, product: shortName(product), days: daysToAnswer })],
    answer: { id: 'reason', label: t('ask.reason'), placeholder: t('ask.reasonHint'), value: reason ?? '' },
    notes: [t('ask.reads', { name })],
    buttons: [
      { ...press(t('button.sendTo', { name }), 'ask', { purchase: id, confirm: 'confirm' }), inputs: true },
      press(t('button.back'), 'purchase', { purchase: id }),
    ],
    summary: t('ask.title'),
    fallback: t('fallback', { command: `${words.commands.ask.names[0]} ${id}` }),
  });
}

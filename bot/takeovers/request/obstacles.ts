/** What must be true before a takeover may be requested; each refusal has the button that helps. */
import type { Card } from '../../../cards/card.ts';
import { called, isAway } from '../../../store/calls.ts';
import { idOf, subscribers } from '../../../store/notices.ts';
import type { Finding, Notice, Purchase, Somebody } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { isParty, mayDecide, type ToDecide } from '../../../store/takeover/deciders.ts';
import { type Obstacle, obstacleTo } from '../../../store/takeover/request.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { Approver } from '../../people/people.ts';
import { askKind } from '../../purchases/classify.ts';
import { inTakeover } from '../../purchases/deciding.ts';
import type { NamedPurchase } from '../../purchases/named-purchase.ts';
import { cannotAsk, type MayApprove } from '../decision/may-approve.ts';

export function obstacleIn(
  reader: Reader,
  {
    purchase,
    asked: { approvers = [] },
    findings = [],
  }: { purchase: Purchase; asked: MayApprove; findings?: readonly Finding[] },
  { speaker, dependencies, now }: Context,
): Obstacle | undefined {
  // Neither the requester nor the purchaser decides, so their own chats hear nothing of it.
  const parties = { requester: speaker.id, purchaser: purchase.purchaser };
  const deciders = approvers.filter(({ id }) => mayDecide(parties, { id, approver: true }));
  const reached = askedFor(reader, { parties, deciders, now });
  return obstacleTo({
    purchase,
    ...parties,
    others: [...reader.all('takeovers')].filter((takeover) => takeover.purchase.id === purchase.id),
    reached: reached.chats.length + reached.people.length,
    approvers: approvers.map(({ id }) => id),
    needed: dependencies.config.takeovers.approvalsNeeded,
    findings,
  });
}

interface Deciding {
  parties: ToDecide;
  /** All who can decide about it. */
  deciders: readonly Approver[];
  now: Date;
}

/** The chats and people who would hear of a request made now. */
export function askedFor(
  reader: Reader,
  { parties, deciders, now }: Deciding,
): { chats: Notice['to'][]; people: Somebody[] } {
  const people = called(reader, deciders, now);
  const ids = new Set(people.map(({ id }) => id));
  const chats = subscribers(reader, 'approvals').filter(
    (to) => !isParty(parties, idOf(to)) && !ids.has(idOf(to)) && canBeTold(reader, to, now),
  );
  return { chats, people };
}

function canBeTold(reader: Pick<Reader, 'get'>, to: Notice['to'], now: Date): boolean {
  if ('chat' in to) return !reader.get('chats', to.chat)?.away;
  return !reader.get('members', to.person)?.away && !isAway(reader, to.person, now);
}

/** @throws UserError with a sentence for what is in the way */
export function refuse(
  obstacle: Obstacle,
  { purchase: { id }, asked }: { purchase: Purchase; asked: MayApprove },
  context: Context,
): never {
  const { t } = context.language;
  const back = press(t('button.openPurchase'), 'purchase', { purchase: id });
  const again = press(t('button.checkAgain'), 'takeover', { purchase: id });
  switch (obstacle.what) {
    case 'deleted':
      throw new UserError(t('take.ended', { id }), [back]);
    case 'central':
    case 'partner':
      throw new UserError(t(`draft.obstacle.${obstacle.what}`, { id }), [
        press(t('button.settle'), 'classify', { purchase: id }),
        back,
      ]);
    case 'requested':
      throw inTakeover(id, obstacle.takeover, t);
    case 'nobody-reached':
      throw nobodyReached(id, context);
    case 'too-few-approvers':
      throw asked.approvers && !asked.amiss
        ? new UserError(t('draft.obstacle.tooFew', { others: obstacle.others, needed: obstacle.needed }), [again, back])
        : cannotAsk(asked, context, [again]);
    // Both are asked about, or shown, on a card of their own before it comes to this.
    case 'probable':
    case 'blocked':
      throw new UserError(t('takeover.words.blocked'), [again, back]);
  }
}

/** In a channel or group one press does it; the asker's own chat is none where a request would find somebody. */
function nobodyReached(purchase: Purchase['id'], { chat, language: { t, words } }: Context): UserError {
  const [on, topic] = [words.valueWords.switch.on[0], words.valueWords.topic.approvals[0]];
  const hint = `${words.commands.notify.names[0]} ${on} ${topic}`;
  const again = press(t('button.checkAgain'), 'takeover', { purchase });
  if (chat.kind !== 'group' && chat.kind !== 'channel')
    return new UserError(t('draft.obstacle.nobodyReached', { hint }), [again]);
  const here = press(t('notify.switchOn', { topic: t('notify.short.approvals') }), 'notify', {
    switch: 'on',
    topic: 'approvals',
  });
  return new UserError(t('draft.obstacle.nobodyReachedHere', { hint }), [here, again], { isPublic: true });
}

/** Taking over what may not be a person's own purchase would be worse than asking the admin once more. */
export function settleFirst(
  { product, purchase: { id, kind, sure } }: NamedPurchase,
  reason: string | undefined,
  context: Context,
): Card {
  const { t } = context.language;
  const data = { purchase: id, settled: 'self-service', ...(reason && { reason }) };
  const ask = sure === 'unsure' ? 'draft.settleUnsure' : 'draft.settleFirst';
  const question = t(ask, { id, product: shortName(product), kind: t(`kind.${kind}`) });
  return askKind(id, { question, selfService: press(t('classify.self-service'), 'takeover', data) }, context);
}

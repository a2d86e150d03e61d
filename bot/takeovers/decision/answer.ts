/** What a purchaser answers to a notice: that they have seen it, or that they object; whoever asked is told. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { audit } from '../../../store/audit.ts';
import { notify, renewed, showAnew } from '../../../store/notices.ts';
import type { Notice, Purchase, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { isRefusal } from '../../../store/takeover/moves.ts';
import { type Call, type Command, press, Refused } from '../../core/command.ts';
import { argument } from '../../language/arguments.ts';
import { newsOf } from '../../purchases/deciding.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive } from '../../purchases/purchase-index.ts';
import { decide } from '../state/decide.ts';
import { actorOf, refusalText } from './one-takeover.ts';

const args = z.strictObject({
  notice: argument.notice.optional(),
  /** Whoever does not know the number of the message knows that of the purchase. */
  purchase: argument.purchase.optional(),
  /** Or that of the takeover. */
  request: argument.request.optional(),
  reason: argument.reason.optional(),
});

type Answer = NonNullable<Notice['answer']>['what'];

function answer<Name extends 'seen' | 'object'>(name: Name, what: Answer): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    reply: true,
    async run({ notice, purchase, request, reason }, call) {
      const waiting = notice ? undefined : waitingFor(call, purchase, request);
      // Named by nothing and said in no words it is no answer: what waits is shown, to be answered by a press.
      const isMeant = notice ?? purchase ?? request ?? (what === 'objected' ? reason : undefined);
      if (waiting && !isMeant) return show(waiting, call);
      const id = notice ?? waiting?.id ?? '';
      return show(await call.transact((tx) => put(tx, id, what, reason ?? null, call)), call);
    },
  };
}

/** @throws Refused where what it was about is over, and nothing was ever posted that could be shown */
function show(notice: Notice, { house, language: { t } }: Call): Card {
  const card = house.cardOf(notice);
  if (!card) throw new Refused(t('answer.over', { id: notice.id }));
  return card;
}

/** @throws Refused where nothing waits, or nothing about that purchase */
function waitingFor({ speaker, house: { store }, language: { t } }: Call, about?: string, request?: string): Notice {
  const [newest] = [...store.all('notices')]
    .filter(({ to, saying }) => {
      if (!('person' in to) || to.person !== speaker.id) return false;
      if (request && !(saying.card === 'announced' && saying.takeover === request)) return false;
      const id = aboutOf(saying, store);
      const purchase = id && store.get('purchases', id);
      return purchase !== undefined && purchase !== '' && isLive(purchase) && (about ?? purchase.id) === purchase.id;
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  if (!newest) throw new Refused(t('answer.nothing'), [press(t('button.listPurchases'), 'purchases')]);
  return newest;
}

/** The purchase that a message asks its reader about; undefined where it asks nothing. */
function aboutOf(saying: Notice['saying'], reader: Pick<Reader, 'get'>): Purchase['id'] | undefined {
  if (saying.card === 'asked') return saying.purchase;
  if (saying.card !== 'announced' || saying.stage !== 'before') return undefined;
  return reader.get('takeovers', saying.takeover)?.purchase.id;
}

function put(tx: Transaction, id: string, what: Answer, words: string | null, call: Call): Notice {
  const { speaker, now, language } = call;
  const notice = tx.get('notices', id);
  const isTheirs = notice && 'person' in notice.to && notice.to.person === speaker.id;
  // Who may not answer must not learn which notices there are either.
  if (isTheirs && notice.saying.card === 'announced')
    return answerTakeover(tx, notice, notice.saying.takeover, what, words, call);
  if (!isTheirs || notice.saying.card !== 'asked') {
    throw new Refused(language.t('answer.notYours', { id }), [press(language.t('button.listPurchases'), 'purchases')]);
  }
  const { purchase: about, by } = notice.saying;
  const purchase = tx.get('purchases', about);
  // A late press: there is nothing left to agree or object to, and the card says so.
  if (!purchase || !isLive(purchase) || !says(notice.answer, what, words)) return notice;
  const answered = { ...renewed(notice, now.toISOString()), answer: { what, words, at: now.toISOString() } };
  tx.put('notices', answered);
  audit(tx, newsOf(namedPurchase(purchase, tx), { action: what, why: words }, call));
  const key = `answered ${id} ${what} ${now.toISOString()}`;
  const saying = { card: 'answered', purchase: about, name: speaker.name, answer: what, words } as const;
  notify(tx, { key, to: { person: by.id }, saying, purchases: [about] }, now);
  showAnew(tx, new Set([about]), now);
  return answered;
}

/**
 * Of a takeover: an objection holds the run until whoever requested it has answered.
 *
 * @throws Refused where there is nothing left to object to, or no words to pass on
 */
function answerTakeover(
  tx: Transaction,
  notice: Notice,
  id: Takeover['id'],
  what: Answer,
  words: string | null,
  call: Call,
): Notice {
  const takeover = tx.get('takeovers', id);
  if (!takeover) return notice;
  if (what === 'objected') {
    const came = decide(tx, takeover, { kind: 'object', words: words ?? '' }, actorOf(call), call.now);
    if (isRefusal(came)) {
      // A press without words on a card of before only shows how it stands; words must not be lost in silence.
      if (!words && (came.refused === 'over' || came.refused === 'not-now')) return notice;
      throw new Refused(refusalText(came, takeover, call, 'object'));
    }
  } else if (notice.answer) return notice;
  const at = call.now.toISOString();
  const answered = { ...renewed(tx.get('notices', notice.id) ?? notice, at), answer: { what, words, at } };
  tx.put('notices', answered);
  return answered;
}

/** Whether it says anything new: who objected is not made to agree by a late press, nor are their words lost by an empty one. */
function says(before: Notice['answer'], what: Answer, words: string | null): boolean {
  if (!before) return true;
  if (what === 'seen') return false;
  return before.what === 'seen' || (words !== null && words !== before.words);
}

export const seen = answer('seen', 'seen');
export const object = answer('object', 'objected');

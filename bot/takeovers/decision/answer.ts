/** Takes a purchaser's answer to a notice: they have seen it, or they object. The person who asked is told. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import type { Line } from '../../../cards/report.ts';
import { audit } from '../../../store/audit.ts';
import { notifyRarely, renewed, showAnew, talkEveryMs } from '../../../store/notices.ts';
import type { Notice, Purchase, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { isRefusal } from '../../../store/takeover/moves.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import type { SayingOf } from '../../core/notice.ts';
import { argument } from '../../language/arguments.ts';
import { newsOf } from '../../purchases/deciding.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive } from '../../purchases/purchase-index.ts';
import { decide } from '../state/decide.ts';
import { actorOf, refusalText } from './one-takeover.ts';

const args = z.strictObject({
  notice: argument.notice.optional(),
  /** People who don't know the number of the message know that of the purchase. */
  purchase: argument.purchase.optional(),
  /** Or that of the takeover. */
  request: argument.request.optional(),
  reason: argument.reason.optional(),
});

interface Answer {
  what: NonNullable<Notice['answer']>['what'];
  words: string | null;
}

function answerCommand<Name extends 'seen' | 'object'>(name: Name, what: Answer['what']): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    reply: true,
    async run({ notice, purchase, request, reason }, context) {
      const waiting = notice ? undefined : waitingFor(context, purchase, request);
      // Without a number and without words it is no answer: the waiting message is shown, to be answered by a press.
      const isMeant = notice ?? purchase ?? request ?? (what === 'objected' ? reason : undefined);
      if (waiting && !isMeant) return showNotice(waiting, context);
      const id = notice ?? waiting?.id ?? '';
      return showNotice(
        await context.transact((tx) => putAnswer(tx, id, { what, words: reason ?? null }, context)),
        context,
      );
    },
  };
}

/** @throws UserError where what it was about is over, and nothing was ever posted that could be shown */
function showNotice(notice: Notice, { dependencies, language: { t } }: Context): Card {
  const card = dependencies.cardOf(notice);
  if (!card) throw new UserError(t('answer.over', { id: notice.id }));
  return card;
}

/** @throws UserError where nothing waits, or nothing about that purchase */
function waitingFor(context: Context, about?: string, request?: string): Notice {
  const { t } = context.language;
  const [newest] = openNotices(context, about).filter(
    ({ saying }) => !request || (saying.card === 'announced' && saying.takeover === request),
  );
  if (!newest) throw new UserError(t('answer.nothing'), [press(t('button.listPurchases'), 'purchases')]);
  return newest;
}

/** To the speaker, about what can still be decided, the newest first. @param about this purchase alone */
function openNotices({ speaker, dependencies: { store } }: Context, about?: string): Notice[] {
  return [...store.all('notices')]
    .filter(({ to, saying }) => {
      if (!('person' in to) || to.person !== speaker.id) return false;
      const purchase = store.get('purchases', aboutOf(saying, store) ?? '');
      return purchase !== undefined && isLive(purchase) && (about ?? purchase.id) === purchase.id;
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** The purchase that a message asks its reader about; undefined where it asks nothing. */
function aboutOf(saying: Notice['saying'], reader: Pick<Reader, 'get'>): Purchase['id'] | undefined {
  if (saying.card === 'asked') return saying.purchase;
  if (saying.card !== 'announced' || saying.stage !== 'before') return undefined;
  return reader.get('takeovers', saying.takeover)?.purchase.id;
}

/** @throws UserError where the message asks them nothing */
function putAnswer(tx: Transaction, id: string, answer: Answer, context: Context): Notice {
  const { speaker, language } = context;
  const notice = tx.get('notices', id);
  const isTheirs = notice && 'person' in notice.to && notice.to.person === speaker.id;
  const saying = isTheirs ? notice.saying : undefined;
  if (notice && saying?.card === 'announced')
    return answerTakeover(tx, { notice, id: saying.takeover, answer }, context);
  if (notice && saying?.card === 'asked') return answerAsked(tx, { notice, saying, answer }, context);
  // People who may not answer must not learn which notices there are either.
  throw new UserError(language.t('answer.notYours', { id }), [press(language.t('button.listPurchases'), 'purchases')]);
}

interface AskedAnswer {
  notice: Notice;
  saying: SayingOf<'asked'>;
  answer: Answer;
}

/** Of a purchase whose owner was asked to end it: the admin who asked is told. */
function answerAsked(tx: Transaction, { notice, saying, answer }: AskedAnswer, context: Context): Notice {
  const { speaker, now } = context;
  const { what, words } = answer;
  const purchase = tx.get('purchases', saying.purchase);
  // A late press: there is nothing left to agree or object to, and the card says so.
  if (!purchase || !isLive(purchase) || !isNews(notice.answer, answer)) return notice;
  const at = now.toISOString();
  const answered = { ...renewed(notice, at), answer: { what, words, at } };
  tx.put('notices', answered);
  audit(tx, newsOf(namedPurchase(purchase, tx), { action: what, why: words }, context));
  const news = { card: 'answered', purchase: purchase.id, name: speaker.name, answer: what, words } as const;
  const key = `answered ${notice.id} ${what}`;
  const to = { person: saying.by.id };
  notifyRarely(tx, { key, to, saying: news, purchases: [purchase.id], mostADay: 1 }, now);
  showAnew(tx, new Set([purchase.id]), now, talkEveryMs);
  return answered;
}

interface TakeoverAnswer {
  notice: Notice;
  /** Of the takeover. */
  id: Takeover['id'];
  answer: Answer;
}

/** Of a takeover: an objection holds the run until the requester has answered. */
function answerTakeover(tx: Transaction, { notice, id, answer }: TakeoverAnswer, context: Context): Notice {
  const takeover = tx.get('takeovers', id);
  const isDone = answer.what === 'objected' ? takeover && objectTo(tx, takeover, answer, context) : !notice.answer;
  if (!takeover || !isDone) return notice;
  const at = context.now.toISOString();
  const answered = { ...renewed(tx.get('notices', notice.id) ?? notice, at), answer: { ...answer, at } };
  tx.put('notices', answered);
  return answered;
}

/**
 * @returns whether they object now
 * @throws UserError where there is nothing left to object to, or no words to pass on
 */
function objectTo(tx: Transaction, takeover: Takeover, { words }: Answer, context: Context): boolean {
  const move = { kind: 'object', words: words ?? '' } as const;
  const came = decide(tx, takeover, { move, actor: actorOf(context), now: context.now });
  if (!isRefusal(came)) return true;
  // A press without words on an old card only shows the present state; words must not be lost in silence.
  if (!words && (came.refused === 'over' || came.refused === 'not-now')) return false;
  throw new UserError(refusalText(came, { before: takeover, name: 'object' }, context));
}

/** A late press does not make an objector agree, nor does an empty one lose their words. */
function isNews(before: Notice['answer'], { what, words }: Answer): boolean {
  if (!before) return true;
  if (what === 'seen') return false;
  return before.what === 'seen' || (words !== null && words !== before.words);
}

/** Messages that ask the speaker something, and that they have not answered. */
function unanswered(context: Context): Line[] {
  const { language, dependencies } = context;
  return openNotices(context)
    .filter(({ answer }) => !answer)
    .map(({ id, saying, createdAt }) => {
      const purchase = dependencies.store.get('purchases', aboutOf(saying, dependencies.store) ?? '');
      const product = purchase && namedPurchase(purchase, dependencies.store).product;
      return {
        title: language.t('waiting.message', { product }),
        text: language.format.relative(createdAt, context.now),
        press: press(language.t('button.open'), 'waiting', { notice: id }),
      };
    });
}

export const seen: Command<'seen', typeof args> = { ...answerCommand('seen', 'seen'), waits: unanswered };
export const object = answerCommand('object', 'objected');

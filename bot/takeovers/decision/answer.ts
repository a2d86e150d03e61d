/** Takes a purchaser's answer to a notice: they have seen it, or they object. The person who asked is told. */
import { z } from 'zod/v4';
import { type Card, withRemark } from '../../../cards/card.ts';
import { type Line, report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { audit } from '../../../store/audit.ts';
import { notifyRarely, renewed, showAnew, talkEveryMs } from '../../../store/notices.ts';
import type { Notice, Purchase, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { isRefusal } from '../../../store/takeover/moves.ts';
import { ends } from '../../../store/takeover/table.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { listed } from '../../core/lines.ts';
import type { SayingOf } from '../../core/notice.ts';
import { argument } from '../../language/arguments.ts';
import { newsOf } from '../../purchases/deciding.ts';
import { namedPurchase } from '../../purchases/named-purchase.ts';
import { isLive } from '../../purchases/purchase-index.ts';
import { coming, isLateFor } from '../cards/view/announced.ts';
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
      if (notice) return give(notice, { what, words: reason ?? null }, context);
      const [only, ...others] = waitingFor(context, purchase, request);
      if (others.length > 0 && !purchase && !request) return whichCard([only, ...others], { what, reason }, context);
      // Where one message alone waits, what is typed counts as its button; that it is still needed is answer enough.
      const isMeant = purchase ?? request ?? (what === 'objected' || !only.answer ? only : undefined);
      if (!isMeant) return showNotice(only, context);
      const own = only.saying.card === 'announced' && what === 'objected' ? context.language.t('button.object') : null;
      return give(only.id, { what, words: reason ?? own }, context);
    },
  };
}

async function give(id: string, answer: Answer, context: Context): Promise<Card> {
  const { t } = context.language;
  const given = await context.transact((tx) => putAnswer(tx, id, answer, context));
  const card = showNotice(given.notice, context);
  if (given.lacks) return withRemark(card, t('answer.lacksWords'));
  // What was typed counts as the button would, and says so.
  const isNew = context.pressed === null && given.notice.answer?.at === context.now.toISOString();
  return isNew ? withRemark(card, t(`answer.typed.${answer.what}`)) : card;
}

/** @throws UserError where what it was about is over, and nothing was ever posted that could be shown */
function showNotice(notice: Notice, { dependencies, language: { t } }: Context): Card {
  const card = dependencies.cardOf(notice);
  if (!card) throw new UserError(t('answer.over', { id: notice.id }));
  return card;
}

/**
 * The newest message about each purchase that they may still answer.
 *
 * @throws UserError where nothing waits, or nothing about that purchase
 */
function waitingFor(context: Context, about?: string, request?: string): [Notice, ...Notice[]] {
  const { t } = context.language;
  const [newest, ...others] = newestOfEach(openNotices(context, about), context).filter(
    ({ saying }) => !request || (saying.card === 'announced' && saying.takeover === request),
  );
  if (!newest) throw new UserError(t('answer.nothing'), [press(t('button.listPurchases'), 'purchases')]);
  return [newest, ...others];
}

function newestOfEach(notices: readonly Notice[], { dependencies: { store } }: Context): Notice[] {
  const byPurchase = new Map<string | undefined, Notice>();
  for (const notice of notices) {
    const about = aboutOf(notice.saying, store);
    if (!byPurchase.has(about)) byPurchase.set(about, notice);
  }
  return [...byPurchase.values()];
}

/** Several messages wait: the one that is pressed is answered with the words that were typed, or shown. */
function whichCard(
  notices: readonly Notice[],
  { what, reason }: { what: Answer['what']; reason: string | undefined },
  context: Context,
): Card {
  const { t, words } = context.language;
  const lines = notices.map((notice) => {
    const line = lineOf(notice, context);
    return what === 'objected' && reason
      ? { ...line, press: press(`${t('button.object')} · ${line.title}`, 'object', { notice: notice.id, reason }) }
      : line;
  });
  return report({
    title: t('answer.which'),
    paragraphs: reason ? [t('answer.words', { words: reason })] : [],
    sections: [{ lines: listed(lines, (line) => line, context.language) }],
    summary: t('answer.which'),
    fallback: t('fallback', { command: words.commands.waiting.names[0] }),
  });
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
  if (saying.card !== 'announced' || !coming.has(saying.stage)) return undefined;
  const takeover = reader.get('takeovers', saying.takeover);
  return takeover && !ends.has(takeover.state) ? takeover.purchase.id : undefined;
}

interface Given {
  notice: Notice;
  /** It holds a takeover only in words, and there were none. */
  lacks?: true;
}

/** @throws UserError where the message asks them nothing */
function putAnswer(tx: Transaction, id: string, answer: Answer, context: Context): Given {
  const { speaker, language } = context;
  const notice = tx.get('notices', id);
  const isTheirs = notice && 'person' in notice.to && notice.to.person === speaker.id;
  const saying = isTheirs ? notice.saying : undefined;
  if (notice && saying?.card === 'announced')
    return answerTakeover(tx, { notice, id: saying.takeover, answer }, context);
  if (notice && saying?.card === 'asked') return { notice: answerAsked(tx, { notice, saying, answer }, context) };
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

/** Of a takeover: an objection holds the run until the requester has answered; one that comes too late is passed on. */
function answerTakeover(tx: Transaction, { notice, id, answer }: TakeoverAnswer, context: Context): Given {
  const takeover = tx.get('takeovers', id);
  if (!takeover) return { notice };
  const came = answer.what === 'objected' ? objectTo(tx, takeover, { notice, answer }, context) : 'counts';
  if (came === 'lacks') return { notice, lacks: true };
  if (came === 'over' || (answer.what === 'seen' && notice.answer)) return { notice };
  const at = context.now.toISOString();
  const answered = { ...renewed(tx.get('notices', notice.id) ?? notice, at), answer: { ...answer, at } };
  tx.put('notices', answered);
  return { notice: answered };
}

/**
 * @returns `counts`: they object now, or their words were passed on; `lacks`: there were no words; `over`: nothing is left to
 * object to
 * @throws UserError where it isn't theirs to object, or they have said just that
 */
function objectTo(
  tx: Transaction,
  takeover: Takeover,
  { notice, answer: { words } }: Pick<TakeoverAnswer, 'notice' | 'answer'>,
  context: Context,
): 'counts' | 'lacks' | 'over' {
  const move = { kind: 'object', words: words ?? '' } as const;
  const came = decide(tx, takeover, { move, actor: actorOf(context), now: context.now });
  if (!isRefusal(came)) return 'counts';
  if (came.refused === 'no-words') return 'lacks';
  const isOver = came.refused === 'over' || came.refused === 'not-now';
  if (isOver && words && isLateFor(takeover)) return passOnLate(tx, takeover, { notice, words }, context);
  if (isOver) return 'over';
  throw new UserError(refusalText(came, { before: takeover, name: 'object' }, context));
}

/** It can't be held up any more, and the requester hears of it all the same. */
function passOnLate(
  tx: Transaction,
  { id, purchase, requester }: Takeover,
  { notice, words }: { notice: Notice; words: string },
  context: Context,
): 'counts' {
  const { speaker, now } = context;
  if (notice.answer?.what === 'objected' && notice.answer.words === words) return 'counts';
  const by = { id: speaker.id, name: speaker.name };
  const saying = { card: 'late-objection', takeover: id, by, words } as const;
  const key = `late-objection ${id} ${speaker.id}`;
  notifyRarely(tx, { key, to: { person: requester.id }, saying, purchases: [purchase.id], mostADay: 1 }, now);
  const about = tx.get('purchases', purchase.id);
  audit(tx, newsOf(about ? namedPurchase(about, tx) : null, { action: 'objected', after: id, why: words }, context));
  return 'counts';
}

/** A late press does not make an objector agree, nor does an empty one lose their words. */
function isNews(before: Notice['answer'], { what, words }: Answer): boolean {
  if (!before) return true;
  if (what === 'seen') return false;
  return before.what === 'seen' || (words !== null && words !== before.words);
}

/** Messages that ask the speaker something, and that they have not answered. */
function unanswered(context: Context): Line[] {
  return newestOfEach(openNotices(context), context)
    .filter(({ answer }) => !answer)
    .map((notice) => lineOf(notice, context));
}

function lineOf({ id, saying, createdAt }: Notice, { language, dependencies: { store }, now }: Context): Line {
  const purchase = store.get('purchases', aboutOf(saying, store) ?? '');
  const product = purchase && namedPurchase(purchase, store).product;
  return {
    title: language.t('waiting.message', { product }),
    text: present(purchase?.id, language.format.relative(createdAt, now)).join(' · '),
    press: press(language.t('button.open'), 'waiting', { notice: id }),
  };
}

export const seen: Command<'seen', typeof args> = { ...answerCommand('seen', 'seen'), waits: unanswered };
export const object = answerCommand('object', 'objected');

/** In this chat nothing is told of a product, or of one purchase, until a day: beside `notify`, which chooses what is told at all. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import type { Chat } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { dayOf, startOf } from '../../store/takeover/calendar.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import { RoleNeeded } from '../core/to-activate.ts';
import { whatNext } from '../core/what-next.ts';
import { argument } from '../language/arguments.ts';
import { cut, jointPattern } from '../language/joints.ts';
import { boughtProducts, productsNamed } from '../licences/seat-pools.ts';
import { newsOf } from '../purchases/deciding.ts';
import { type Mute, mutesOf } from '../purchases/muted.ts';
import { purchaseIndex } from '../purchases/purchase-index.ts';
import { comingDay } from '../router/coming-day.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  /** As a button gives it, by its id. */
  product: argument.product.optional(),
  until: argument.until.optional(),
  switch: argument.switch.optional(),
  words: argument.words.optional(),
});
type Asked = z.infer<typeof args>;

export const mute: Command<'mute', typeof args> = {
  name: 'mute',
  role: 'viewer',
  args,
  rest: 'words',
  public: true,
  // Who is told nothing that could be muted may still look.
  open: (asked, { kind }) => kind === 'personal' && onlyLooks(asked),
  reads: onlyLooks,
  async run(asked, context) {
    refuseOthers(asked, context);
    const { t } = context.language;
    const [name, day] = cut(asked.words ?? '', untilJoint);
    const of = asked.purchase ?? asked.product ?? name.trim();
    if (of === '') return show(chatOf(context, context.dependencies.store), context);
    const meant = named(of, context);
    if (asked.switch === 'off') return show(await change(meant, undefined, context), context);
    const until = lastDay({ day: day.trim(), until: asked.until }, context);
    const chat = await change(meant, endOf(until, context), context);
    const { format } = context.language;
    const names = format.list([...new Set(meant.map(({ name: each }) => each))]);
    return show(chat, context, t('mute.done', { name: names, date: format.date(until) }));
  },
};

const untilJoint = new RegExp(jointPattern('until'), 'iu');

/** Long enough to be left in peace, short enough not to be forgotten. */
const usualDays = 30;
const longestDays = 366;
const dayMs = 86_400_000;

function onlyLooks({ purchase, product, words }: Asked): boolean {
  return !purchase && !product && !words;
}

/** What others read as well is for admins to choose. @throws UserError */
function refuseOthers(asked: Asked, { speaker, chat, language }: Context): void {
  if (onlyLooks(asked) || chat.kind === 'personal' || speaker.roles.has('admin')) return;
  if (!speaker.unchecked) throw new RoleNeeded('admin', language);
  throw new UserError(`${language.t('refused.cantDecide')} ${whatNext(speaker.unchecked, language.t)}`);
}

type Meant = Pick<Mute, 'of' | 'name'>;

/** A purchase by its id, or every product that is called so: "visio" is all of them. @throws UserError for none, or too many to mean */
function named(of: string, context: Context): Meant[] {
  const { store } = context.dependencies;
  const { t } = context.language;
  const row = purchaseIndex(store).row(of);
  if (row) return [{ of: row.purchase.id, name: `${shortName(row.productName)} (${row.purchase.id})` }];
  const found = productsNamed(of, boughtProducts(store, context.now));
  const list = [press(t('button.listPurchases'), 'purchases')];
  if (found.length === 0) throw new UserError(t('mute.unknown', { what: of }), list);
  if (found.length > mostAtOnce) throw new UserError(t('mute.many', { what: of, count: found.length }), list);
  return found.map(({ sku, name }) => ({ of: sku, name: shortName(name) }));
}

/** "all" would be to switch off what is told. */
const mostAtOnce = 10;

/** @throws UserError for a day that has passed, is too far off, or can't be read */
function lastDay(
  { day, until }: { day: string; until: string | undefined },
  { language: { t, format }, now, dependencies }: Context,
): string {
  const zone = dependencies.config.takeovers.calendar;
  const said = until ?? (day ? comingDay(day, now, format) : dayOf(new Date(now.getTime() + usualDays * dayMs), zone));
  if (!said) throw new UserError(t('mute.unread', { words: day }));
  if (said <= dayOf(now, zone)) throw new UserError(t('mute.past', { date: format.date(said) }));
  if (format.daysUntil(said, now) > longestDays) throw new UserError(t('mute.tooLong'));
  return said;
}

/** The end of that day, where the organisation is. */
function endOf(day: string, { dependencies: { config } }: Context): string {
  const next = new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);
  return startOf(next, config.takeovers.calendar).toISOString();
}

/** People who speak in a chat have made it known. */
function chatOf({ chat: { id, kind }, language: { t } }: Context, store: Pick<Reader, 'get'>): Chat {
  const chat = store.get('chats', id);
  if (kind === 'unclear' || !chat) throw new UserError(t('notify.unclear'));
  return chat;
}

/** Those that are over are forgotten on the way. @param until undefined where they are to be heard of again */
function change(meant: readonly Meant[], until: string | undefined, context: Context): Promise<Chat> {
  return context.transact((tx) => {
    const { mutes: _, ...chat } = chatOf(context, tx);
    const before = mutesOf(chatOf(context, tx), context.now);
    const others = before.filter(({ of }) => !meant.some((each) => each.of === of));
    const mutes = [...others, ...(until ? meant.map((each) => ({ ...each, until })) : [])];
    const changed: Chat = { ...chat, ...(mutes.length > 0 && { mutes }) };
    tx.put('chats', changed);
    for (const { of, name } of meant) {
      const was = before.find((each) => each.of === of)?.until;
      const news = { action: 'muted', before: was ?? null, after: until ?? null } as const;
      if (was !== until) audit(tx, { ...newsOf(null, news, context), product: name });
    }
    return changed;
  });
}

function show(chat: Chat, context: Context, remark?: string): Card {
  const { language, now } = context;
  const { t, words } = language;
  const all = mutesOf(chat, now);
  return report({
    title: t('mute.title'),
    paragraphs: present(remark, all.length === 0 ? t('mute.none') : t('mute.what')),
    sections: [{ lines: all.map((each) => lineOf(each, context)) }],
    notes: [t('mute.hint', { example: words.commands.mute.examples[1] ?? '' })],
    buttons: [press(t(`notify.title.${chat.kind}`), 'notify')],
    summary: t('mute.title'),
    fallback: t('fallback', { command: words.commands.mute.names[0] }),
  });
}

/** The moment it ends is the first of the next day. */
function lineOf({ of, name, until }: Mute, { language: { t, format } }: Context): Line {
  const title = t('mute.again', { name });
  const last = format.date(new Date(Date.parse(until) - 1).toISOString());
  const what = /^P-\d+$/.test(of) ? { purchase: of } : { product: of };
  return {
    title: name,
    text: t('mute.until', { date: last }),
    press: press(title, 'mute', { ...what, switch: 'off' }),
  };
}

/** What this chat is told without asking. */

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import { type Chat, type DigestPeriod, type Topic, topics } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { RoleNeeded } from '../core/to-activate.ts';
import { whatNext } from '../core/what-next.ts';
import { argument } from '../language/arguments.ts';
import type { Translate } from '../language/index.ts';
import { newsOf } from '../purchases/deciding.ts';

const args = z.strictObject({
  switch: argument.switch.optional(),
  topic: argument.topic.optional(),
  mention: argument.mention.optional(),
  period: argument.period.optional(),
  quiet: argument.quiet.optional(),
});
type Asked = z.infer<typeof args>;

/** What this version has to tell; the other topics are kept for when there is something. */
const told: ReadonlySet<Topic> = new Set(['alerts', 'approvals', 'renewals', 'digest']);

export const notify: Command<'notify', typeof args> = {
  name: 'notify',
  role: 'admin',
  args,
  public: true,
  reads: ({ switch: to, quiet, period }) => to === undefined && quiet === undefined && period === undefined,
  // Anyone may ask what comes into their own chat, and have quiet there, whatever they were when they asked for more; what
  // else they may choose there depends on who they are.
  open: ({ mention }, { kind }) => kind === 'personal' && !mention,
  async run(asked, context) {
    const { switch: to, topic: named, mention, period, quiet } = asked;
    const { t, words } = context.language;
    const topic = named ?? (mention && 'approvals') ?? (period && 'digest');
    refuseOthers({ ...asked, topic }, context);
    if (quiet !== undefined) {
      const chat = await changeHours(quiet, context);
      if (!to) return show(chat, context);
    }
    if (period) return show(await changePeriod(period, context), context);
    if (to && mention) return show(await changeMentions(to === 'on', context), context);
    if (to === 'off' && !topic) return show(await change(topics, false, context), context);
    if (to && !topic) throw new UserError(t('notify.which', { example: words.commands.notify.examples[1] }));
    const chat = topic ? await change([topic], to === 'on', context) : chatOf(context, context.dependencies.store);
    return show(chat, context);
  },
};

/**
 * In their own chat people who may read of purchases choose what they are told, and who decides may be called again; what others
 * read as well is for admins to choose.
 *
 * @throws UserError for all others
 */
function refuseOthers(
  { switch: to, topic, mention, quiet, period }: Asked,
  { speaker, chat, language }: Context,
): void {
  const { t } = language;
  const { roles, unchecked } = speaker;
  const isOwn = chat.kind === 'personal';
  if ((!to && quiet === undefined && !period) || roles.has('admin') || (isOwn && to !== 'on')) return;
  if (isOwn && !mention && roles.has(topic === 'approvals' ? 'approver' : 'viewer')) return;
  if (!unchecked) throw new RoleNeeded('admin', language);
  throw new UserError(`${t('refused.cantDecide')} ${whatNext(unchecked, t)}`);
}

/** `18-8`, or `off`. */
function changeHours(quiet: string, context: Context): Promise<Chat> {
  const [from = 0, until = 0] = quiet.split('-').map(Number);
  return context.transact((tx) => {
    const { quietHours: before, ...chat } = chatOf(context, tx);
    const changed: Chat = { ...chat, ...(quiet !== 'off' && { quietHours: { from, until } }) };
    if (isDeepStrictEqual(before, changed.quietHours)) return changed;
    tx.put('chats', changed);
    const was = toldIn({ ...chat, ...(before && { quietHours: before }) });
    audit(tx, newsOf(null, { action: 'subscribed', before: was, after: toldIn(changed) }, context));
    return changed;
  });
}

/** Who says how often wants it. */
function changePeriod(period: DigestPeriod, context: Context): Promise<Chat> {
  return context.transact((tx) => {
    const before = chatOf(context, tx);
    const told = topics.filter((topic) => topic === 'digest' || before.topics.includes(topic));
    const changed: Chat = { ...before, topics: told, digest: period };
    if (isDeepStrictEqual(before, changed)) return changed;
    tx.put('chats', changed);
    audit(
      tx,
      newsOf(null, { action: 'subscribed', before: before.topics.join(', ') || null, after: toldIn(changed) }, context),
    );
    return changed;
  });
}

/** Told of approvals by name: only where there is somebody to be mentioned. */
function changeMentions(isOn: boolean, context: Context): Promise<Chat> {
  const { language } = context;
  return context.transact((tx) => {
    const { mentions: before, ...chat } = chatOf(context, tx);
    if (isOn && chat.kind === 'personal') throw new UserError(language.t('notify.noMention'));
    const told = isOn && !chat.topics.includes('approvals') ? [...chat.topics, 'approvals' as const] : chat.topics;
    const changed: Chat = {
      ...chat,
      topics: topics.filter((topic) => told.includes(topic)),
      ...(isOn && { mentions: true }),
    };
    if ((before ?? false) === isOn && told === chat.topics) return { ...chat, ...(before && { mentions: before }) };
    tx.put('chats', changed);
    audit(
      tx,
      newsOf(null, { action: 'subscribed', before: chat.topics.join(', ') || null, after: toldIn(changed) }, context),
    );
    return changed;
  });
}

/** People who speak in a chat have made it known. */
function chatOf({ chat: { id, kind }, language: { t } }: Context, store: Pick<Reader, 'get'>): Chat {
  if (kind === 'unclear') throw new UserError(t('notify.unclear'));
  const chat = store.get('chats', id);
  if (!chat) throw new Error(`Somebody speaks in a chat that is not remembered: ${id}`);
  return chat;
}

/** As the journal keeps it: `alerts, digest, quiet 18-8 @ channel General`. */
function toldIn({ topics: told, digest, quietHours, kind, name }: Chat): string {
  const named = told.map((topic) => (topic === 'digest' && digest ? `digest ${digest}` : topic));
  const what = [...named, ...(quietHours ? [`quiet ${quietHours.from}-${quietHours.until}`] : [])];
  return `${what.join(', ')} @ ${[kind, name].filter(Boolean).join(' ')}`;
}

function change(some: readonly Topic[], isOn: boolean, context: Context): Promise<Chat> {
  return context.transact((tx) => {
    const chat = chatOf(context, tx);
    const isQuiet = (topic: Topic): boolean => chat.quiet?.includes(topic) ?? false;
    const isKnown = (topic: Topic): boolean =>
      chat.topics.includes(topic) === isOn &&
      (chat.kind !== 'personal' || topic !== 'approvals' || isQuiet(topic) !== isOn);
    if (some.every(isKnown)) return chat;
    const isAfter = (topic: Topic): boolean => (some.includes(topic) ? isOn : chat.topics.includes(topic));
    const { quiet: _, ...others } = chat;
    const changed = { ...others, topics: topics.filter(isAfter), ...quietAfter(chat, some, isOn) };
    tx.put('chats', changed);
    const before = chat.topics.join(', ') || null;
    audit(tx, newsOf(null, { action: 'subscribed', before, after: toldIn(changed) }, context));
    return changed;
  });
}

/** Who decides is called without having asked, so a no is kept; mentions go with what they are for. */
function quietAfter(chat: Chat, some: readonly Topic[], isOn: boolean): Pick<Chat, 'quiet'> {
  if (chat.kind !== 'personal' || !some.includes('approvals')) return chat.quiet ? { quiet: chat.quiet } : {};
  return isOn ? {} : { quiet: ['approvals'] };
}

/** What is on, and what could be. */
function show(chat: Chat, context: Context): Card {
  const { t, words } = context.language;
  const { roles } = context.speaker;
  const maySwitchOn = roles.has('admin');
  const isOwn = chat.kind === 'personal';
  const isCalled = isOwn && roles.has('approver');
  if (!maySwitchOn && !isCalled && isOwn && chat.topics.length === 0) return onlyTheirOwn(context);
  const maySwitch = (topic: Topic): boolean =>
    maySwitchOn || (topic === 'approvals' ? isCalled : isOwn && roles.has('viewer'));
  const isOn = (topic: Topic): boolean =>
    chat.topics.includes(topic) || (isCalled && topic === 'approvals' && !chat.quiet?.includes(topic));
  const shown = topics.filter((topic) => told.has(topic) || isOn(topic));
  const summary = t(`notify.title.${chat.kind}`);
  return report({
    title: summary,
    sections: [
      { lines: shown.map((topic) => topicLine({ topic, isOn: isOn(topic), chat }, t)) },
      { lines: [hoursLine(chat, t)] },
    ],
    notes: when(maySwitchOn, t('notify.hint', { example: words.commands.notify.examples[isOn('alerts') ? 2 : 1] })),
    buttons: [
      ...shown
        .filter((topic) => isOn(topic) || maySwitch(topic))
        .map((topic) =>
          press(
            t(isOn(topic) ? 'notify.switchOff' : 'notify.switchOn', { topic: t(`notify.short.${topic}`) }),
            'notify',
            { switch: isOn(topic) ? 'off' : 'on', topic },
          ),
        ),
      ...when(!isOwn && maySwitchOn && isOn('approvals'), mentionButton(chat, t)),
      ...when(isOwn || maySwitchOn, hoursButton(chat, t)),
      ...when(isOn('digest') && (isOwn || maySwitchOn), periodButton(chat, t)),
    ].slice(0, mostButtons),
    summary,
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
}

/** Teams shows no more; all of it can be typed. */
const mostButtons = 6;

function periodButton({ digest }: Chat, t: Translate): Button {
  const period = digest === 'daily' ? 'weekly' : 'daily';
  return press(t(`notify.period.${period}`), 'notify', { topic: 'digest', period });
}

/** As most people's evenings and nights are. */
const usualHours = '18-8';

function hoursButton({ quietHours }: Chat, t: Translate): Button {
  return quietHours
    ? press(t('notify.quiet.switchOff'), 'notify', { quiet: 'off' })
    : press(t('notify.quiet.switchOn'), 'notify', { quiet: usualHours });
}

function hoursLine({ quietHours }: Chat, t: Translate): Line {
  return {
    mark: quietHours ? { text: `✓ ${t('notify.on')}`, tone: 'good' } : { text: `– ${t('notify.off')}`, tone: 'plain' },
    title: t('notify.quiet.title'),
    text: quietHours ? t('notify.quiet.on', quietHours) : t('notify.quiet.off'),
  };
}

/** For people who subscribed to nothing: what they are told all the same, and how to bring it to an end. */
function onlyTheirOwn(context: Context): Card {
  const { t, words } = context.language;
  const contact = contactName(context);
  return report({
    title: t('notify.title.personal'),
    paragraphs: [t('notify.own.what'), t('notify.own.quiet', { contact })],
    buttons: [press(t('waiting.title'), 'waiting'), press(t('button.listPurchases'), 'purchases')],
    summary: t('notify.title.personal'),
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
}

function mentionButton({ mentions }: Chat, t: Translate): Button {
  const data = { switch: mentions ? 'off' : 'on', topic: 'approvals', mention: 'mention' } as const;
  return press(t(mentions ? 'notify.mentionOff' : 'notify.mentionOn'), 'notify', data);
}

interface TopicShown {
  topic: Topic;
  isOn: boolean;
  chat: Chat;
}

function topicLine({ topic, isOn, chat }: TopicShown, t: Translate): Line {
  return {
    mark: isOn ? { text: `✓ ${t('notify.on')}`, tone: 'good' } : { text: `– ${t('notify.off')}`, tone: 'plain' },
    title: t(`notify.topic.${topic}`),
    text: present(
      t(`notify.about.${topic}`),
      isOn && topic === 'digest' && t(`notify.every.${chat.digest ?? 'weekly'}`),
      isOn && topic === 'approvals' && chat.mentions && t('notify.mentions'),
      !told.has(topic) && t('notify.later'),
    ).join(' '),
  };
}

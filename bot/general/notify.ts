/** What this chat is told without asking. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import { type Chat, type Topic, topics } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import type { Translate } from '../language/index.ts';
import { newsOf } from '../purchases/deciding.ts';

const args = z.strictObject({ switch: argument.switch.optional(), topic: argument.topic.optional() });

/** What this version has to tell; the other topics are kept for when there is something. */
const told: ReadonlySet<Topic> = new Set(['alerts', 'approvals']);

export const notify: Command<'notify', typeof args> = {
  name: 'notify',
  role: 'admin',
  args,
  public: true,
  reads: ({ switch: to }) => to === undefined,
  // Anyone may ask what comes into their own chat, and have quiet there, whatever they were when they asked for more.
  open: ({ switch: to }, { kind }) => to !== 'on' && kind === 'personal',
  async run({ switch: to, topic }, context) {
    const { t, words } = context.language;
    if (to === 'off' && !topic) return show(await change(topics, false, context), context);
    if (to && !topic) throw new UserError(t('notify.which', { example: words.commands.notify.examples[1] }));
    const chat = topic ? await change([topic], to === 'on', context) : chatOf(context, context.dependencies.store);
    return show(chat, context);
  },
};

/** People who speak in a chat have made it known. */
function chatOf({ chat: { id, kind }, language: { t } }: Context, store: Pick<Reader, 'get'>): Chat {
  if (kind === 'unclear') throw new UserError(t('notify.unclear'));
  const chat = store.get('chats', id);
  if (!chat) throw new Error(`Somebody speaks in a chat that is not remembered: ${id}`);
  return chat;
}

/** As the journal keeps it: `alerts, digest @ channel General`. */
function toldIn({ topics: told, kind, name }: Chat): string {
  return `${told.join(', ')} @ ${[kind, name].filter(Boolean).join(' ')}`;
}

function change(some: readonly Topic[], isOn: boolean, context: Context): Promise<Chat> {
  return context.transact((tx) => {
    const chat = chatOf(context, tx);
    if (some.every((topic) => chat.topics.includes(topic) === isOn)) return chat;
    const isAfter = (topic: Topic): boolean => (some.includes(topic) ? isOn : chat.topics.includes(topic));
    const changed = { ...chat, topics: topics.filter(isAfter) };
    tx.put('chats', changed);
    const before = chat.topics.join(', ') || null;
    audit(tx, newsOf(null, { action: 'subscribed', before, after: toldIn(changed) }, context));
    return changed;
  });
}

/** What is on, and what could be; the rest is named, so that nobody waits for it. */
function show(chat: Chat, context: Context): Card {
  const { t, words, format } = context.language;
  const maySwitchOn = context.speaker.roles.has('admin');
  if (!maySwitchOn && chat.kind === 'personal' && chat.topics.length === 0) return onlyTheirOwn(context);
  const isOn = (topic: Topic): boolean => chat.topics.includes(topic);
  const shown = topics.filter((topic) => told.has(topic) || isOn(topic));
  const others = topics.filter((topic) => !shown.includes(topic)).map((topic) => t(`notify.short.${topic}`));
  const summary = t(chat.kind === 'personal' ? 'notify.titleYou' : 'notify.titleChat');
  return report({
    title: summary,
    sections: [{ lines: shown.map((topic) => topicLine(topic, isOn(topic), t)) }],
    notes: [
      ...when(maySwitchOn, t('notify.hint', { example: words.commands.notify.examples[isOn('alerts') ? 2 : 1] })),
      ...(others.length > 0 ? [t('notify.notYet', { list: format.list(others) })] : []),
    ],
    buttons: shown
      .filter((topic) => isOn(topic) || maySwitchOn)
      .map((topic) =>
        press(
          t(isOn(topic) ? 'notify.switchOff' : 'notify.switchOn', { topic: t(`notify.short.${topic}`) }),
          'notify',
          {
            switch: isOn(topic) ? 'off' : 'on',
            topic,
          },
        ),
      ),
    summary,
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
}

/** For people who subscribed to nothing: what they are told all the same, and how to bring it to an end. */
function onlyTheirOwn({ language: { t, words }, dependencies: { config } }: Context): Card {
  const contact = config.contact.name ?? t('refused.contact');
  return report({
    title: t('notify.titleYou'),
    paragraphs: [t('notify.own.what'), t('notify.own.quiet', { contact })],
    buttons: [press(t('waiting.title'), 'waiting'), press(t('button.listPurchases'), 'purchases')],
    summary: t('notify.titleYou'),
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
}

function topicLine(topic: Topic, isOn: boolean, t: Translate): Line {
  return {
    mark: isOn ? { text: `✓ ${t('notify.on')}`, tone: 'good' } : { text: `– ${t('notify.off')}`, tone: 'plain' },
    title: t(`notify.topic.${topic}`),
    text: [t(`notify.about.${topic}`), ...(told.has(topic) ? [] : [t('notify.later')])].join(' '),
  };
}

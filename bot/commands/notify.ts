/** What this chat is told without asking. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import { type Chat, type Topic, topics } from '../../store/records.ts';
import { argument } from './arguments.ts';
import { type Call, type Command, press, Refused } from './command.ts';

const args = z.strictObject({ switch: argument.switch.optional(), topic: argument.topic.optional() });

/** What this version has to tell; the other topics are kept for when there is something. */
const told: ReadonlySet<Topic> = new Set(['alerts']);

export const notify: Command<'notify', typeof args> = {
  name: 'notify',
  role: 'admin',
  args,
  public: true,
  async run({ switch: to, topic }, call) {
    const { t, words } = call.language;
    if (to && !topic) throw new Refused(t('notify.which', { example: words.commands.notify.examples.at(1) }));
    const chat =
      to && topic ? await change(topic, to === 'on', call) : chatOf(call, call.house.store.get('chats', call.chat.id));
    return show(chat, call);
  },
};

/** Whoever speaks in a chat has made it known; one that is not can't be told anything either. */
function chatOf({ language: { t } }: Call, chat: Chat | undefined): Chat {
  if (!chat) throw new Refused(t('notify.unknownChat'));
  return chat;
}

function change(topic: Topic, isOn: boolean, call: Call): Promise<Chat> {
  const { speaker, now, house } = call;
  return house.store.transact((tx) => {
    const chat = chatOf(call, tx.get('chats', call.chat.id));
    if (chat.topics.includes(topic) === isOn) return chat;
    const changed = { ...chat, topics: topics.filter((each) => (each === topic ? isOn : chat.topics.includes(each))) };
    tx.put('chats', changed);
    audit(tx, {
      at: now.toISOString(),
      actor: { id: speaker.id, name: speaker.name },
      action: 'subscribed',
      purchase: null,
      product: null,
      purchaser: null,
      before: chat.topics.join(', ') || null,
      after: changed.topics.join(', ') || null,
      why: null,
    });
    return changed;
  });
}

function show(chat: Chat, { language: { t, words } }: Call): Card {
  const lines = topics.map((topic) => {
    const isOn = chat.topics.includes(topic);
    return {
      mark: {
        text: isOn ? `✓ ${t('notify.on')}` : `– ${t('notify.off')}`,
        tone: isOn ? ('good' as const) : ('plain' as const),
      },
      title: t(`notify.topic.${topic}`),
      ...(isOn && !told.has(topic) ? { text: t('notify.later') } : {}),
    };
  });
  const buttons = topics
    .filter((topic) => told.has(topic) || chat.topics.includes(topic))
    .map((topic) => {
      const isOn = chat.topics.includes(topic);
      return press(t(isOn ? 'notify.switchOff' : 'notify.switchOn', { topic: t(`notify.short.${topic}`) }), 'notify', {
        switch: isOn ? 'off' : 'on',
        topic,
      });
    });
  const summary = t(chat.kind === 'personal' ? 'notify.titleYou' : 'notify.titleChat');
  return report({
    title: summary,
    sections: [{ lines }],
    notes: [t('notify.hint', { example: words.commands.notify.examples.at(-1) })],
    buttons,
    summary,
    fallback: t('fallback', { command: words.commands.notify.names[0] }),
  });
}

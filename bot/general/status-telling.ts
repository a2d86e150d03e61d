/** What status says of messages: who gets alerts, who can't be told, and what waits. */
import { shorten } from '../../cards/card.ts';
import type { Line } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { reached } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { missingToCheck } from '../core/first-message.ts';
import { listedNames } from '../core/lines.ts';

/** More chats than this are counted, not named. */
const mostNamed = 3;
const longestName = 80;

/** Who hears of new purchases, and what has not reached whom it should. */
export function tellingLines(context: Context): Line[] {
  const { dependencies, language, now } = context;
  const { t } = language;
  let waiting = 0;
  let unreached = 0;
  let heldBack = 0;
  for (const notice of dependencies.store.all('notices')) {
    const { outcome, dueAt } = notice;
    if (outcome === 'unreached') unreached++;
    else if (!dueAt || dueAt > now.toISOString()) continue;
    else if (dependencies.isHeldBack(notice)) heldBack++;
    else waiting++;
  }
  return [
    alertsLine(context),
    ...firstMessagesLine(heldBack, context),
    ...silentChats(context),
    ...(waiting > 0 ? [{ title: t('status.waiting', { count: waiting }) }] : []),
    ...(unreached > 0 ? [{ title: t('status.unreached', { count: unreached }), text: t('status.unreachedHint') }] : []),
  ];
}

/** Nothing where people can check what Purser writes to them for the first time. */
function firstMessagesLine(count: number, { dependencies: { config }, language: { t, format } }: Context): Line[] {
  const missing = missingToCheck(config);
  if (missing.length === 0) return [];
  const held = present(count > 0 && t('status.firstHeld', { count }));
  return [
    {
      mark: { text: '⚠', tone: 'attention' },
      title: t('status.first', { settings: format.list(missing) }),
      text: [...held, t('status.firstHint')].join(' '),
    },
  ];
}

/** Chats that asked to be told of something, and can't be. */
function silentChats({ dependencies: { store }, language: { t, format, words }, now }: Context): Line[] {
  return [...store.all('chats')].flatMap(({ name, topics, away }): Line[] => {
    if (!away || topics.length === 0) return [];
    const where = shorten(name ?? t('ledger.aChat'), longestName);
    const told = format.list(topics.map((topic) => t(`notify.short.${topic}`)));
    const [on, topic] = [words.valueWords.switch.on[0], words.valueWords.topic[topics[0] ?? 'alerts'][0]];
    const subscribe = `${words.commands.notify.names[0]} ${on} ${topic}`;
    return [
      {
        mark: { text: '⚠', tone: 'attention' },
        title: t('status.silent.title', { where, topics: told, ago: format.relative(away.since, now) }),
        text: t(`status.silent.${away.why}`, { subscribe }),
      },
    ];
  });
}

function alertsLine(context: Context): Line {
  const { dependencies, language } = context;
  const { t, words } = language;
  const { store } = dependencies;
  const names = [...new Set(reached(store, 'alerts').map((to) => nameOf(to, context)))];
  if (names.length > 0) {
    const list = listedNames(names, { most: mostNamed }, context.language);
    return { mark: { text: '✓', tone: 'good' }, title: t('status.alertsTo', { list }) };
  }
  return {
    mark: { text: '…', tone: 'plain' },
    title: t('status.alertsNobody'),
    text: t('status.alertsHint', { command: words.commands.notify.examples[1] }),
    press: press(t('status.alertsNobody'), 'notify'),
  };
}

/** An admin who has bought nothing and holds no licence has no name in the store. */
function nameOf(to: Notice['to'], { dependencies: { store }, speaker, language: { t } }: Context): string {
  const name =
    'chat' in to
      ? (store.get('chats', to.chat)?.name ?? t('ledger.aChat'))
      : ((to.person === speaker.id ? speaker.name : store.get('people', to.person)?.name) ?? t('ledger.somebody'));
  return shorten(name, longestName);
}

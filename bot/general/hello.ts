/** The welcome: what Purser is, what it reads, what it never asks, and whether its set-up is done. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import type { Part } from '../../store/records.ts';
import type { Config } from '../config/config.ts';
import { type Command, press, UserError } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { type NoticeKind, organisationOf } from '../core/notice.ts';
import type { Language } from '../language/index.ts';
import { refusalCard } from '../router/refusal-card.ts';

const args = z.strictObject({ words: z.string().optional() });

export const hello: Command<'hello', typeof args> = {
  name: 'hello',
  role: 'anyone',
  args,
  reads: true,
  rest: 'words',
  open: true,
  public: true,
  run: (_, { language, dependencies, speaker, place }) =>
    welcomeCard(language, dependencies, { isAdmin: speaker.roles.has('admin'), isAlone: place === 'person' }),
};

/** The first thing Purser says in a chat it was added to. */
export const welcome: NoticeKind<'welcome'> = {
  card: ({ addedBy, refused }, { language, dependencies, notice, roles }) =>
    refused
      ? notWelcomeCard(refused, language, dependencies)
      : welcomeCard(language, dependencies, {
          isAdmin: roles.has('admin'),
          isAlone: 'person' in notice.to,
          addedBy,
        }),
  urgency: 0,
  audience: 'members',
  instead: notWelcomeCard,
  missed: false,
};

/** What Purser tells of itself and of others is nothing for people of another organisation. */
export function notWelcomeCard(who: 'guest' | 'stranger', language: Language, dependencies: Dependencies): Card {
  return refusalCard(new UserError(language.t(`refused.${who}`)), language, dependencies);
}

interface Welcomed {
  isAdmin: boolean;
  /** Nobody else reads it. */
  isAlone: boolean;
  /** Name of who added Purser to this chat, where nobody asked for it and Teams told. */
  addedBy?: string | null;
}

function welcomeCard(language: Language, dependencies: Dependencies, { isAdmin, isAlone, addedBy }: Welcomed): Card {
  const { t, words } = language;
  const name = organisationOf(dependencies.store);
  // The set-up is for admins; until there is anything to see, it tells everybody why.
  const isSetUp = isAlone && (isAdmin || !dependencies.store.get('parts', 'subscriptions')?.goodAt);
  return report({
    icon: 'HandWave',
    title: t('hello.title'),
    ...(name && { subtitle: t('notice.for', { name }) }),
    paragraphs: [
      t('hello.what'),
      t(isAdmin ? 'hello.reads' : 'hello.forYou'),
      t('hello.safe'),
      ...(addedBy ? [t('hello.addedBy', { name: addedBy })] : []),
    ],
    sections: isSetUp ? [{ heading: t('hello.setup'), lines: setUp(language, dependencies) }] : [],
    notes: [t('hello.channel'), ...(isSetUp ? [] : [t('hello.admins', { status: words.commands.status.names[0] })])],
    buttons: [
      { ...press(t('button.listPurchases'), 'purchases'), style: 'positive' },
      press(t('button.help'), 'help'),
      ...(isSetUp ? [press(t('button.status'), 'status')] : []),
      press(t('button.whoami'), 'whoami'),
    ],
    summary: t('hello.summary'),
    fallback: t('fallback', { command: words.commands.hello.names[0] }),
  });
}

function connectionOf(part: Part | undefined, t: Language['t']): string {
  if (!part) return t('hello.connecting');
  return part.trouble ? t('hello.troubled', { why: t(`trouble.${part.trouble.what}`) }) : t('hello.connected');
}

/** Says how far the set-up is, from what is known already: a welcome must not wait for Microsoft. */
function setUp({ t, format }: Language, { store, config, clock, groups }: Dependencies): Line[] {
  const part = store.get('parts', 'subscriptions');
  const line = (done: boolean, title: string): Line => ({
    mark: { text: done ? `✓ ${t('hello.ready')}` : `… ${t('hello.todo')}`, tone: done ? 'good' : 'attention' },
    title,
  });
  const [amiss] = groups.amiss();
  return [
    line(Boolean(part) && !part?.trouble, connectionOf(part, t)),
    line(
      Boolean(part?.goodAt),
      part?.goodAt ? t('hello.dataReady', { ago: format.relative(part.goodAt, clock.now()) }) : t('hello.dataNone'),
    ),
    amiss
      ? line(false, t('hello.groupAmiss', { setting: amiss.setting }))
      : line(true, t(`hello.roles.${groupsOf(config)}`)),
  ];
}

function groupsOf({ approversGroup, viewersGroup }: Config): 'both' | 'approvers' | 'viewers' | 'none' {
  if (approversGroup) return viewersGroup ? 'both' : 'approvers';
  return viewersGroup ? 'viewers' : 'none';
}

/** Is everything connected, how old is the data, which permission is missing and how to grant it. */
import { z } from 'zod/v4';
import { type Line, report } from '../../cards/report.ts';
import { readOnlySince } from '../../store/hold.ts';
import { parts } from '../../store/records.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { groupTrouble } from '../core/group-trouble.ts';
import { grouped } from '../core/grouped.ts';
import { surenessNote, trialsToShow } from '../core/learnt.ts';
import { within } from '../core/time-limit.ts';
import { argument } from '../language/arguments.ts';
import type { ConnectionState } from '../microsoft/commerce.ts';
import { permissionsPage } from '../microsoft/links.ts';
import { type Permission, permissionOf } from '../microsoft/permissions.ts';
import type { AmissGroup } from '../people/groups.ts';
import { freeTotals } from '../purchases/free-products.ts';
import { purchaseIndex } from '../purchases/purchase-index.ts';
import { driftNow, isOpen } from '../rules/baseline/drift.ts';
import { allotmentsLine } from './allotments-line.ts';
import { requestProcess } from './request-process.ts';
import { tellingLines } from './status-telling.ts';

const args = z.strictObject({ again: argument.again.optional() });

/** A press must be answered in five seconds; a sync that takes longer shows as under way. */
const waitForSyncMs = 2_000;

/** For people without a role, who can mend nothing, the connections are as they were for whoever asked last. */
const probedEveryMs = 60_000;
/** The same for people whom Microsoft could not be asked about. */
const troubledEveryMs = 10_000;

export const status: Command<'status', typeof args> = {
  name: 'status',
  role: 'anyone',
  args,
  reads: true,
  // Where Microsoft can't be asked who speaks, this is what says why.
  open: true,
  async run({ again }, context) {
    const { t, words } = context.language;
    const { roles, unchecked } = context.speaker;
    const atMostMs = unchecked ? troubledEveryMs : roles.size > 0 ? 0 : probedEveryMs;
    const [connections, groups, isAsked] = await Promise.all([
      unchecked ? troubledConnections(context) : context.dependencies.connections(atMostMs),
      context.dependencies.groups.look(atMostMs),
      again && !unchecked ? within(waitForSyncMs, context.dependencies.sync.ask()) : undefined,
    ]);
    // Who can't sign in can do nothing else either: the other connections would only say it again.
    const shut = connections.filter(({ connection, trouble }) => connection === 'sign-in' && trouble);
    const doors = gathered([
      ...(shut.length > 0 ? shut : connections).map((connection) => connectionStanding(connection, context)),
      ...groups.map((group) => groupLine(group, context)),
      ...teamsStanding(context),
    ]);
    const partLines = gathered([
      ...pilotLine(context),
      ...recordLines(context),
      ...parts.map((part) => (part === 'allotments' ? allotmentsLine(context) : partStanding(part, context))),
      ...baselineLine(context),
      ...fourEyesLine(context),
    ]);
    const learnt = learntLines(context);
    const telling = context.speaker.roles.has('admin') ? tellingLines(context) : [];
    const toldOf = { heading: t('status.telling'), lines: telling };
    // What waits for the reader is read first.
    const isOpen = telling.some(({ mark }) => mark?.tone !== 'good');
    const bad = [...doors, ...partLines, ...telling].filter(({ mark }) => mark?.tone === 'attention').length;
    const summary = bad === 0 ? t('status.summaryGood') : t('status.summaryBad', { count: bad });
    const process = requestProcess(context);
    const missing = connections.some((connection) => connection.trouble === 'no-permission' && !isChoice(connection));
    return report({
      title: t('status.title'),
      paragraphs: [summary],
      sections: [
        ...(isOpen ? [toldOf] : []),
        { heading: t('status.connections'), lines: doors },
        { heading: t('status.data'), lines: partLines },
        ...(learnt.length > 0 ? [{ heading: t('learnt.title'), lines: learnt }] : []),
        ...(isOpen || telling.length === 0 ? [] : [toldOf]),
      ],
      notes: [
        ...(missing ? [t('status.grant')] : []),
        ...(context.speaker.roles.has('viewer') ? [countsLine(context)] : []),
        ...(isAsked === false ? [t('status.justRead')] : []),
        t('status.next', { count: context.dependencies.config.syncMinutes }),
      ],
      ...(process && { more: process }),
      buttons: [press(t('button.refresh'), 'status', { again: 'again' })],
      links:
        missing && context.speaker.roles.has('admin')
          ? [
              {
                title: t('button.grant'),
                url: permissionsPage(context.dependencies.config.microsoft.identity.clientId),
              },
            ]
          : [],
      summary,
      fallback: t('fallback', { command: words.commands.status.names[0] }),
    });
  },
};

/** Something that is as it should be: its name, and how it is. */
interface Good {
  name: string;
  how: string;
}

/** What needs somebody stands alone, and first; all that is well in the same way is one line. */
function gathered(standings: readonly (Line | Good)[]): Line[] {
  const lines = standings.filter((each): each is Line => 'title' in each);
  const good = grouped(
    standings.filter((each): each is Good => 'how' in each),
    ({ how }) => how,
  );
  const together = [...good].map(([how, all]): Line => {
    return { mark: { text: '✓', tone: 'good' }, title: how, text: all.map(({ name }) => name).join(' · ') };
  });
  return [...lines, ...together];
}

function pilotLine({ dependencies: { store }, language: { t, format } }: Context): Line[] {
  const since = readOnlySince(store);
  if (!since) return [];
  return [{ title: t('pilot.status'), text: t('pilot.statusSince', { when: format.dateTime(since) }) }];
}

/** For somebody whom Microsoft could not just be asked about: what is remembered doesn't tell why, unless it tells of trouble. */
async function troubledConnections({ dependencies: { connections } }: Context): Promise<ConnectionState[]> {
  const known = await connections(troubledEveryMs);
  return known.some(({ trouble }) => trouble) ? known : connections(0);
}

/** The organisation need not grant it: then the line says so, and warns of nothing. */
function isChoice({ connection, trouble }: ConnectionState): boolean {
  return trouble === 'no-permission' && permissionOf(connection)?.need === 'optional';
}

function connectionStanding(state: ConnectionState, { language: { t, format } }: Context): Line | Good {
  const { connection, trouble } = state;
  const title = t(`status.door.${connection}`);
  if (!trouble) return { name: title, how: t('status.good') };
  const permission = permissionOf(connection);
  const choice = isChoice(state);
  const hints = [
    ...(choice ? [] : [`${t(`trouble.${trouble}`)}.`]),
    ...(trouble === 'no-permission' && permission ? [permissionLine(state, permission, { t, format })] : []),
    ...(trouble === 'no-service' || trouble === 'despite-permission' ? [t(`status.mend.${trouble}`)] : []),
    t(`status.without.${connection}`),
  ];
  const text = hints.join(' ');
  return choice
    ? { title: `${title} · ${t('status.notGranted')}`, text }
    : { mark: { text: '⚠', tone: 'attention' }, title, text };
}

/** Another set of permissions does as well as this one: what is missing of the set that is nearly granted is less to ask for. */
function permissionLine(
  { missing }: ConnectionState,
  { name, api }: Permission,
  { t, format }: Pick<Context['language'], 't' | 'format'>,
): string {
  if (!missing || missing.includes(name)) return t('status.permission', { permission: name, api });
  return t('status.permissions', { list: format.list(missing), api, permission: name });
}

function groupLine(group: AmissGroup, { language }: Context): Line {
  const title = language.t(`group.title.${group.setting}`);
  return { mark: { text: '⚠', tone: 'attention' }, title, text: groupTrouble(group, language) };
}

/** Nothing before it was tried. Without it nobody would read this card but whose press is still answered. */
function teamsStanding({ dependencies: { botSignIn }, language: { t } }: Context): (Line | Good)[] {
  const state = botSignIn.state();
  if (!state) return [];
  const title = t('status.teams');
  if (!state.trouble) return [{ name: title, how: t('status.good') }];
  const text = `${t(`trouble.${state.trouble}`)}. ${t('status.withoutTeams')}`;
  return [{ mark: { text: '⚠', tone: 'attention' }, title, text }];
}

function partStanding(
  id: (typeof parts)[number],
  { dependencies, speaker, language: { t, format }, now }: Context,
): Line | Good {
  const part = dependencies.store.get('parts', id);
  const read = part?.goodAt ? t('status.read', { ago: format.relative(part.goodAt, now) }) : t('status.neverRead');
  const reading = dependencies.sync.underWay() ? [t('status.reading')] : [];
  const title = t(`status.part.${id}`);
  if (part?.trouble && part.triedAt) {
    const failed = t('status.lastTry', {
      ago: format.relative(part.triedAt, now),
      why: t(`trouble.${part.trouble.what}`),
    });
    return { mark: { text: '⚠', tone: 'attention' }, title, text: [read, failed, ...reading].join(' · ') };
  }
  const { leftOut } = part ?? {};
  if (leftOut) {
    const { count, ids } = leftOut;
    const told =
      ids.length > 0 && speaker.roles.has('viewer') ? t('status.leftOutIds', { list: format.list(ids) }) : '';
    const text = [t('status.leftOut', { count }), told, t('status.leftOutHint')].filter(Boolean).join(' ');
    return { mark: { text: '⚠', tone: 'attention' }, title: `${title} · ${[read, ...reading].join(' · ')}`, text };
  }
  const text = [read, ...reading].join(' · ');
  return part?.goodAt ? { name: title, how: text } : { mark: { text: '…', tone: 'attention' }, title, text };
}

/** What Purser can't do with its own records, or found amiss in them. */
function recordLines({ dependencies, language: { t } }: Context): Line[] {
  return dependencies.store.troubles().map(({ kind }) => ({
    mark: { text: '⚠', tone: 'attention' },
    title: t('status.records.title'),
    text: t(`status.records.${kind}`),
  }));
}

/** Nothing where no baseline says what the rules should be. */
function baselineLine({ dependencies: { store }, speaker, language: { t }, now }: Context): Line[] {
  if (store.count('wishes') === 0 || !speaker.roles.has('viewer')) return [];
  const drifted = driftNow(store, now);
  const count = drifted.filter(isOpen).length;
  const meant = drifted.length - count;
  const line = (mark: NonNullable<Line['mark']>, title: string): Line => ({
    mark,
    title,
    press: press(title, 'baseline'),
  });
  if (count > 0) return [line({ text: '⚠', tone: 'attention' }, t('drift.status', { count }))];
  // Set so with Purser: nothing to be alarmed by, and yet not what the baseline wants.
  if (meant > 0) return [line({ text: '≠', tone: 'plain' }, t('drift.statusMeant', { count: meant }))];
  return [line({ text: '✓', tone: 'good' }, t('drift.statusGood'))];
}

/** What the operator has tried out at Microsoft, and what it did then. */
function learntLines({ dependencies, speaker, language }: Context): Line[] {
  if (!speaker.roles.has('viewer')) return [];
  const learnt = dependencies.learnt();
  return trialsToShow(learnt).map((trial) => ({
    title: language.t(`learnt.what.${trial}`),
    text: `${surenessNote(trial, learnt, language)}.`,
  }));
}

/** Whoever set it so meant it, and the others should know. */
function fourEyesLine({ dependencies: { config }, speaker, language: { t } }: Context): Line[] {
  if (config.fourEyes !== 'off' || !speaker.roles.has('viewer')) return [];
  return [{ mark: { text: '≠', tone: 'plain' }, title: t('status.alone'), text: t('status.aloneHint') }];
}

/** What is free would drown the rest, so it is counted apart. */
function countsLine({ dependencies: { store }, language: { t, format }, now }: Context): string {
  const index = purchaseIndex(store);
  const free = index.freeOf('free', now);
  const apart = new Set(free.map(({ purchase }) => purchase.id));
  const counted = [...store.all('purchases')].filter(({ id }) => !apart.has(id));
  const counts = t('status.counts', {
    subscriptions: format.number(counted.length),
    selfService: format.number(counted.filter(({ kind }) => kind === 'self-service').length),
    people: format.number(store.count('people')),
  });
  return free.length > 0 ? `${counts}. ${t('purchases.apart', freeTotals(free))}` : counts;
}

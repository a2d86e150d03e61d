/** Somebody who decides says until when they are not at work: others are called meanwhile. What they could decide they still can. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import { type Report, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { audit } from '../../../store/audit.ts';
import { awayUntil, called, openFor } from '../../../store/calls.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Command, type Context, press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { RoleNeeded } from '../../core/to-activate.ts';
import { argument } from '../../language/arguments.ts';
import { endOf, lastDay } from '../../language/days.ts';
import type { Translate } from '../../language/index.ts';
import { memberOf } from '../../people/members.ts';
import { calledIn } from '../../people/told-apart.ts';
import { newsOf } from '../../purchases/deciding.ts';
import { comingDay } from '../../router/coming-day.ts';

const args = z.strictObject({
  until: argument.until.optional(),
  switch: argument.switch.optional(),
  confirm: argument.confirm.optional(),
  words: argument.words.optional(),
});

export const away: Command<'away', typeof args> = {
  name: 'away',
  role: 'anyone',
  args,
  rest: 'words',
  // Whoever decides nothing has no use for it.
  reply: true,
  async run({ until, switch: to, confirm, words }, context) {
    const { speaker, language, now } = context;
    const { t, format } = language;
    if (!speaker.roles.has('approver') && !speaker.roles.has('admin')) throw new RoleNeeded('approver', language);
    if (to === 'off') return setBack(context);
    const day = until ?? (words ? comingDay(words, now, format) : undefined);
    if (!day) return ask(context, words ? t('away.unread', { words }) : confirm && t('away.dayless'));
    const end = endOf(day, format);
    if (end <= now) return ask(context, t('away.over', { date: format.date(day) }));
    if (end.getTime() - now.getTime() > longestMs) return ask(context, t('away.tooLong'));
    return setAway(end, context);
  },
};

const longestMs = 366 * 86_400_000;

/** Without a day nobody knows when to call them again. */
function ask(context: Context, remark: string | undefined): Card {
  const { language, speaker, now, dependencies } = context;
  const { t, format } = language;
  const until = awayUntil(memberOf(dependencies.store, speaker.id), now);
  const noted = { ...press(t('away.note'), 'away', { confirm: 'confirm' }), inputs: true } as const;
  return awayCard(
    {
      title: until ? t('away.until', { date: lastDay(until.toISOString(), format) }) : t('away.ask'),
      paragraphs: present(remark, t('away.what')),
      date: { id: 'until', label: t('away.day') },
      buttons: [noted, ...when(until !== undefined, press(t('away.back'), 'away', { switch: 'off' }))],
    },
    context,
  );
}

async function setAway(end: Date, context: Context): Promise<Card> {
  const { t, format } = context.language;
  const date = lastDay(end.toISOString(), format);
  await context.transact((tx) => keep(tx, end, context));
  const others = othersCalled(context);
  const next = format.date(end);
  return awayCard(
    {
      title: t('away.until', { date }),
      paragraphs: [meanwhileText(others, t), t('away.still', { date: next })],
      buttons: [press(t('away.back'), 'away', { switch: 'off' })],
    },
    context,
  );
}

/** Who is called meanwhile; empty where nobody is, undefined where Microsoft has not said who decides. */
function othersCalled({ dependencies, speaker, now, language: { format } }: Context): string | undefined {
  const { people, store } = dependencies;
  const others = people.approversLately()?.filter(({ id }) => id !== speaker.id);
  return (
    others &&
    format.list(
      called(store, others, now)
        .slice(0, mostNamed)
        .map((each) => shortName(calledIn(store, each))),
    )
  );
}

function meanwhileText(names: string | undefined, t: Translate): string {
  if (names === undefined) return t('away.meanwhile');
  return names ? t('away.others', { names }) : t('away.nobody');
}

const mostNamed = 8;

async function setBack(context: Context): Promise<Card> {
  const { speaker, language, dependencies } = context;
  const { t } = language;
  const wasAway = awayUntil(memberOf(dependencies.store, speaker.id), context.now) !== undefined;
  await context.transact((tx) => keep(tx, null, context));
  const { takeovers, orders } = openFor(dependencies.store, speaker.id);
  const count = takeovers.length + orders.length;
  return awayCard(
    {
      title: t(wasAway ? 'away.welcome' : 'away.here'),
      paragraphs: [t('away.called'), ...when(count > 0, t('away.open', { count }))],
      buttons: when(count > 0, press(t('button.listApprovals'), 'approvals')),
    },
    context,
  );
}

function keep(tx: Transaction, end: Date | null, context: Context): void {
  const { speaker, now, language } = context;
  const { leave: before, ...member } = memberOf(tx, speaker.id);
  const until = end?.toISOString();
  const isKnown = before !== undefined && before.until > now.toISOString();
  if (until === before?.until || (!until && !isKnown)) return;
  tx.put('members', { ...member, ...(until && { leave: { since: now.toISOString(), until } }) });
  const day = (at: string | undefined): string | null =>
    at ? language.format.isoDate(new Date(Date.parse(at) - 1)) : null;
  audit(tx, newsOf(null, { action: 'away', before: isKnown ? day(before.until) : null, after: day(until) }, context));
}

function awayCard(
  content: Pick<Report, 'title' | 'paragraphs' | 'date' | 'buttons'>,
  { language: { t, words } }: Context,
): Card {
  return report({
    ...content,
    summary: content.title ?? '',
    fallback: t('fallback', { command: words.commands.away.names[0] }),
  });
}

/** At the head of what waits for them; undefined while they are at work. */
export function awayRemark({ speaker, now, language: { t, format }, dependencies }: Context): string | undefined {
  const until = awayUntil(memberOf(dependencies.store, speaker.id), now);
  return until && t('away.remark', { date: lastDay(until.toISOString(), format) });
}

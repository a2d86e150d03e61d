/** To the admins: Purser is a read-only pilot; and each month what it would have done. */
import type { Card } from '../../cards/card.ts';
import { type Line, report, type Section } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { isReadOnly } from '../../store/hold.ts';
import type { Entry } from '../../store/records.ts';
import { press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { jobText } from '../hold/resume-card.ts';
import { changeOf, doerOf, spell } from '../journal/entry.ts';
import { lineOf } from '../purchases/notices/purchase-lines.ts';
import { driftLine } from '../rules/baseline/drift-lines.ts';
import { type Withheld, withheldIn } from './facts.ts';

const card: CardOf<'pilot'> = ({ from, until }, shown) => {
  const { language, now, dependencies, notice } = shown;
  const { t, format } = language;
  const { store } = dependencies;
  if (until === null && !isReadOnly(store)) {
    // It was over before it could be said.
    if (!notice.delivered) return undefined;
    return cardOf(shown, {
      title: t('pilot.over'),
      paragraphs: [t('pilot.wasSince', { when: format.dateTime(from) }), t('pilot.goesOn')],
    });
  }
  const withheld = withheldIn(store, { from, until: until ?? now.toISOString() }, now);
  const sections = until === null ? pausedSection(withheld, shown) : sectionsOf(withheld, shown);
  const title =
    until === null ? t('pilot.title') : t('pilot.monthly', { from: format.date(from), until: format.date(until) });
  const said =
    until === null ? [t('pilot.since', { when: format.dateTime(from) }), t('pilot.means')] : [t('pilot.wouldHave')];
  return cardOf(shown, {
    title,
    paragraphs: [...said, ...when(until !== null && sections.length === 0, t('pilot.nothing'))],
    sections,
  });
};

function cardOf(
  { language: { t, words }, dependencies }: Shown,
  said: { title: string; paragraphs: string[]; sections?: Section[] },
): Card {
  return report({
    ...said,
    notes: when(isReadOnly(dependencies.store), t('pilot.howToEnd')),
    buttons: [
      press(t('button.listPurchases'), 'purchases', { kind: 'decide' }),
      press(t('pilot.showBaseline'), 'baseline'),
      press(t('pilot.showTried'), 'audit', { action: 'withheld' }),
      press(t('button.status'), 'status'),
    ],
    summary: said.title,
    fallback: t('fallback', { command: words.commands.audit.names[0] }),
  });
}

/** A few of each: all of them are a press away. */
const mostRows = 3;

function some<T>(
  all: readonly T[],
  what: { heading: string; line: (each: T) => Line },
  { language: { t } }: Shown,
): Section[] {
  if (all.length === 0) return [];
  const more = all.length - mostRows;
  const lines = [
    ...all.slice(0, mostRows).map(what.line),
    ...when(more > 0, { title: t('notice.more', { count: more }) }),
  ];
  return [{ heading: what.heading, lines }];
}

function pausedSection({ takeovers, paused }: Withheld, shown: Shown): Section[] {
  const { t } = shown.language;
  const about = (takeover: Withheld['takeovers'][number]): Line => ({
    title: `${takeover.id} · ${shortName(takeover.purchase.product)}`,
    text: t(`takeover.state.${takeover.state}`),
  });
  return [
    ...some(takeovers, { heading: t('pilot.takeovers', { count: takeovers.length }), line: about }, shown),
    ...some(
      paused,
      { heading: t('pilot.paused', { count: paused.length }), line: (job) => ({ title: jobText(job, shown) }) },
      shown,
    ),
  ];
}

function sectionsOf(withheld: Withheld, shown: Shown): Section[] {
  const { tried, toSet, changed, undecided, unsent } = withheld;
  const { language } = shown;
  const { t } = language;
  const about = (count: number) => ({ count });
  return [
    ...some(
      tried.toReversed(),
      { heading: t('pilot.tried', about(tried.length)), line: (each) => triedLine(each, shown) },
      shown,
    ),
    ...some(toSet, { heading: t('pilot.toSet', about(toSet.length)), line: (each) => driftLine(each, shown) }, shown),
    ...some(
      changed.toReversed(),
      { heading: t('pilot.changed', about(changed.length)), line: (each) => changedLine(each, shown) },
      shown,
    ),
    ...some(
      undecided,
      { heading: t('pilot.undecided', about(undecided.length)), line: (each) => lineOf(each, shown) },
      shown,
    ),
    ...some(
      byKind(unsent),
      {
        heading: t('pilot.unsent', about(unsent.length)),
        line: ([what, count]) => ({ title: t('hold.post', { count, what: t(`ledger.about.${what}`) }) }),
      },
      shown,
    ),
    ...pausedSection(withheld, shown),
  ];
}

/** “block CH-2”, who tried it and when. */
function triedLine(entry: Entry, { language, dependencies }: Shown): Line {
  const { format } = language;
  const who = shortName(doerOf(entry, language, dependencies.store));
  return {
    title: spell(entry, entry.after, language),
    text: [entry.product && shortName(entry.product), who, format.dateTime(entry.at)].filter(Boolean).join(' · '),
  };
}

function changedLine(entry: Entry, { language }: Shown): Line {
  return {
    title: shortName(entry.product ?? ''),
    text: [changeOf(entry, language), language.format.dateTime(entry.at)].join(' · '),
  };
}

function byKind(unsent: Withheld['unsent']): [Withheld['unsent'][number]['saying']['card'], number][] {
  const counts = new Map<Withheld['unsent'][number]['saying']['card'], number>();
  for (const { saying } of unsent) counts.set(saying.card, (counts.get(saying.card) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

export const pilot: NoticeKind<'pilot'> = { card, urgency: 1, audience: ['admin'] };

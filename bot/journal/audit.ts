/** The journal: who did what, when, from what to what, why; and whether the chain of entries still holds. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Filter, list, pageOf, type Row } from '../../cards/list.ts';
import { type Line, report } from '../../cards/report.ts';
import { verifyAudit } from '../../store/audit.ts';
import { derived } from '../../store/derived.ts';
import { type Difference, differencesIn } from '../../store/proof.ts';
import { type AuditAction, auditActions, type Entry } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { listed } from '../core/lines.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { argument } from '../language/arguments.ts';
import { pastDay } from '../language/days.ts';
import { objectionReader } from '../people/people.ts';
import { changeOf, doerOf, journalMatcher, purchaserIn, whyOf } from './entry.ts';
import { entryFor } from './redacted.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  verify: argument.verify.optional(),
  action: argument.action.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  since: argument.since.optional(),
  until: argument.until.optional(),
  page: argument.page.optional(),
  words: argument.words.optional(),
});
type Query = Omit<z.infer<typeof args>, 'verify'>;

export const audit: Command<'audit', typeof args> = {
  name: 'audit',
  role: 'viewer',
  args,
  reads: true,
  rest: 'words',
  searches: true,
  run({ verify, since, ...rest }, context) {
    const query = { ...rest, ...(since && { since: pastDay(since, context.now, context.language.format) }) };
    if (!verify) return showJournal(query, context);
    return query.words ? showHash(query.words, context) : showVerdict(context);
  },
};

function showVerdict(context: Context): Card {
  const { t } = context.language;
  const verdict = verifyAudit(context.dependencies.store);
  const sentence = verdict.holds
    ? t('audit.holds', { count: verdict.entries })
    : t('audit.broken', { id: verdict.brokenAt });
  const differences = differencesIn(context.dependencies.store);
  const text = verdict.holds && verdict.hash && t('audit.keep', { hash: verdict.hash });
  return verdictCard(
    [lineOf(sentence, verdict.holds, text || undefined), ...differenceLines(differences, context)],
    context,
  );
}

const good = { text: '✓', tone: 'good' } as const;
const bad = { text: '⚠', tone: 'attention' } as const;

function lineOf(title: string, isGood: boolean, text?: string): Line {
  return { mark: isGood ? good : bad, title, ...(text && { text }) };
}

function differenceLines(differences: readonly Difference[], { language }: Context): Line[] {
  const { t } = language;
  if (differences.length === 0) return [lineOf(t('audit.matches'), true)];
  const lines = listed(
    differences,
    ({ id, what }): Line => ({ title: t(`audit.difference.${what}`, { id }) }),
    language,
  );
  return [lineOf(t('audit.differs'), false), ...lines];
}

/** Whether a hash that somebody kept is in the chain, and everything up to it is as it was. */
function showHash(words: string, context: Context): Card {
  const { t, format } = context.language;
  const { store } = context.dependencies;
  const hash = words.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) return verdictCard([lineOf(t('audit.hash.malformed'), false)], context);
  const entry = [...store.all('audit')].find((each) => each.hash === hash);
  if (!entry) return verdictCard([lineOf(t('audit.hash.missing'), false)], context);
  const about = { id: entry.id, date: format.dateTime(entry.at) };
  const verdict = verifyAudit(store);
  const isBroken = !verdict.holds && numberOf(verdict.brokenAt) <= numberOf(entry.id);
  const title = isBroken ? t('audit.hash.broken', { ...about, at: verdict.brokenAt }) : t('audit.hash.found', about);
  return verdictCard([lineOf(title, !isBroken)], context);
}

function numberOf(id: Entry['id']): number {
  return Number(id.slice(2));
}

function verdictCard(lines: readonly Line[], context: Context): Card {
  const { t, format, words } = context.language;
  const sentence = lines[0]?.title ?? '';
  return report({
    title: t('audit.title'),
    sections: [{ lines: [...lines] }],
    notes: [t('whoami.checked', { ago: format.relative(context.now, context.now) })],
    buttons: [press(t('button.back'), 'audit')],
    summary: sentence,
    fallback: t('fallback', { command: words.commands.audit.names[0] }),
  });
}

/** The journal as the speaker may read it, in the order in which it was written. */
export function entriesOf({ speaker, dependencies: { store } }: Context): Entry[] {
  return [...store.all('audit')].map(entryFor(objectionReader(speaker), store));
}

/** Newest first. */
function showJournal({ page: asked, ...query }: Query, context: Context): Card {
  const { t, words } = context.language;
  const matches = entriesOf(context).filter(journalMatcher(query, context.dependencies)).reverse();
  const place = pageOf(matches, asked);
  const filters = filtersIn(query, context);
  return list({
    title: t('audit.title'),
    subtitle: t('audit.count', { count: matches.length }),
    remarks: [...filters.told, ...pastEnd(place, asked, context)],
    filter: filterOf(query, context),
    rows: place.shown.map((entry) => rowOf(entry, context)),
    empty: t(filters.told.length > 0 ? 'audit.noneFiltered' : 'audit.none'),
    pageOf: pageLine(place, context),
    buttons: [
      ...pageButtons(place, { verb: 'audit', same: filters.data }, context),
      filters.told.length > 0
        ? press(t('button.clearFilter'), 'audit')
        : press(t('button.export'), 'export', { what: 'audit' }),
      press(t('button.verify'), 'audit', { verify: 'verify' }),
    ],
    summary: t('audit.count', { count: matches.length }),
    fallback: t('fallback', { command: words.commands.audit.names[0] }),
  });
}

/** The filters in force: the arguments that set them again, and the line that tells them. */
function filtersIn(
  query: Query,
  { language: { t, format } }: Context,
): { data: Record<string, string>; told: string[] } {
  const given = (['purchase', 'action', 'product', 'by', 'since', 'until', 'words'] as const).flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [{ name, value }];
  });
  const told = given.map(({ name, value }) => {
    if (name === 'purchase') return value;
    if (name === 'action') return t('audit.filter.action', { value: t(`audit.action.${value as Entry['action']}`) });
    if (name === 'since' || name === 'until') return t(`audit.filter.${name}`, { value: format.date(value) });
    return t(`purchases.filter.${name}`, { value });
  });
  return {
    data: Object.fromEntries(given.map(({ name, value }) => [name, value])),
    told: told.length > 0 ? [t('purchases.filteredBy', { filter: format.list(told) })] : [],
  };
}

/** The actions this journal holds: a page doesn't go through 100,000 entries. */
const actionsIn = derived(['audit'], (store: Reader): ReadonlySet<AuditAction> => {
  const actions = new Set<AuditAction>();
  for (const { action } of store.all('audit')) actions.add(action);
  return actions;
});

/** The inputs hold the filters in force, also an action that no entry has; filters that were typed stay as they are. */
function filterOf({ words, action, ...kept }: Query, context: Context): Filter {
  const { t } = context.language;
  const occur = actionsIn(context.dependencies.store);
  const offered = auditActions.filter((each) => each === action || occur.has(each));
  return {
    toggle: t('button.filter'),
    words: { label: t('audit.filterWords'), placeholder: t('audit.filterWordsHint'), value: words ?? '' },
    choices: [
      {
        id: 'action',
        label: t('audit.filterAction'),
        value: action ?? 'any',
        options: [
          { title: t('audit.anyAction'), value: 'any' },
          ...offered.map((value) => ({ title: t(`audit.action.${value}`), value })),
        ],
      },
    ],
    buttons: [{ ...press(t('button.showResults'), 'audit', filtersIn(kept, context).data), inputs: true }],
  };
}

function rowOf(entry: Entry, { language, now, dependencies: { store } }: Context): Row {
  const { t, format } = language;
  return {
    title: t(`audit.action.${entry.action}`),
    subtitle: [entry.product, purchaserIn(entry, store)].filter(Boolean).join(' · ') || entry.id,
    detail: doerOf(entry, language, store),
    aside: { label: format.dateTime(entry.at), text: format.relative(entry.at, now), hint: '', urgent: false },
    small: [changeOf(entry, language), whyOf(entry, language), entry.purchase, entry.id].filter(Boolean).join(' · '),
    open: press(
      `${t('button.open')} ${entry.purchase ?? entry.id} ${t(`audit.action.${entry.action}`)}`,
      entry.purchase ? 'purchase' : 'audit',
      entry.purchase ? { purchase: entry.purchase } : {},
    ),
  };
}

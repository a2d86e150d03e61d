/** Entries of the journal in the reader's words, and the filters that find them. Pure. */

import { present } from '../../cards/when.ts';
import { archivedPurchase } from '../../store/archive.ts';
import { purserItself } from '../../store/audit.ts';
import {
  type AuditAction,
  type Entry,
  kinds,
  ruleValues,
  statuses,
  sures,
  takeoverStates,
} from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { auditOf } from '../../store/takeover/moves.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { whyOf as whyIn, whyText } from '../jobs/failure-reasons.ts';
import { languageCodes } from '../language/codes.ts';
import { lastDay } from '../language/days.ts';
import { finder, finderOfAll, runTogether, searchKey, unaccent } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import { addressesOf, calledIn } from '../people/told-apart.ts';
import { failureText, spellWords } from '../takeovers/cards/turns.ts';
import { seatsEnd } from '../takeovers/state/departmental.ts';
import { outsideText } from './changed-elsewhere.ts';
import { memoize } from './memoize.ts';
import { someone } from './redacted.ts';
import { spellTopics } from './subscribed.ts';

interface JournalQuery {
  purchase?: string | undefined;
  product?: string | undefined;
  by?: string | undefined;
  action?: AuditAction | undefined;
  since?: string | undefined;
  until?: string | undefined;
  words?: string | undefined;
}

/** Values kept in Purser's own terms are put into words; any other is shown as it is. */
const spellings: Partial<Record<AuditAction, (value: string, language: Language) => string | undefined>> = {
  classified(value, { t }) {
    const kind = kinds.find((each) => value.endsWith(each));
    const sure = sures.find((each) => value.startsWith(each)) ?? 'confirmed';
    return kind && t(`purchase.${sure}`, { kind: t(`kind.${kind}`) });
  },
  status(value, { t }) {
    const status = statuses.find((each) => each === value);
    return status && status !== 'Unknown' ? t(`purchaseStatus.${status}`) : undefined;
  },
  taken: spellUntil,
  kept: spellUntil,
  asked: spellUntil,
  appeared: (value, { t }) => (/^\d+$/.test(value) ? t('purchases.seats', { count: Number(value) }) : undefined),
  exported: spellExport,
  subscribed: spellTopics,
  resumed: spellInstant,
  restored: spellInstant,
  muted: spellInstant,
  'read-only': spellInstant,
  withheld: spellCommand,
  away: spellDay,
  'rule-set': spellRule,
  'rule-failed': spellRule,
  'rule-found': spellRule,
  'rule-new': spellRule,
  wished: spellRule,
  ...Object.fromEntries(Object.values(auditOf).flatMap((action) => (action ? [[action, spellTakeover]] : []))),
};

/** `TK-1 waiting`, or `running` */
function spellTakeover(value: string, { t, format }: Language): string | undefined {
  const [, id, state] = /^(?:(TK-\d+) )?(\w+)$/.exec(value) ?? [];
  const known = takeoverStates.find((each) => each === state);
  return known && [id, t(`takeover.state.${known}`)].filter(Boolean).join(`${format.colon} `);
}

/** `Disabled`, and of an exception until when: `Enabled, 2026-12-31T23:00:00.000Z` */
function spellRule(value: string, { t, format }: Language): string | undefined {
  const [word = '', until] = value.split(', ');
  if (word === 'fix' || word === 'ask') return t(`baseline.mode.${word}`);
  const known = ruleValues.find((each) => word === each);
  if (!known) return undefined;
  const name = t(`audit.rule.${known}`);
  return until ? t('purchase.inHandOf', { name, date: lastDay(until, format) }) : name;
}

/** `Alex Wilber, 2026-11-24T09:15:00.000Z`; entries of the first weeks hold no more than the day. */
function spellUntil(value: string, { t, format }: Language): string | undefined {
  const [, name, day, time] = /^(.+), (\d{4}-\d\d-\d\d)(T[\d:.]+Z)?$/s.exec(value) ?? [];
  return name && day && t('purchase.inHandOf', { name, date: format.date(`${day}${time ?? ''}`) });
}

/** What was said: `apply CH-2`, by the command's own name. */
function spellCommand(value: string, { words }: Language): string | undefined {
  const [, name = '', about = ''] = /^(\S+)(.*)$/s.exec(value) ?? [];
  const command = Object.entries(words.commands).find(([each]) => each === name)?.[1];
  return command && `${command.names[0]}${about}`;
}

/** The last day of an absence: `2026-12-04` */
function spellDay(value: string, { format }: Language): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? format.date(value) : undefined;
}

/** When something was before: `2026-11-24T09:15:00.000Z` */
function spellInstant(value: string, { format }: Language): string | undefined {
  return /^\d{4}-\d\d-\d\dT/.test(value) ? format.dateTime(value) : undefined;
}

/** `purchases csv 72`, or with a filter `purchases csv 3: visio` */
function spellExport(value: string, { t }: Language): string | undefined {
  const [, what, format, rows, filter] = /^(purchases|licences|audit) (csv|json) (\d+)(?:: (.*))?$/s.exec(value) ?? [];
  if (!what || !format) return undefined;
  const told = [
    t(`export.holds.${what as 'audit'}`),
    format.toUpperCase(),
    t('audit.rows', { count: Number(rows) }),
    ...present(filter && t('purchases.filter.words', { value: filter })),
  ];
  return told.join(', ');
}

export function spell({ action }: Entry, value: string | null, language: Language): string {
  return value === null ? language.t('audit.nothing') : (spellings[action]?.(value, language) ?? value);
}

/** For these actions "nothing" is a value like any other; for the rest it means that there was no value before. */
const changes: ReadonlySet<AuditAction> = new Set(['status', 'quantity', 'purchaser']);

function shownValues({ action, before, after }: Entry): (string | null)[] {
  return [before, after].filter((value) => value !== null || changes.has(action));
}

/** "active → suspended", "TK-1: running → done" */
export function changeOf(entry: Entry, language: Language): string {
  const [last = '', ...before] = shownValues(entry)
    .map((value) => spell(entry, value, language))
    .reverse();
  // The number of a takeover comes first.
  const [, about = '', value = last] = /^(TK-\d+: )(.*)$/.exec(last) ?? [];
  return about + [...before, value].join(' → ');
}

/** The reason somebody gave, or a better one that Purser knows. */
export function whyOf(entry: Entry, language: Language): string | null {
  if (entry.action === 'rule-found') return outsideText(entry, language);
  if (entry.action === 'rule-failed') {
    const why = whyIn(entry);
    return why && whyText(why, language);
  }
  if (entry.action === 'licence-failed') return failureText(entry.why, language);
  if (entry.action === 'licence-assigned' && entry.why === seatsEnd) return language.t('takeover.words.seats-end');
  if (entry.why !== null && spellings[entry.action] === spellTakeover) {
    const isOwn = entry.actor?.id === purserItself.id;
    return spellWords(entry.why, { isOwn, isReport: entry.action === 'takeover-reported' }, language);
  }
  // For what the baseline sets, the baseline is the reason.
  if (entry.why === 'baseline') return language.t('rules.baseline');
  return entry.why;
}

export function doerOf({ actor }: Entry, { t }: Language, store?: Reader): string {
  if (actor?.id === someone.id) return t('audit.bySomeone');
  return actor ? t('audit.by', { name: store ? calledIn(store, actor) : actor.name }) : t('audit.seen');
}

/** As the entry names them: who bought it may have been another since, and is told apart only where it is the same. */
export function purchaserIn({ purchase, purchaser }: Entry, store: Reader): string | null {
  const id = purchase && purchaser && ownerOf(purchase, store);
  return id && store.get('people', id)?.name === purchaser ? calledIn(store, { id, name: purchaser }) : purchaser;
}

type TextOf = (entry: Entry) => string;
const searchTexts = new WeakMap<Dependencies['languages'], TextOf>();

/** The text of an entry that a search looks in: Purser's own terms, and what each language shows, without case and accents. */
function searchTextIn(languages: Dependencies['languages']): TextOf {
  const known = searchTexts.get(languages) ?? createSearchText(languages);
  searchTexts.set(languages, known);
  return known;
}

function actionNames(action: AuditAction, { t, words }: Language): string {
  return [t(`audit.action.${action}`), ...(words.actionWords[action] ?? [])].join('\n');
}

function createSearchText(languages: Dependencies['languages']): TextOf {
  const inEach = (say: (language: Language) => string | null): string =>
    unaccent(languageCodes.map((code) => say(languages[code])).join('\n'));
  const name = memoize<string | null>(
    (text) => unaccent(text ?? ''),
    (text) => text,
  );
  const together = memoize<string | null>(
    (text) => runTogether(unaccent(text ?? '')),
    (text) => text,
  );
  const action = memoize<Entry>(
    ({ action: of }) => `${unaccent(of)}\n${inEach((language) => actionNames(of, language))}`,
    ({ action: of }) => of,
  );
  const value = memoize<{ entry: Entry; of: string | null }>(
    ({ entry, of }) => [unaccent(of ?? ''), inEach((language) => spell(entry, of, language))].join('\n'),
    ({ entry, of }) => `${entry.action} ${of}`,
  );
  const minute = memoize<string>(
    (at) => inEach(({ format }) => format.dateTime(at)),
    (at) => at.slice(0, 16),
  );
  const doer = memoize<Entry>(
    (entry) => inEach((language) => doerOf(entry, language)),
    ({ actor }) => actor?.name ?? null,
  );
  // Entries never change, so the text of each is put together once.
  const known = new WeakMap<Entry, string>();
  const textOf = (entry: Entry): string =>
    [
      ...[entry.id, entry.purchase, entry.at].map((text) => unaccent(text ?? '')),
      ...[minute(entry.at), action(entry), doer(entry)],
      ...[entry.product, entry.purchaser, entry.why].map(name),
      ...shownValues(entry).map((of) => value({ entry, of })),
    ].join('\n') + [entry.product, entry.purchaser, entry.actor?.name ?? null].map(together).join('');
  return (entry) => {
    const text = known.get(entry) ?? textOf(entry);
    known.set(entry, text);
    return text;
  };
}

/** What each filter asks of an entry. Days are those of the time zone. */
const filters: Record<
  keyof JournalQuery,
  (query: JournalQuery, around: Pick<Dependencies, 'languages' | 'store'>) => (entry: Entry) => boolean
> = {
  purchase:
    ({ purchase }) =>
    (entry) =>
      entry.purchase === purchase,
  action:
    ({ action }) =>
    (entry) =>
      entry.action === action,
  since:
    ({ since = '' }, { languages: { en } }) =>
    ({ at }) =>
      en.format.isoDate(at) >= since,
  until:
    ({ until = '' }, { languages: { en } }) =>
    ({ at }) =>
      en.format.isoDate(at) <= until,
  product({ product = '' }) {
    const finds = finder(product);
    return (entry) => finds(searchKey(entry.product));
  },
  by({ by = '' }, { store }) {
    const finds = finder(by);
    const addressed = peopleAddressed(by, store);
    const isMeant = (id: string | null | undefined, name: string | null | undefined): boolean =>
      (id !== null && id !== undefined && addressed.has(id)) || finds(searchKey(name));
    return ({ actor, purchaser, purchase }) =>
      isMeant(actor?.id, actor?.name) || isMeant(purchase && ownerOf(purchase, store), purchaser);
  },
  words({ words = '' }, { languages, store }) {
    const finds = finderOfAll(words);
    const textOf = searchTextIn(languages);
    // Addresses may change, so they are no part of the text; whoever is hidden from the reader has none.
    if (!words.includes('@')) return (entry) => finds(textOf(entry));
    return (entry) => finds([textOf(entry), ...addressesIn(entry, store).map(unaccent)].join('\n'));
  },
};
const filterNames = Object.keys(filters) as (keyof JournalQuery)[];

/** Entries keep names alone, and people are also looked for by what they sign in with, or where their mail goes. */
function peopleAddressed(text: string, store: Reader): ReadonlySet<string> {
  const part = text.trim().toLowerCase();
  const has = (address: string | null): boolean => address?.toLowerCase().includes(part) ?? false;
  const found = new Set<string>();
  for (const table of ['people', 'members'] as const)
    for (const { id, userName = null, mail = null } of store.all(table)) if (has(userName) || has(mail)) found.add(id);
  return found;
}

function addressesIn({ actor, purchase }: Entry, store: Reader): string[] {
  return [actor?.id, purchase && ownerOf(purchase, store)].flatMap((id) => addressesOf(store, id));
}

function ownerOf(purchase: string, store: Reader): string | null {
  return (store.get('purchases', purchase) ?? archivedPurchase(store, purchase))?.purchaser ?? null;
}

/** An entry matches if every filter given holds; free words must all be somewhere in it. */
export function journalMatcher(
  query: JournalQuery,
  around: Pick<Dependencies, 'languages' | 'store'>,
): (entry: Entry) => boolean {
  const tests = filterNames.filter((name) => query[name]).map((name) => filters[name](query, around));
  return (entry) => tests.every((test) => test(entry));
}

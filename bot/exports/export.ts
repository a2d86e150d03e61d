/** Purchases, people with licences [14], or the journal, as a file behind a link that is good for a short while. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import type { Entry, Part } from '../../store/records.ts';
import { type Command, type Context, given, press, UserError } from '../core/command.ts';
import { dataAge } from '../core/freshness.ts';
import { unaccent } from '../language/fold.ts';
import { newsOf } from '../purchases/deciding.ts';
import { purchaseIndex } from '../purchases/purchase-index.ts';
import { entryColumns, isSomeone } from './audit-rows.ts';
import { type Due, dueDays, writeCalendar } from './calendar.ts';
import { keptForMinutes, mostBytes, mostDownloads } from './file-cache.ts';
import { licenceColumns, licenceRows, purchaseColumns } from './rows.ts';
import { entriesFor, exportArguments, isEverything, productsFor, purchasesFor, type Wanted } from './selection.ts';
import { type Column, dialects, TooLarge, writeCsv, writeJson } from './sheet.ts';

export const exportFile: Command<'export', typeof exportArguments> = {
  name: 'export',
  role: 'viewer',
  args: exportArguments,
  rest: 'words',
  async run({ what, format = 'csv', ...asked }, context) {
    const { t } = context.language;
    if (!context.dependencies.config.publicUrl) throw new UserError(t('export.noAddress'));
    if (!what) return choices({ ...asked, format }, context);
    const { exports } = context.dependencies;
    return exports.inTurn(context.speaker.id, () => {
      const wanted = { ...asked, what, format };
      return make(wanted, makers[what](wanted, context), context);
    });
  },
};

const makers: Record<Wanted['what'], (wanted: Wanted, context: Context) => Content> = {
  purchases: (wanted, context) =>
    table(
      wanted,
      {
        rows: purchasesFor(wanted, context),
        columns: purchaseColumns(purchaseIndex(context.dependencies.store), context),
      },
      context,
    ),
  licences: (wanted, context) =>
    table(
      wanted,
      { rows: licenceRows(productsFor(wanted, context), context), columns: licenceColumns(context) },
      context,
    ),
  audit: (wanted, context) => table(wanted, journalTable(entriesFor(wanted, context), context), context),
  calendar: (wanted, context) =>
    calendar(dueDays(purchasesFor(wanted, context), isEverything(wanted), context), context),
};

function journalTable(rows: readonly Entry[], { language }: Context): Table<Entry> {
  const notes = when(rows.some(isSomeone), language.t('export.someone'));
  return { rows, columns: entryColumns(language), notes };
}

/** The part of Microsoft's data that an export is made of, which decides its age; the journal is Purser's own. */
const partOf: Record<Wanted['what'], Part['id'] | undefined> = {
  purchases: 'subscriptions',
  licences: 'holders',
  audit: undefined,
  calendar: 'subscriptions',
};

function choices(asked: Omit<Wanted, 'what'>, { language: { t, words: file } }: Context): Card {
  const same = given(asked);
  return report({
    title: t('export.which'),
    paragraphs: [t('export.whichHint')],
    buttons: [
      press(t('export.holds.purchases'), 'export', { what: 'purchases', ...same }),
      press(t('export.holds.licences'), 'export', { what: 'licences', ...same }),
      press(t('export.holds.audit'), 'export', { what: 'audit', ...same }),
      press(t('export.holds.calendar'), 'export', { what: 'calendar', ...same }),
    ],
    summary: t('export.which'),
    fallback: t('fallback', { command: file.commands.export.names[0] }),
  });
}

interface Table<R> {
  rows: readonly R[];
  columns: readonly Column<R>[];
  /** What its reader must know of it. */
  notes?: readonly string[];
}

/** What a file holds, and how it is written. */
interface Content {
  rows: number;
  notes: readonly string[];
  /** Of the file's name. */
  extension: string;
  type: string;
  write(): Promise<Buffer[]>;
}

function table<R>(
  { what, format }: Wanted,
  { rows, columns, notes = [] }: Table<R>,
  { dependencies: { store }, language, now }: Context,
): Content {
  const part = partOf[what];
  const dataOf = (part && store.get('parts', part)?.goodAt) ?? null;
  const about = { what, madeAt: now.toISOString(), dataOf };
  const how = {
    csv: { type: 'text/csv', write: () => writeCsv(rows, columns, { ...dialects[language.code], mostBytes }) },
    json: { type: 'application/json', write: () => writeJson(rows, columns, { about, mostBytes }) },
  }[format];
  return { rows: rows.length, notes, extension: format, ...how };
}

function calendar(dues: readonly Due[], { dependencies: { store }, language: { t }, now }: Context): Content {
  const organisation = store.get('parts', 'products')?.organisation;
  const name = [t('export.holds.calendar'), organisation].filter(Boolean).join(' · ');
  return {
    rows: dues.length,
    notes: [t('export.due.import')],
    extension: 'ics',
    type: 'text/calendar',
    async write() {
      const file = writeCalendar(dues, { name, now });
      if (file.length > mostBytes) throw new TooLarge();
      return [file];
    },
  };
}

/** Makes the file of what the store holds now, records in the journal that it was made, and keeps it behind its link. */
async function make(wanted: Wanted, { rows, notes, extension, type, write }: Content, context: Context): Promise<Card> {
  const { dependencies, language, now } = context;
  const { t } = language;
  if (rows === 0) throw new UserError(t('export.nothing'));
  const chunks = await write().catch((error: unknown) => {
    throw error instanceof TooLarge ? new UserError(t('export.tooLarge')) : error;
  });
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
  const fileName = nameOf(wanted, extension, context);
  const kept = dependencies.exports.keep(
    { fileName, type: `${type}; charset=utf-8`, chunks, bytes },
    context.speaker.id,
  );
  if ('freeInMs' in kept)
    throw new UserError(t('export.full', { until: language.format.dateTime(new Date(now.getTime() + kept.freeInMs)) }));
  await record(wanted, { rows, extension }, context);
  return done(
    wanted,
    { rows, notes, fileName, url: `${dependencies.config.publicUrl}/exports/${kept.token}` },
    context,
  );
}

/** The journal keeps who took what away, since these files hold names. */
async function record(
  { what, kind, product, words }: Wanted,
  { rows, extension }: Pick<Content, 'rows' | 'extension'>,
  context: Context,
): Promise<void> {
  const narrowed = [kind === 'all' ? undefined : kind, product, words].filter(Boolean).join(' ');
  const after = `${what} ${extension} ${rows}${narrowed ? `: ${narrowed}` : ''}`;
  await context.transact((tx) => audit(tx, newsOf(null, { action: 'exported', after }, context)));
}

/** `purser-achats-2026-11-17.csv`, in plain letters, since an HTTP header carries it. */
function nameOf({ what }: Wanted, extension: string, { language, now }: Context): string {
  const [word = what] = language.words.valueWords.what[what];
  return `purser-${unaccent(word).replace(/[^a-z]+/g, '-')}-${language.format.isoDate(now)}.${extension}`;
}

function done(
  wanted: Wanted,
  file: { rows: number; notes: readonly string[]; fileName: string; url: string },
  context: Context,
): Card {
  const { language, now } = context;
  const { t, format, words } = language;
  const { what } = wanted;
  const part = partOf[what];
  const isTable = what !== 'calendar';
  const isCsv = isTable && wanted.format === 'csv';
  const until = format.dateTime(new Date(now.getTime() + keptForMinutes * 60_000));
  return report({
    title: t('export.ready'),
    ...(part && { subtitle: dataAge(context, part) }),
    sections: [
      {
        facts: [
          { label: t('export.holds.label'), text: t(`export.holds.${what}`) },
          { label: t('export.rows'), text: format.number(file.rows) },
          { label: t('export.file'), text: file.fileName },
          { label: t('export.until'), text: t('export.untilOr', { until, count: mostDownloads }) },
        ],
      },
    ],
    notes: [
      t('export.secret'),
      ...when(what === 'licences', t('export.whoseUnknown')),
      ...file.notes,
      ...when(isCsv, t('export.apostrophe')),
    ],
    buttons: [
      ...when(
        isTable,
        press(t(isCsv ? 'export.asJson' : 'export.asCsv'), 'export', {
          ...given(wanted),
          format: isCsv ? 'json' : 'csv',
        }),
      ),
      press(t('button.back'), isTable ? what : 'purchases'),
    ],
    links: [{ title: t('export.download'), url: file.url }],
    summary: t('export.summary', { what: t(`export.holds.${what}`), rows: format.number(file.rows) }),
    fallback: t('fallback', { command: `${words.commands.export.names[0]} ${words.valueWords.what[what][0]}` }),
  });
}

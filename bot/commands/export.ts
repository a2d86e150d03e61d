/** Purchases, or people with licences [14], as a file behind a link that is good for a short while. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { keptForMinutes, mostBytes, mostDownloads } from '../exports.ts';
import { type Licensed, licensedProducts } from '../licences.ts';
import { overviewOf, type Row } from '../overview.ts';
import { type Column, dialects, TooLarge, writeCsv, writeJson } from '../sheet.ts';
import { unaccent } from '../words.ts';
import { argument } from './arguments.ts';
import { type Call, type Command, press, Refused } from './command.ts';
import { licenceColumns, licenceRows, purchaseColumns } from './export-rows.ts';
import { dataAge } from './freshness.ts';
import { productOfPurchase, productsMatching } from './products.ts';
import { matcher } from './query.ts';

const args = z.strictObject({
  what: argument.what.optional(),
  format: argument.format.optional(),
  kind: argument.kind.optional(),
  product: argument.product.optional(),
  words: argument.words.optional(),
});
type Asked = z.infer<typeof args>;
type Wanted = Asked & { what: NonNullable<Asked['what']>; format: NonNullable<Asked['format']> };

export const exportFile: Command<'export', typeof args> = {
  name: 'export',
  role: 'viewer',
  args,
  rest: 'words',
  async run({ what, format = 'csv', ...asked }, call) {
    const { t } = call.language;
    if (!call.house.config.publicUrl) throw new Refused(t('export.noAddress'));
    if (!what) return choices({ ...asked, format }, call);
    const wanted = { ...asked, what, format };
    return what === 'purchases'
      ? make(wanted, purchasesFor(wanted, call), purchaseColumns(overviewOf(call.house.store), call), call)
      : make(wanted, licenceRows(productsFor(wanted, call), call), licenceColumns(call), call);
  },
};

function choices({ format, words }: Omit<Wanted, 'what'>, { language: { t, words: file } }: Call): Card {
  const same = { format, ...(words ? { words } : {}) };
  return report({
    title: t('export.which'),
    paragraphs: [t('export.whichHint')],
    buttons: [
      press(t('export.holds.purchases'), 'export', { what: 'purchases', ...same }),
      press(t('export.holds.licences'), 'export', { what: 'licences', ...same }),
    ],
    summary: t('export.which'),
    fallback: t('fallback', { command: file.commands.export.names[0] }),
  });
}

/** `P-3, P-5 and visio` → ids, and words for each thing that was named. */
function selection(text: string): { ids: string[]; texts: string[] } {
  const idPattern = /(?<![\p{L}\p{N}])p[\s-]?([1-9]\d{0,8})(?![\p{L}\p{N}])/giu;
  const ids = [...text.matchAll(idPattern)].map(([, number]) => `P-${number}`);
  const texts = text
    .replace(idPattern, ',')
    .split(/[,;]|\s(?:and|et)(?=\s|$)/iu)
    .map((part) => part.trim())
    .filter((part) => part && !/^(and|et)$/i.test(part));
  return { ids, texts };
}

/** @throws Refused for an id there is none of */
function purchasesFor({ kind = 'all', product, words = '' }: Wanted, call: Call): Row[] {
  const { t } = call.language;
  const overview = overviewOf(call.house.store);
  const { ids, texts } = selection(words);
  const unknown = ids.find((id) => !overview.row(id));
  if (unknown) {
    throw new Refused(t('purchase.unknown', { id: unknown }), [press(t('button.listPurchases'), 'purchases')]);
  }
  const searches = texts.map((text) => matcher({ words: text }, call.now));
  const named = (row: Row): boolean =>
    (ids.length === 0 && searches.length === 0) || ids.includes(row.purchase.id) || searches.some((hit) => hit(row));
  const ofProduct = matcher({ product }, call.now);
  return overview.sorted('product', kind, call.now).filter((row) => ofProduct(row) && named(row));
}

/** @throws Refused where something named is no product people bought themselves */
function productsFor({ kind, product, words = '' }: Wanted, call: Call): readonly Licensed[] {
  const { t } = call.language;
  if (kind === 'central') throw new Refused(t('licences.notReadWhy'));
  const { ids, texts } = selection(words);
  const all = licensedProducts(call.house.store, call.now);
  if (ids.length === 0 && texts.length === 0 && !product) return all;
  const chosen = new Set([
    ...ids.map((id) => productOfPurchase(id, call).product),
    ...[...texts, ...(product ? [product] : [])].flatMap((text) => productsMatching(text, call)),
  ]);
  return all.filter((each) => chosen.has(each));
}

/** Makes the file now, of what the store holds now, and keeps it for whoever has the link. */
async function make<R>(wanted: Wanted, rows: readonly R[], columns: readonly Column<R>[], call: Call): Promise<Card> {
  const { house, language, now } = call;
  const { t } = language;
  if (rows.length === 0) throw new Refused(t('export.nothing'));
  const part = house.store.get('parts', wanted.what === 'licences' ? 'holders' : 'subscriptions');
  const about = { what: wanted.what, madeAt: now.toISOString(), dataOf: part?.goodAt ?? null };
  const made =
    wanted.format === 'csv'
      ? writeCsv(rows, columns, dialects[language.code], mostBytes)
      : writeJson(rows, columns, about, mostBytes);
  const chunks = await made.catch((error: unknown) => {
    throw error instanceof TooLarge ? new Refused(t('export.tooLarge')) : error;
  });
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
  const fileName = nameOf(wanted, call);
  const type = wanted.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8';
  const token = house.exports.keep({ fileName, type, chunks, bytes });
  return done(wanted, { rows: rows.length, fileName, url: `${house.config.publicUrl}/exports/${token}` }, call);
}

/** `purser-achats-2026-11-17.csv`, in plain letters: it stands in a header. */
function nameOf({ what, format }: Wanted, { language, now }: Call): string {
  const [word = what] = language.words.valueWords.what[what];
  return `purser-${unaccent(word).replace(/[^a-z]+/g, '-')}-${language.format.isoDate(now)}.${format}`;
}

function done(wanted: Wanted, file: { rows: number; fileName: string; url: string }, call: Call): Card {
  const { language, now } = call;
  const { t, format, words } = language;
  const { what } = wanted;
  const isCsv = wanted.format === 'csv';
  const until = format.dateTime(new Date(now.getTime() + keptForMinutes * 60_000));
  const same = Object.fromEntries(Object.entries({ ...wanted }).filter(([, value]) => value !== undefined));
  return report({
    title: t('export.ready'),
    subtitle: dataAge(call, what === 'licences' ? 'holders' : 'subscriptions'),
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
      ...(what === 'licences' ? [t('export.whoseUnknown')] : []),
      ...(isCsv ? [t('export.apostrophe')] : []),
    ],
    buttons: [
      press(t(isCsv ? 'export.asJson' : 'export.asCsv'), 'export', { ...same, format: isCsv ? 'json' : 'csv' }),
      press(t('button.back'), what),
    ],
    links: [{ title: t('export.download'), url: file.url }],
    summary: t('export.summary', { what: t(`export.holds.${what}`), rows: format.number(file.rows) }),
    fallback: t('fallback', { command: `${words.commands.export.names[0]} ${words.valueWords.what[what][0]}` }),
  });
}

/** Rows → a file. In batches, so that 100,000 of them don't keep others waiting. */
import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';

type Value = string | number | boolean | null;

/** `key` names it in JSON, `title` heads it in CSV. */
export interface Column<Row> {
  key: string;
  title: string;
  /** As it is kept: an instant, a word of the code; null where it is not known. */
  value(row: Row): Value;
  /** As a person reads it in a spreadsheet, where that is another thing. */
  words?(row: Row): string | number;
}

export interface Dialect {
  separator: string;
  decimalMark: string;
}

/** French spreadsheets read the comma as a decimal mark, so it can't separate cells there. */
export const dialects = {
  en: { separator: ',', decimalMark: '.' },
  fr: { separator: ';', decimalMark: ',' },
} as const satisfies Record<string, Dialect>;

const rowsPerBatch = 500;

/** The file would be larger than allowed. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/**
 * RFC 4180, in UTF-8 with the mark that spreadsheets need to see it is. What a spreadsheet would take for a formula is
 * preceded by an apostrophe.
 *
 * @throws TooLarge
 */
export function writeCsv<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { separator, decimalMark }: Dialect,
  mostBytes: number,
): Promise<Buffer[]> {
  const text = (cells: (string | number)[][]): string =>
    stringify(cells, {
      delimiter: separator,
      record_delimiter: 'windows',
      escape_formulas: true,
      quoted_match: /[\r\n]/,
      cast: { number: (value) => String(value).replace('.', decimalMark) },
    });
  const cellOf = ({ value, words }: Column<Row>, row: Row): string | number => words?.(row) ?? plain(value(row));
  return write(
    rows,
    (batch) => text(batch.map((row) => columns.map((column) => cellOf(column, row)))),
    [`\ufeff${text([columns.map(({ title }) => title)])}`, ''],
    mostBytes,
  );
}

function plain(value: Value): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}

/** @throws TooLarge */
export function writeJson<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  about: Readonly<Record<string, Value>>,
  mostBytes: number,
): Promise<Buffer[]> {
  const head = JSON.stringify(about).slice(0, -1);
  let first = true;
  const lines = (batch: readonly Row[]): string =>
    batch
      .map((row) => {
        const line = JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
        const separator = first ? '' : ',\n';
        first = false;
        return separator + line;
      })
      .join('');
  return write(rows, lines, [`${head},"rows":[\n`, '\n]}\n'], mostBytes);
}

async function write<Row>(
  rows: readonly Row[],
  textOf: (batch: readonly Row[]) => string,
  [head, tail]: [string, string],
  mostBytes: number,
): Promise<Buffer[]> {
  const chunks = [Buffer.from(head)];
  let bytes = chunks[0]?.length ?? 0;
  for (let at = 0; at < rows.length; at += rowsPerBatch) {
    const chunk = Buffer.from(textOf(rows.slice(at, at + rowsPerBatch)));
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TooLarge();
    chunks.push(chunk);
    await setImmediate();
  }
  return tail ? [...chunks, Buffer.from(tail)] : chunks;
}

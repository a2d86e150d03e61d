/** Writes rows into a file, in batches, so that 100,000 of them don't keep others waiting. */
import { setImmediate } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';
import { unisolated } from '../../cards/isolate.ts';

type Value = string | number | boolean | null;

/** `key` names it in JSON, `title` heads it in CSV. */
export interface Column<Row> {
  key: string;
  title: string;
  /** The value as it is kept: an instant, a word of the code; null if it is not known. */
  value(row: Row): Value;
  /** What a person reads in a spreadsheet, if that differs. */
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

/** How large a file may be. */
interface Limit {
  mostBytes: number;
}

/** What cells are parted by somewhere: which of them it is, the program that opens the file decides, not the file. */
const separators = [',', ';', '\t', '|'];

/**
 * Where a spreadsheet would begin to read a formula: at the beginning of a cell, of a line, and behind whatever it may take for
 * the end of a cell; blanks and quotes there change nothing. The separator of the file itself is no danger, since a cell that
 * holds it is quoted. Full-width and other signs count, as some programs take them for the plain ones.
 */
function formulaStarts(separator: string): RegExp {
  const others = separators.filter((each) => each !== separator).join('');
  return new RegExp(
    `(^|[${others}\\n]|\\r(?!\\n))(?=(?:(?![\\r\\n\\t])[\\s"])*[=+\\-@＝＋－＠﹦﹢﹣﹫\u2212\\t\\r])`,
    'gu',
  );
}

/**
 * RFC 4180, in UTF-8 with the byte order mark by which spreadsheets recognise it. What a spreadsheet would take for a formula
 * has an apostrophe before it, whatever separator it reads with; a number stays a number.
 *
 * @throws TooLarge
 */
export function writeCsv<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { separator, decimalMark, mostBytes }: Dialect & Limit,
): Promise<Buffer[]> {
  const starts = formulaStarts(separator);
  const harmless = (text: string): string => unisolated(text).replace(starts, "$1'");
  const text = (cells: (string | number)[][]): string =>
    stringify(cells, {
      delimiter: separator,
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
      cast: { number: (value) => String(value).replace('.', decimalMark), string: harmless },
    });
  const cellOf = ({ value, words }: Column<Row>, row: Row): string | number => words?.(row) ?? plain(value(row));
  return write(rows, {
    head: `\ufeff${text([columns.map(({ title }) => title)])}`,
    textOf: (batch) => text(batch.map((row) => columns.map((column) => cellOf(column, row)))),
    tail: '',
    mostBytes,
  });
}

function plain(value: Value): string | number {
  return typeof value === 'number' ? value : String(value ?? '');
}

/**
 * @param about the fields before the rows
 * @throws TooLarge
 */
export function writeJson<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { about, mostBytes }: { about: Readonly<Record<string, Value>> } & Limit,
): Promise<Buffer[]> {
  const head = JSON.stringify(about).slice(0, -1);
  let first = true;
  const textOf = (batch: readonly Row[]): string =>
    batch
      .map((row) => {
        const line = JSON.stringify(Object.fromEntries(columns.map(({ key, value }) => [key, value(row)])));
        const separator = first ? '' : ',\n';
        first = false;
        return separator + line;
      })
      .join('');
  return write(rows, { head: `${head},"rows":[\n`, textOf, tail: '\n]}\n', mostBytes });
}

interface Format<Row> extends Limit {
  head: string;
  textOf: (batch: readonly Row[]) => string;
  tail: string;
}

async function write<Row>(rows: readonly Row[], { head, textOf, tail, mostBytes }: Format<Row>): Promise<Buffer[]> {
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

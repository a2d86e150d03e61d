/** Rows as a file that a spreadsheet reads. */
import assert from 'node:assert/strict';
import { type Dialect, dialects, TooLarge, writeCsv, writeJson } from '../../bot/exports/sheet.ts';

describe('a sheet', () => {
  const column = { key: 'cell', title: 'Cell', value: (row: string | number | null) => row };
  const csv = async (row: string | number | null, dialect: Dialect = dialects.en): Promise<string> =>
    Buffer.concat(await writeCsv([row], [column, column], { ...dialect, mostBytes: 1000 })).toString();

  it('quotes what would break a line or a cell', async () => {
    assert.match(await csv('a\nb'), /\r\n"a\nb","a\nb"\r\n$/);
    assert.match(await csv('a\rb'), /\r\n"a\rb","a\rb"\r\n$/);
    assert.match(await csv('a,"b"'), /\r\n"a,""b""","a,""b"""\r\n$/);
    assert.match(await csv('a;b', dialects.fr), /\r\n"a;b";"a;b"\r\n$/);
    assert.match(await csv(null), /\r\n,\r\n$/);
  });

  it('writes decimals as the reader’s spreadsheet reads them, and leaves a negative number a number', async () => {
    assert.match(await csv(12.4), /\r\n12\.4,12\.4\r\n$/);
    assert.match(await csv(-12.4, dialects.fr), /\r\n-12,4;-12,4\r\n$/);
  });

  it('stops before it grows too large', async () => {
    const rows = Array.from({ length: 2000 }, () => 'x'.repeat(10));
    await assert.rejects(writeCsv(rows, [column], { ...dialects.en, mostBytes: 10_000 }), TooLarge);
    await assert.rejects(writeJson(rows, [column], { about: {}, mostBytes: 10_000 }), TooLarge);
  });
});

/** Rows as a file that a spreadsheet reads. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
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

  it('holds no formula, whatever separates the cells where it is opened', async () => {
    const command = "cmd|'/c calc'!A1";
    for (const dialect of Object.values(dialects)) {
      for (const separator of [',', ';', '\t', '|']) {
        for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u2212']) {
          for (const before of [
            '',
            'x;',
            'x,',
            'x|',
            'x\t',
            'x\n',
            'x\r\n',
            'x\r',
            ' ',
            '\u3000',
            'x; ',
            'x;"',
            'x\n\n',
          ]) {
            const file = (await csv(`${before}${sign}${command}`, dialect)).replace(/^\ufeff/, '');
            const cells: string[][] = parse(file, {
              delimiter: separator,
              relax_quotes: true,
              relax_column_count: true,
            });
            // Some programs read quotes only where a cell begins with them: in a file that was written for another separator
            // that is anywhere.
            const lines = separator === dialect.separator ? [] : file.split(/\r\n|[\r\n]/);
            const naive = lines.flatMap((line) => line.split(separator));
            for (const cell of [...cells.flat(), ...naive])
              assert.doesNotMatch(
                cell,
                /^[\s"]*[=+\-@＝＋－＠\u2212]/,
                `${JSON.stringify(before + sign)} under ${separator}`,
              );
          }
        }
      }
    }
  });

  it('gives honest text back as it was', async () => {
    const honest = [
      'Dupont, Jean',
      'a;b|c\td',
      'say "hi"',
      'Zoë – R&D',
      'x = 1',
      'jean-pierre@contoso.com',
      'one\ntwo',
      'C++',
    ];
    for (const dialect of Object.values(dialects)) {
      for (const text of honest) {
        const [, row] = parse(await csv(text, dialect), { bom: true, delimiter: dialect.separator }) as string[][];
        assert.deepEqual(row, [text, text]);
      }
    }
  });

  it('stops before it grows too large', async () => {
    const rows = Array.from({ length: 2000 }, () => 'x'.repeat(10));
    await assert.rejects(writeCsv(rows, [column], { ...dialects.en, mostBytes: 10_000 }), TooLarge);
    await assert.rejects(writeJson(rows, [column], { about: {}, mostBytes: 10_000 }), TooLarge);
  });
});

/** Other people's words where no TextRun can stand. */
import assert from 'node:assert/strict';
import { inert } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { lint } from './lint.ts';

const nasty = [
  ['[Click](https://evil.example)', '［Click］(https:／／evil.example)'],
  ['**bold** and _slanted_ `code`', '＊＊bold＊＊ and ＿slanted＿ ｀code｀'],
  ['1. first', '1． first'],
  ['- a list', '－ a list'],
  ['<b>bold</b>', '＜b＞bold＜/b＞'],
  ['${2+2}', '＄｛2+2｝'],
  ['two\nlines', 'two lines'],
  ['www.evil.example', 'www．evil.example'],
] as const;

describe('a choice of a tick list', () => {
  for (const [name, shown] of nasty) {
    it(`shows ${JSON.stringify(name)}, and Markdown finds nothing in it`, () => {
      assert.equal(inert(name), shown);
      const card = report({
        title: 'Which?',
        ticks: { id: 'products', label: 'Products', options: [{ title: name, value: 'offer:x', ticked: true }] },
        buttons: [{ title: 'Next', verb: 'block', data: {}, inputs: true }],
        summary: 'Which?',
        fallback: 'Which?',
      });
      assert.deepEqual(lint(card, { untrusted: [name] }), []);
      assert.match(JSON.stringify(card.content), /"value":"offer:x","isMultiSelect":true/);
    });
  }

  it('leaves a usual name as it is', () => {
    for (const name of ['Power BI Premium (standalone)', 'Visio Plan 2', 'Équipe – 100 %', '365 Copilot'])
      assert.equal(inert(name), name);
  });
});

/** What Teams draws beyond Adaptive Cards 1.5 says the same where it is not known. */
import assert from 'node:assert/strict';
import { createFormat } from '../../bot/language/format.ts';
import { list } from '../../cards/list.ts';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';
import { type CardNode, visibleText } from '../stand-ins/teams/teams.ts';
import { lint } from './lint.ts';

const around = { summary: 's', fallback: 'f' };

const state = report({
  ...around,
  icon: 'Cart',
  title: 'A purchase',
  badges: [
    { text: 'trial', tone: 'warning', icon: 'Clock' },
    { text: 'in hand: [Jo](https://evil.example)', tone: 'informative' },
  ],
  progress: { done: 3, of: 12, text: '3 of 12 have theirs' },
  sections: [{ lines: [{ title: 'Visio', badges: [{ text: 'left', tone: 'attention' }] }] }],
  more: { title: 'More', sections: [{ facts: [{ label: 'Part', text: 'VISIO_PLAN2' }] }], notes: ['P-3'] },
  buttons: [
    { title: 'Take over', verb: 'takeover', data: { purchase: 'P-3' }, style: 'positive' },
    { title: 'Cancel it', verb: 'takeover', data: { purchase: 'P-3' }, style: 'destructive' },
  ],
});

const many = list({
  ...around,
  title: 'Purchases',
  subtitle: 'two',
  bar: {
    title: 'By product',
    parts: [
      { label: 'Visio *Plan* 2', value: 1, shown: '1' },
      { label: 'Project', value: 1, shown: '1' },
    ],
  },
  empty: 'none',
  rows: [
    { group: 'This week', title: 'Visio *Plan* 2', beside: '× 2', subtitle: 'Jo', open: open('P-1') },
    {
      group: 'This week',
      title: 'Project',
      subtitle: 'Ann',
      badges: [{ text: 'asked', tone: 'neutral' }],
      open: open('P-2'),
    },
    { group: 'Later', title: 'Project', subtitle: 'Bob', open: open('P-3') },
  ],
});

function open(purchase: string) {
  return { title: `Open ${purchase}`, verb: 'purchase', data: { purchase } };
}

describe('the kit of cards', () => {
  it('keeps the rules of the house, and other people’s words in badges and bars mean nothing there', () => {
    const untrusted = ['[Jo](https://evil.example)', 'Visio *Plan* 2', 'Project'];
    assert.deepEqual([...lint(state, { untrusted }), ...lint(many, { untrusted })], []);
  });

  it('says on an older client, and as text, whatever Teams shows in colour', () => {
    for (const words of [visibleText(state.content as CardNode), plainText(state, createFormat('en', 'UTC').colon)]) {
      assert.match(words, /^A purchase\ntrial · in hand: \[Jo\]\(https:\/\/evil\.example\)\n3 of 12 have theirs$/m);
      assert.match(words, /^Visio\nleft$/m);
    }
  });

  it('shows what few need only when asked, and counts the button as one of six', () => {
    const shown = visibleText(state.content as CardNode);
    assert.match(shown, /\[Take over\]\n\[Cancel it\]\n\[More\]$/);
    assert.doesNotMatch(shown, /VISIO_PLAN2|P-3/);
    assert.match(plainText(state, ':'), /VISIO_PLAN2\n+P-3/);
    const buttons = Array.from({ length: 6 }, () => ({ title: 'x', verb: 'status', data: {} }));
    assert.throws(() => report({ ...around, buttons, more: { title: 'More', notes: ['n'] } }), /7 actions/);
  });

  it('leaves out More where there is nothing more', () => {
    const card = report({ ...around, title: 't', more: { title: 'More', sections: [{ facts: [] }] } });
    assert.doesNotMatch(visibleText(card.content as CardNode), /More/);
  });

  it('says what rows have in common once, above the first of them', () => {
    assert.equal(
      visibleText(many.content as CardNode),
      [
        'Purchases',
        'two',
        '1 Visio *Plan* 2 · 1 Project',
        'This week',
        'Visio *Plan* 2 × 2\u00a0›',
        'Jo',
        'Project\u00a0›',
        'Ann · asked',
        'Later',
        'Project\u00a0›',
        'Bob',
      ].join('\n'),
    );
  });
});

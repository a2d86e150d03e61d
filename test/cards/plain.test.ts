/** A card as mail reads like a letter; whether every card does is asked by the test of its room. */
import assert from 'node:assert/strict';
import { createFormat } from '../../bot/language/format.ts';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';

describe('a card as plain text', () => {
  it('reads like a letter: facts after their labels, what stands apart apart, links as addresses', () => {
    const card = report({
      title: 'Please cancel',
      paragraphs: ['Somebody asks.'],
      sections: [
        { facts: [{ label: 'Why', text: 'two: one **too** many' }] },
        { heading: 'What to do', lines: [{ title: 'Open it', press: { title: 'Open', verb: 'purchase', data: {} } }] },
      ],
      answer: { id: 'reason', label: 'Your answer', placeholder: 'e.g. because' },
      notes: ['N-7'],
      buttons: [{ title: 'Read', verb: 'seen', data: {} }],
      links: [{ title: 'How to cancel', url: 'https://learn.microsoft.com/cancel' }],
      summary: 's',
      fallback: 'f',
    });
    assert.deepEqual(plainText(card, createFormat('en', 'UTC').colon).split('\n'), [
      'Please cancel',
      'Somebody asks.',
      '',
      'Why: two: one **too** many',
      '',
      'What to do',
      'Open it',
      '',
      'N-7',
      '',
      'How to cancel: https://learn.microsoft.com/cancel',
    ]);
  });

  it('ends a label as its language does: in French a space that must not break stands before the colon', () => {
    const card = report({
      sections: [{ facts: [{ label: 'Produit', text: 'Visio Plan 2' }] }],
      links: [
        { title: 'Comment résilier', url: 'https://learn.microsoft.com/cancel' },
        { title: 'Ce message est-il authentique\u202f?', url: 'https://contoso.com/real' },
      ],
      summary: 's',
      fallback: 'f',
    });
    assert.deepEqual(plainText(card, createFormat('fr', 'UTC').colon).split('\n'), [
      'Produit\u00a0: Visio Plan 2',
      '',
      'Comment résilier\u00a0: https://learn.microsoft.com/cancel',
      'Ce message est-il authentique\u202f? https://contoso.com/real',
    ]);
  });
});

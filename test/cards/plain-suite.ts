/**
 * Beside `cards.test.ts`, in its process: the states of all cards take long to bring about, and are brought about once.
 *
 * Cards as mail: what they say, in order, and where their links lead; nothing of what can only be pressed.
 */
import assert from 'node:assert/strict';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';
import { states } from './states.ts';
import { isNode, placesOf } from './walk.ts';

describe('a card as plain text', function () {
  this.timeout(180_000);

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
      buttons: [{ title: 'Got it', verb: 'seen', data: {} }],
      links: [{ title: 'How to cancel', url: 'https://learn.microsoft.com/cancel' }],
      summary: 's',
      fallback: 'f',
    });
    assert.deepEqual(plainText(card).split('\n'), [
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

  it('of every state leaves nothing out that is written on the card, and says nothing of inputs and buttons', async () => {
    for (const { name, language, card } of await states()) {
      const plain = plainText(card);
      for (const { node, type } of placesOf(card.content)) {
        const text = String(node['text'] ?? '').trim();
        if ((type === 'TextBlock' || type === 'TextRun') && text !== '›')
          assert.ok(plain.includes(text), `${name}, ${language}: ${text}`);
        if (type === 'Action.OpenUrl') assert.ok(plain.includes(String(node['url'])), `${name}, ${language}`);
        if (type.startsWith('Input.') && isNode(node))
          assert.ok(
            !plain.split('\n').includes(String(node['label'])),
            `${name}, ${language}: ${String(node['label'])}`,
          );
      }
      assert.doesNotMatch(plain, /undefined|\[object|›$|\n\n\n/m, `${name}, ${language}`);
    }
  });
});

/** Every rule catches the card that breaks it: a linter that never complains would pass everything. */
import assert from 'node:assert/strict';
import type { Card } from '../../cards/card.ts';
import { goodCard, type Spoilt, untrusted } from './good-card.ts';
import { lint } from './lint.ts';
import { cases, footAt } from './lint-cases.ts';

describe('the linter of cards', () => {
  it('has nothing to say of a good card', () => {
    assert.deepEqual(lint(goodCard(), { untrusted }), []);
  });

  for (const { name, spoil, says } of cases) {
    it(`catches ${name}`, () => {
      const card = goodCard();
      spoil(card.content, card);
      assert.match(lint(card, { untrusted }).join('\n'), says);
    });
  }

  it('lets a page of the operator’s through, and nobody else’s', () => {
    const card: Card & { content: Spoilt } = goodCard();
    card.content.body[footAt].actions[2].url = 'https://intranet.contoso.example/it';
    assert.equal(lint(card, { untrusted }).length, 1);
    assert.deepEqual(lint(card, { untrusted, hosts: ['intranet.contoso.example'] }), []);
  });

  it('finds a name that was shortened', () => {
    const card: Card & { content: Spoilt } = goodCard();
    card.content.body[1].inlines[0].text = 'Mallory ${1…';
    assert.deepEqual(lint(card, { untrusted }), []);
    card.content.body[1].inlines[0].text = 'Somebody ${1…';
    assert.equal(lint(card, { untrusted }).length, 1);
  });
});

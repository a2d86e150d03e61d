/** What is only asked about, and what is denied: neither is done, in whatever words. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

type Says = readonly [who: 'alex' | 'megan' | 'adele', words: string];

describe('what is only asked, or denied', () => {
  let world: World;
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    world = await openWorld({ company: its, limited: false });
    await requested(world, purchaseOf(world, subscription));
  });
  after(() => world.close());

  const decided = (): number[] =>
    (['takeovers', 'changes', 'orders', 'holds', 'audit'] as const).map((table) => world.purser.store.revision(table));
  const speaker = (who: Says[0]): Person => world.people[who];
  /** @returns the command that answered, and what was answered to it */
  const said = async ([who, words]: Says): Promise<{ command: unknown; answer: string }> => {
    world.logged.length = 0;
    world.clock.advance(10_000);
    const answer = await speaker(who).ask(words, {
      locale: /[éàê’]|\bje\b|\bpas\b|suspendre/.test(words) ? 'fr-FR' : 'en-GB',
    });
    return { command: world.logged.find(({ event }) => event === 'turn')?.['command'], answer };
  };

  it('does nothing for a question, and gives the button that would', async () => {
    const before = decided();
    for (const says of [
      ['megan', 'can I approve TK-1?'],
      ['megan', 'approve TK-1?'],
      ['megan', 'could we reject TK-1 because nobody asked us'],
      ['megan', 'est-ce que je peux approuver TK-1 ?'],
      ['megan', 'reassign TK-1 to miriam?'],
      ['alex', 'can I withdraw TK-1?'],
      ['alex', 'may I pause everything?'],
      ['alex', 'tout suspendre ?'],
      ['alex', 'classify P-3 central?'],
      ['alex', 'baseline record?'],
    ] satisfies Says[]) {
      const { answer } = await said(says);
      assert.match(answer, /That was a question, so I did nothing|C’était une question\s: je n’ai rien fait/, says[1]);
      assert.match(answer, /\[[^\]]+\]/, says[1]);
    }
    assert.deepEqual(decided(), before);
    assert.match((await said(['megan', 'reject TK-1?'])).answer, /Waiting for a decision/, 'what waits can be shown');
  });

  it('does nothing that is denied, opens nothing that would, and offers no way to it', async () => {
    const before = decided();
    for (const says of [
      ['megan', 'reject TK-1 not'],
      ['megan', 'reject not TK-1 because we like it'],
      ['megan', 'refuser pas TK-1'],
      ['megan', 'don’t approve TK-1'],
      ['alex', 'contacter pas P-3'],
      ['alex', 'n’annulez pas P-3'],
      ['alex', 'don’t block visio'],
      ['alex', 'ne bloquez pas visio'],
      ['alex', 'n’autorisez pas visio'],
      ['alex', 'megan no longer needs a visio licence'],
      ['alex', 'contacte pas adele pour visio'],
    ] satisfies Says[]) {
      const { command, answer } = await said(says);
      assert.equal(command, 'none', says[1]);
      assert.doesNotMatch(answer, /\[[^\]]*(pas|not|block|autoriser|changement|contacter)[^\]]*\]/, says[1]);
    }
    for (const words of ['I don’t object', 'je m’oppose pas', 'je ne m’oppose pas', 'je n’en ai plus besoin'])
      assert.equal((await said(['adele', words])).command, 'waiting', words);
    assert.deepEqual(decided(), before);
  });

  it('shows what is named in a sentence, and offers no word that every sentence has', async () => {
    assert.equal((await said(['alex', 'what happens if I cancel P-3?'])).command, 'purchase');
    assert.equal((await said(['megan', 'should I approve TK-1?'])).command, 'approval');
    assert.match((await said(['alex', 'what if I don’t cancel P-3?'])).answer, /\[P-3\]/);
    assert.doesNotMatch(
      (await said(['alex', 'why did you do that to all of us'])).answer,
      /\[(purchases|rules|licences)/,
    );
  });

  it('does it once that button is pressed', async () => {
    await said(['alex', 'may I pause everything?']);
    await world.people.alex.press('pause everything');
    assert.match(world.people.alex.card(), /On hold since/);
  });

  it('does what is asked for politely, and takes a question in a reason for a reason', async () => {
    const { command } = await said(['megan', 'could you reject TK-1 because who needs it?']);
    assert.equal(command, 'reject');
    assert.equal(world.purser.store.get('takeovers', 'TK-1')?.state, 'rejected');
  });
});

/** Who says the same thing over and over is heard, and keeps nobody else from being heard. */
import assert from 'node:assert/strict';
import type { Takeover } from '../../store/records.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('somebody who objects to a takeover over and over', () => {
  let world: World;
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its, { free: 30 });
    world = await openWorld({ company: its });
    await says(world.people.alex, 'notify on approvals');
    await says(world.people.isaiah, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
    await says(world.people.megan, 'approve TK-1');
    await settles();
  });
  after(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const taken = (): Takeover => world.purser.store.get('takeovers', 'TK-1') ?? assert.fail('no takeover');
  const objections = [...Array(25).keys()].map((nth) => `words number ${nth}`);

  it('is one new card to its requester, which says what they said last; the journal has every word', async () => {
    const { alex, adele } = world.people;
    const before = alex.inbox().length;
    for (const words of objections) {
      await says(adele, `object TK-1 ${words}`);
      await world.purser.outbox.drain();
    }
    await settles();
    assert.equal(alex.inbox().length, before + 1);
    assert.match(sees(alex), /1 person objects[\s\S]*words number 24/);
    assert.doesNotMatch(sees(alex).split('History')[0] ?? '', /words number 23/);
    assert.match(sees(adele), /I still need it · words number 24/);
    assert.match(await says(adele, 'object TK-1 words number 24'), /already objected to TK-1/);
    const journal = [...world.purser.store.all('audit')].map(({ why }) => why);
    assert.deepEqual(
      objections.filter((words) => !journal.includes(words)),
      [],
    );
  });

  it('once overruled by “go on” is passed on and holds nothing, which the objector and the approvers read', async () => {
    const { alex, adele, megan, isaiah } = world.people;
    await says(alex, 'go on TK-1 because the files are in SharePoint');
    const cards = alex.inbox().length;
    for (const words of ['not mine', 'nor Henri’s']) await says(adele, `object TK-1 ${words}`);
    await settles();
    assert.match(sees(adele), /I still need it · nor Henri’s[\s\S]*already decided to go ahead/);
    assert.equal(taken().objections.filter(({ answer }) => answer === null).length, 0);
    const told = alex.inbox().map((post) => alex.card(post).replace(/[\u00a0\u202f]/g, ' '));
    assert.equal(told.length, cards + 0, 'an edit, and no post');
    assert.ok(told.some((card) => /going ahead anyway[\s\S]*Since then: nor Henri’s/.test(card)));
    assert.match(await says(megan, 'approval TK-1'), /Since then: nor Henri’s[\s\S]*objected again since/);
    const [read] = [await says(isaiah, 'approval TK-1')];
    assert.match(read, /objected again since/);
    await passes(5 * day);
    assert.notEqual(taken().state, 'approved', 'it has begun');
  });

  it('reports of the purchaser on its end are a few posts to the requester, and the card counts the earlier ones', async () => {
    const { alex, adele } = world.people;
    await passes();
    assert.equal(taken().state, 'waiting');
    const before = alex.inbox().length;
    const grown: number[] = [];
    for (let nth = 0; nth < 60; nth++) {
      world.clock.advance(minute);
      const size = JSON.stringify(taken()).length;
      await says(adele, `check TK-1 refused because CFQ7-${nth}`);
      grown.push(JSON.stringify(taken()).length - size);
      await world.purser.outbox.drain();
    }
    await settles();
    assert.ok(alex.inbox().length - before <= 5, `${alex.inbox().length - before} posts`);
    assert.match(sees(alex), /CFQ7-59[\s\S]*and 57 earlier reports/);
    assert.ok(Math.max(...grown.slice(-10)) < 20, `the record has stopped growing: ${grown.slice(-10)}`);
  });
});

/** A chat that does not want to hear of a product, or of one purchase, for a while. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people as ids, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a product that is muted', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());
  const { says, passes } = actsIn(() => world);
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const inbox = (person: Person): string[] => person.inbox().map((post) => plain(person.card(post)));
  const about = (person: Person, what: RegExp): string[] => inbox(person).filter((card) => what.test(card));
  const adeles = (): Subscription =>
    world.tenant.company.subscriptions.find(
      ({ ownerId, totalLicenses }) => ownerId === ids.adele && totalLicenses === 10,
    ) ?? assert.fail();
  let nth = 0;
  const buys = (): void => {
    const id = `11111111-2222-4333-8444-5555555555${String(++nth).padStart(2, '0')}`;
    world.tenant.company.subscriptions.push({ ...adeles(), id, commerceSubscriptionId: null });
  };

  it('is told of in that chat again only after its day; others hear of it, and of all else that chat hears', async () => {
    const { alex, isaiah } = world.people;
    for (const person of [alex, isaiah])
      for (const topic of ['alerts', 'renewals', 'digest']) await says(person, `notify on ${topic}`);
    await says(alex, 'notify on digest daily');
    assert.match(
      await says(alex, 'mute project plan 3 until 30/11/2026'),
      /^Muted in this chat\nProject Plan 3: I tell nothing of it here until 30 Nov 2026/,
    );
    buys();
    await passes();
    assert.deepEqual(about(alex, /new self-service purchase/i), []);
    assert.equal(about(isaiah, /new self-service purchase/i).length, 1);
    for (let n = 0; n < 4; n++) await passes(day);
    assert.deepEqual(about(alex, /^(Digest|.* needs? a look)[\s\S]*Project Plan 3 ›/), []);
    assert.ok(about(alex, /^Digest of[\s\S]*Teams Premium/).length > 0, 'all else is told');
    assert.ok(about(isaiah, /needs? a look[\s\S]*Project Plan 3/).length > 0);
    for (let n = 0; n < 10; n++) await passes(day);
    buys();
    await passes();
    assert.equal(about(alex, /new self-service purchase/i).length, 1, 'its day is over');
    assert.match(await says(alex, 'mute'), /Nothing is muted here/);
  });

  it('is heard of again by a press or in words, and both are in the journal', async () => {
    const { alex } = world.people;
    assert.match(
      await says(alex, 'sourdine project plan 3 jusqu’au 30/11/2026', 'fr-FR'),
      /^En sourdine dans cette conversation\nProject Plan 3 : /,
    );
    assert.match(await says(alex, 'mute P-41'), /until 17 Dec 2026/, 'for thirty days, where no day is named');
    await alex.press('Hear of Project Plan 3 again');
    assert.doesNotMatch(alex.card(), /^Project Plan 3 ›/m);
    assert.match(await says(alex, 'unmute P-41'), /Nothing is muted here/);
    const entries = [...world.purser.store.all('audit')].filter(({ action }) => action === 'muted');
    assert.deepEqual(
      entries.map(({ product, after }) => [product, after !== null]),
      [
        ['Project Plan 3', true],
        ['Project Plan 3 (P-41)', true],
        ['Project Plan 3', false],
        ['Project Plan 3 (P-41)', false],
      ],
    );
    assert.match(await says(alex, 'audit'), /Notifications muted/);
  });

  it('is every one of that name; what nobody bought, or a day that is no good, is said to be so', async () => {
    const { alex, adele } = world.people;
    const both = await says(alex, 'mute project until 30/11/2026');
    assert.match(both, /Project Plan 1 and Project Plan 3: I tell nothing of it here until 30 Nov 2026/);
    assert.match(await says(alex, 'unmute project'), /Nothing is muted here/);
    assert.match(await says(alex, 'mute p'), /“p” is \d+ products: name one/);
    assert.match(await says(alex, 'mute zeppelin'), /Nobody bought “zeppelin”/);
    assert.match(await says(alex, 'mute project until 01/01/2020'), /1 Jan 2020 isn’t ahead/);
    assert.match(await says(alex, 'mute project until 01/01/2036'), /more than a year/);
    assert.match(await says(alex, 'mute project until whenever'), /didn’t understand the day “whenever”/);
    assert.match(await says(adele, 'mute'), /Nothing is muted here/);
    assert.match(await says(adele, 'mute project'), /^Only /);
    assert.match(await says(world.people.patti, 'mute project'), /Project Plan 3: I tell nothing/, 'in her own chat');
  });
});

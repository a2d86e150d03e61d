/** A colleague who is mentioned is that very person: not somebody of the same name, and nobody where Purser can't tell. */
import assert from 'node:assert/strict';
import type { Activity, Person, Team } from '../stand-ins/teams/teams.ts';
import { company, people as ids, purserApp } from '../stand-ins/tenant/index.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a colleague who is mentioned', () => {
  let world: World;
  let team: Team;
  let alex: Person;
  let last = 0;
  before(async () => {
    const clock = testClock();
    const made = company({ now: clock.now() });
    // Two of one name: one may approve, one may not.
    for (const id of [ids.megan, ids.lee]) Object.assign(made.users.get(id) ?? {}, { displayName: 'Meg Ok' });
    const bought = buyVisio(made, { holders: 2 });
    world = await openWorld({ clock, company: made });
    alex = world.people.alex;
    team = world.teams.team({ name: 'Procurement', members: [alex, world.people.megan, world.people.lee] });
    await team.install(alex);
    await requested(world, purchaseOf(world, bought));
  });
  after(() => world.close());
  beforeEach(async () => {
    world.clock.advance(60_000);
    const { store } = world.purser;
    const takeover = store.get('takeovers', 'TK-1') ?? assert.fail();
    await store.transact((tx) => tx.put('takeovers', { ...takeover, putTo: null }));
  });

  type Mentioned = { id: string; name?: string; aadObjectId?: string };
  const mention = (mentioned: Mentioned, text = `<at>${mentioned.name}</at>`) => ({ type: 'mention', mentioned, text });
  const at = ({ teamsId }: Person, name = 'Meg Ok'): Mentioned => ({ id: teamsId, name });
  const purser = () => mention({ id: `28:${purserApp.id}`, name: 'Purser' });
  /** As Alex typed it in the channel, mentions and all. @returns what he reads of it */
  async function typed(text: string, ...entities: unknown[]): Promise<string> {
    const { activity } = await alex.say('hello', { in: team.general, mention: true });
    world.clock.advance(10_000);
    const message: Activity = { ...activity, id: `mention-${++last}`, text, entities: [purser(), ...entities] };
    const { status } = await world.teams.post(message);
    assert.equal(status, 200);
    return alex.card();
  }
  const putTo = () => world.purser.store.get('takeovers', 'TK-1')?.putTo?.id;
  const { megan } = ids;

  it('is handed a takeover, known by no more than Teams’ own id for them', async () => {
    await typed('<at>Purser</at> reassign TK-1 <at>Meg Ok</at>', mention(at(world.people.megan)));
    assert.equal(putTo(), megan);
  });

  it('is not taken for somebody of the same name who could be: the other one may not approve', async () => {
    const card = await typed('<at>Purser</at> reassign TK-1 <at>Meg Ok</at>', mention(at(world.people.lee)));
    assert.match(card, /lee/i);
    assert.equal(putTo(), undefined);
  });

  it('is read in a French sentence, with the name parted into two mentions and hard spaces', async () => {
    const both = [
      mention({ ...at(world.people.megan), name: 'Meg' }),
      mention({ ...at(world.people.megan), name: 'Ok' }),
    ];
    await typed('<at>Purser</at>&nbsp;transmettre TK-1 <at>Meg</at>&nbsp;<at>Ok</at>', ...both);
    assert.equal(putTo(), megan);
  });

  it('is read by the Entra id that a mention bears', async () => {
    const told = { id: '29:somebody-else', name: 'Meg Ok', aadObjectId: megan.toUpperCase() };
    await typed('<at>Purser</at> reassign TK-1 <at>Meg Ok</at>', mention(told));
    assert.equal(putTo(), megan);
  });

  it('is whom a licence is given to, and whose purchases are listed', async () => {
    const assigned = await typed(
      '<at>Purser</at> assign "visio plan 2" <at>Meg Ok</at>',
      mention(at(world.people.lee)),
    );
    assert.match(assigned, /Meg Ok/);
    assert.doesNotMatch(assigned, /[Ww]hich/);
    const { adele } = world.people;
    team.join(adele);
    const list = await typed('<at>Purser</at> purchases by:<at>Adele Vance</at>', mention(at(adele, 'Adele Vance')));
    assert.match(list, /Filter: by “adele/i);
  });

  const unknown: [string, unknown, RegExp][] = [
    ['nobody the roster knows', mention({ id: '29:gone', name: 'Meg Ok' }), /couldn’t find out who “Meg Ok” is/],
    ['a tag', mention({ id: 'bWVnLW9r', name: 'Meg Ok' }), /“Meg Ok” isn’t one person/],
    ['a channel', mention({ id: '19:abc@thread.tacv2', name: 'Meg Ok' }), /“Meg Ok” isn’t one person/],
    ['told by the text alone', undefined, /“Meg Ok” isn’t one person/],
    [
      'somebody of another organisation',
      mention({ id: '29:x', name: 'Meg Ok', aadObjectId: '11111111-2222-4333-8444-555555555555' }),
      /couldn’t find out who “Meg Ok” is/,
    ],
  ];
  for (const [what, entity, asks] of unknown)
    it(`but is ${what}: Purser asks, though somebody is called so`, async () => {
      const before = putTo();
      assert.match(await typed('<at>Purser</at> reassign TK-1 <at>Meg Ok</at>', entity), asks);
      assert.equal(putTo(), before);
    });

  it('but has left gets nothing', async () => {
    const { joni } = world.people;
    const user = world.tenant.company.users.get(joni.id) ?? assert.fail();
    team.join(joni);
    world.tenant.company.users.delete(joni.id);
    await world.purser.sync.run();
    const card = await typed('<at>Purser</at> assign "visio plan 2" <at>Joni</at>', mention(at(joni, 'Joni')));
    world.tenant.company.users.set(joni.id, user);
    assert.match(card, /can’t find anyone|couldn’t find out|can’t look/);
  });

  it('before Purser itself does not take the place of Purser’s own mention', async () => {
    await typed('<at>Meg Ok</at> <at>Purser</at> whoami', mention(at(world.people.megan)));
    assert.doesNotMatch(alex.card(alex.inbox().at(-1)), /[\ue000-\uf8ff]/);
  });

  it('is a name and no more in a reason', async () => {
    await typed('<at>Purser</at> withdraw TK-1 because <at>Meg Ok</at> said no', mention(at(world.people.megan)));
    assert.match(JSON.stringify(world.purser.store.get('takeovers', 'TK-1')?.history.at(-1)), /Meg Ok said no/);
  });
});

/** Who objects, and in which words, is for people who decide, the requester and the writer: in whatever form one looks at it. */
import assert from 'node:assert/strict';
import { type Company, company, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('an objection', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says, sees, settles } = actsIn(() => world);
  const holder = () => {
    const id = [...its.users.values()].find(
      ({ id: each, licences }) =>
        each !== subscription.ownerId && licences.some(({ from }) => from === subscription.id),
    )?.id;
    return (
      world.teams.people.get(id ?? '') ??
      world.teams.person({ id: id ?? '', name: its.users.get(id ?? '')?.displayName ?? '', installed: true })
    );
  };
  let bought = '';
  let one = '';

  before(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its });
    const { alex, adele, megan } = world.people;
    await says(alex, 'notify on approvals');
    const purchase = purchaseOf(world, subscription);
    bought = purchase.id;
    await says(alex, `classify ${bought} self-service`);
    await says(alex, `ask ${bought} because it is dear`);
    await alex.press('Send').catch(() => undefined);
    await settles();
    await says(adele, `object ${bought} UNSPEAKABLE for asking`);
    await requested(world, purchase);
    await says(megan, 'approve TK-1');
    await settles();
    one = holder().name;
    await says(adele, 'object TK-1 UNSPEAKABLE of mine');
    await says(holder(), 'object TK-1 UNSPEAKABLE of theirs');
    await settles();
    await says(alex, 'reply TK-1');
    await alex.press('Reply', { inputs: { reason: 'about the UNSPEAKABLE' } });
    await settles();
  });
  after(() => world.close());

  const secrets = (): RegExp => new RegExp(`UNSPEAKABLE|by ${one}|I still need it|reply to their objection`);
  const viewers = () => [world.people.lee, world.people.patti];

  it('is read in the journal, on the purchase and on the takeover by an admin', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'audit TK-1'), /UNSPEAKABLE of theirs/);
    assert.match(await says(alex, 'audit UNSPEAKABLE'), /3 entries|4 entries/);
    assert.match(await says(alex, 'approval TK-1'), /UNSPEAKABLE of theirs/);
  });

  it('is only that someone objected for a viewer: in the journal, the ledger, the takeover, whatever is looked at', async () => {
    for (const viewer of viewers())
      for (const text of ['audit TK-1', 'audit', `audit ${bought}`, `purchase ${bought}`, 'approval TK-1', 'approvals'])
        assert.doesNotMatch(await says(viewer, text), secrets(), text);
    assert.match(await says(world.people.lee, 'audit TK-1'), /Someone objected[\s\S]*by someone/);
    assert.match(await says(world.people.lee, `purchase ${bought}`), /Someone objected/);
  });

  it('is found by nobody who may not read it, by its words, by its writer, or in French', async () => {
    for (const viewer of viewers()) {
      for (const text of ['audit UNSPEAKABLE', `audit action:objected by:"${one}"`, `audit objected ${one}`])
        assert.match(await says(viewer, text), /No entries match/, text);
      assert.match(await says(viewer, 'journal UNSPEAKABLE', 'fr-FR'), /Aucune entrée ne correspond/);
      assert.match(await says(viewer, 'export audit UNSPEAKABLE'), /nothing/i);
    }
  });

  for (const format of ['csv', 'json'])
    it(`is in no ${format} that a viewer takes away, which says so, and whole in an admin's`, async () => {
      const fileOf = async (who: World['people']['lee']): Promise<string> => {
        await says(who, `export audit ${format}`);
        const url =
          /https?:\/\/\S+\/exports\/\S+?(?=["\\])/.exec(JSON.stringify(who.chat.last))?.[0] ?? assert.fail(sees(who));
        return (await fetch(url)).text();
      };
      assert.match(await fileOf(world.people.alex), /UNSPEAKABLE of theirs/);
      const { lee } = world.people;
      const file = await fileOf(lee);
      assert.doesNotMatch(file, /UNSPEAKABLE/);
      assert.ok(!file.split('\n').some((line) => /objected/i.test(line) && line.includes(one)));
      assert.match(sees(lee), /Who objected, and in which words, is left out/);
    });

  it('is its writer’s own to read', async () => {
    assert.match(await says(world.people.adele, 'approval TK-1'), /UNSPEAKABLE of mine/);
    assert.doesNotMatch(sees(world.people.adele), /UNSPEAKABLE of theirs/);
  });
});

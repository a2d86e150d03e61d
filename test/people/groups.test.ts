/** The groups that the settings name: one that is of no use is named wherever somebody looks, and gives nobody a role. */
import assert from 'node:assert/strict';
import { type Company, company, groups, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

const nowhere = '7e9a0000-0000-4000-8000-00000000dead';
const tryAgain = /[Tt]ry again in a moment/;

describe('a group of the settings', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;
  const { says } = actsIn(() => world);

  const opened = async (environment: Record<string, string>): Promise<void> => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its);
    world = await openWorld({ company: its, environment });
    await says(world.people.isaiah, 'notify on approvals');
    await says(world.people.isaiah, `classify ${bought()} self-service`);
  };
  const bought = (): string => purchaseOf(world, subscription).id;
  const takeover = (language?: string): Promise<string> =>
    says(world.people.alex, `${language ? 'prendre le contrôle' : 'takeover'} ${bought()}`, language);
  const told = async (path: string): Promise<string> =>
    (await fetch(`http://127.0.0.1:${world.purser.port}${path}`)).text();
  const group = (id: string) => its.groups.find((each) => each.id === id) ?? assert.fail(id);
  const changed = async (id: string, members: string[], then: () => Promise<void>): Promise<void> => {
    const before = group(id).members;
    group(id).members = members;
    await then();
    group(id).members = before;
  };

  describe('that is nowhere in the tenant', () => {
    before(() => opened({ APPROVERS_GROUP: nowhere, VIEWERS_GROUP: nowhere.toUpperCase() }));
    after(() => world.close());

    it('is named by status, the welcome, /ready, a metric and the log, by its setting', async () => {
      const { alex } = world.people;
      const status = await says(alex, 'status');
      for (const setting of ['APPROVERS_GROUP', 'VIEWERS_GROUP'])
        assert.match(status, new RegExp(`There is no group in this organisation with the id in ${setting}`));
      assert.doesNotMatch(status, /Everything is connected/);
      assert.match(await says(alex, 'hello'), /Something is wrong with the group in APPROVERS_GROUP/);
      const ready = await told('/ready');
      for (const setting of ['APPROVERS_GROUP', 'VIEWERS_GROUP']) {
        assert.ok(ready.includes(`${setting}: no such group in this tenant`), ready);
        assert.match(await told('/metrics'), new RegExp(`purser_group\\{setting="${setting}"\\} 0`));
        assert.ok(world.logged.some(({ level, ...line }) => line['setting'] === setting && line['group'] === nowhere));
      }
    });

    it('is why a takeover is refused, which says who sets it right and not to try again, also in French', async () => {
      const english = await takeover();
      assert.match(english, /no group in this organisation with the id in APPROVERS_GROUP\. Ask whoever runs Purser/);
      assert.doesNotMatch(english, tryAgain);
      const french = await takeover('fr-FR');
      assert.match(french, /l’ID indiqué dans APPROVERS_GROUP\. Demandez à l’équipe qui gère Purser/);
      assert.doesNotMatch(french, /Réessayez/);
    });

    it('makes nobody an approver, not even the admins', async () => {
      assert.doesNotMatch(await says(world.people.alex, 'whoami again'), /approver/);
      assert.doesNotMatch(await says(world.people.megan, 'whoami again'), /approver/);
      assert.match(await says(world.people.alex, 'approve TK-1'), /Only approvers can do that/);
    });
  });

  it('that is a person’s id is told as that, by status and by the takeover', async () => {
    await opened({ APPROVERS_GROUP: people.megan });
    for (const text of [await says(world.people.alex, 'status'), await takeover()])
      assert.match(text, /The id in APPROVERS_GROUP is a person’s, not a group’s/);
    assert.match(await told('/ready'), /APPROVERS_GROUP: not the id of a group/);
    await world.close();
  });

  describe('that was in order, and written in capital letters,', () => {
    before(() =>
      opened({ APPROVERS_GROUP: groups.approvers.toUpperCase(), VIEWERS_GROUP: groups.viewers.toUpperCase() }),
    );
    after(() => world.close());

    it('gives its members their roles, and is nowhere complained of', async () => {
      assert.match(await says(world.people.megan, 'whoami again'), /you are an approver/i);
      assert.match(await says(world.people.patti, 'whoami again'), /you are a viewer/i);
      assert.doesNotMatch(await says(world.people.alex, 'status'), /_GROUP/);
      assert.doesNotMatch(await told('/ready'), /_GROUP/);
      assert.match(await told('/metrics'), /purser_group\{setting="APPROVERS_GROUP"\} 1/);
    });

    it('holds only guests and disabled people, nobody at all, or a group without anybody: told as that', async () => {
      const nobody = [[], [people.guestAlex, people.diego], [groups.designers]];
      await changed(groups.designers, [], async () => {
        for (const members of nobody)
          await changed(groups.approvers, members, async () => {
            for (const text of [await says(world.people.alex, 'status'), await takeover()])
              assert.match(text, /No one in the group of APPROVERS_GROUP counts/);
          });
      });
    });

    it('holds people through another group: they count', async () => {
      await changed(groups.approvers, [groups.designers], async () => {
        assert.doesNotMatch(await says(world.people.alex, 'status'), /_GROUP/);
        assert.doesNotMatch(await takeover(), /_GROUP/);
      });
    });

    it('can’t be read for want of a permission: told as that; an outage is told as one, and leaves what was known', async () => {
      const faults = world.tenant.faults;
      faults.push({ match: `/graph/v1.0/groups/${groups.approvers}/`, kind: 'status', code: 403, times: 99 });
      for (const text of [await says(world.people.alex, 'status'), await takeover()])
        assert.match(text, /I’m not allowed to read the group of APPROVERS_GROUP\. .*Directory\.Read\.All/);
      faults.length = 0;
      assert.doesNotMatch(await says(world.people.alex, 'status'), /_GROUP/);
      faults.push({ match: `/graph/v1.0/groups/${groups.approvers}/`, kind: 'status', code: 503, times: 99 });
      assert.doesNotMatch(await says(world.people.alex, 'status'), /_GROUP/);
      assert.match(await takeover(), tryAgain);
      faults.length = 0;
    });

    it('is deleted while a takeover waits: reassign says so, nobody approves, and once it is back all goes on', async () => {
      const { megan } = world.people;
      const { id } = await requested(world, purchaseOf(world, subscription));
      const before = its.groups;
      its.groups = before.filter((each) => each.id !== groups.approvers);
      await world.purser.sync.run();
      assert.match(await told('/ready'), /APPROVERS_GROUP: no such group in this tenant/);
      assert.match(await says(megan, `approve ${id}`), /Only approvers can do that/);
      assert.match(await says(world.people.alex, `approve ${id}`), /Only approvers can do that/);
      its.groups = before;
      await world.purser.sync.run();
      assert.doesNotMatch(await told('/ready'), /_GROUP/);
      const faults = world.tenant.faults;
      faults.push({ match: `/graph/v1.0/groups/${groups.approvers}/`, kind: 'status', code: 404, times: 99 });
      assert.match(
        await says(megan, `reassign ${id} Miriam`),
        /no group in this organisation with the id in APPROVERS_GROUP/,
      );
      faults.length = 0;
      assert.match(await says(megan, `reassign ${id} Miriam`), /Miriam Graham/);
    });
  });
});

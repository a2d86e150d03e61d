/** From the chat down the ladder: the app is given to whoever never had it, else there is mail, else nobody could be reached. */
import assert from 'node:assert/strict';
import type { Wanted } from '../../store/notices.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { fate, met, postsWith, settle, useWorld, withMail, write } from './fixture.ts';

/** Without the app, and Purser has not heard of it. */
function without(person: Person, isWithout = true): Person {
  person.chat.installed = !isWithout;
  return person;
}

describe('somebody without the app', () => {
  const its = useWorld(withMail);
  const tell = async (person: Person, wanted: Partial<Wanted> = {}) => {
    const id = await write(its.world, { person: person.id }, 'the news', wanted);
    await settle(its.world);
    return fate(its.world, id);
  };
  const mails = () => [...its.world.tenant.mailboxes].map(([to, each]) => `${to} ${each.length}`);
  const installs = () => its.world.tenant.requests.filter(({ path }) => path.endsWith('/installedApps')).length;

  it('is given it through Graph, and told', async () => {
    const adele = without(its.world.people.adele);
    assert.equal(await tell(adele), 'posted away installed posted');
    assert.deepEqual([adele.chat.installed, postsWith(its.world, 'the news').length, mails()], [true, 1, []]);
  });

  it('is given it also where Teams does not tell of that', async () => {
    const { world } = its;
    const adele = without(world.people.adele);
    world.tenant.installs = { has: () => false, add: () => void without(adele, false) };
    assert.equal(await tell(adele), 'posted away installed posted');
    assert.equal(world.purser.store.get('members', adele.id)?.away, null);
  });

  it('gets a mail where it has no effect, and is not given it twice for one notice', async () => {
    const { world } = its;
    world.tenant.installs = { has: () => false, add: () => undefined };
    assert.equal(await tell(without(world.people.adele)), 'mailed away installed away mailed');
    assert.equal(installs(), 1);
  });

  it('gets a mail where the organisation has not published the app', async () => {
    its.world.tenant.company.teamsApps.splice(0);
    assert.equal(await tell(without(its.world.people.adele)), 'mailed away not-installed mailed');
    assert.equal(mails().length, 1);
  });

  it('gets a mail where Purser may not', async () => {
    const { company } = its.world.tenant;
    for (const app of company.teamsApps) app.blockedFor.push(its.world.people.adele.id);
    assert.equal(await tell(without(its.world.people.adele)), 'mailed away not-installed mailed');
    const [mail] = [...its.world.tenant.mailboxes.values()].flat();
    assert.match(mail?.text ?? '', /the news[\s\S]*Purser/);
  });

  it('who took it out is mailed to, and never gets it back by force', async () => {
    const { adele } = its.world.people;
    await met(adele);
    await adele.uninstall();
    assert.equal(await tell(adele), 'mailed away mailed');
    assert.deepEqual([installs(), adele.chat.installed], [0, false]);
  });

  it('who took it out while Purser was not there, neither', async () => {
    const { adele } = its.world.people;
    await met(adele);
    without(adele);
    assert.equal(await tell(adele), 'mailed away mailed');
    assert.deepEqual([installs(), adele.chat.installed], [0, false]);
  });

  for (const how of ['MessageWritesBlocked', 'ConversationBlockedByUser'] as const)
    it(`who blocked Purser (${how}) is mailed to, and nothing is installed`, async () => {
      const { adele } = its.world.people;
      adele.block(how);
      assert.equal(await tell(adele), 'mailed away mailed');
      assert.equal(installs(), 0);
    });

  it('has no mail address, and never had the app: nobody could be reached', async () => {
    its.world.tenant.company.teamsApps.splice(0);
    assert.equal(await tell(without(its.world.people.bare)), 'unreached away not-installed mail-failed unreached');
  });

  it('gets a mail that was held up, once', async () => {
    its.world.people.adele.block();
    its.world.tenant.faults.push({ match: ({ path }) => path.endsWith('/sendMail'), kind: '429', retryAfter: 30 });
    assert.equal(await tell(its.world.people.adele), 'mailed away mailed');
    assert.match(mails().join(), /^adele.* 1$/);
  });

  it('gets a mail again where its sending was cut: the ledger says so', async () => {
    its.world.people.adele.block();
    its.world.tenant.faults.push({ match: ({ path }) => path.endsWith('/sendMail'), kind: 'reset-after' });
    assert.equal(await tell(its.world.people.adele), 'mailed away cut mailed-again');
    assert.match(mails().join(), /^adele.* 2$/);
  });

  it('whose account was switched off is not mailed to', async () => {
    its.world.tenant.company.teamsApps.splice(0);
    const { diego } = its.world.people;
    const saying = { card: 'asked', purchase: 'P-1', by: { id: 'a', name: 'A' }, why: null } as const;
    assert.equal(await tell(without(diego), { saying }), 'unreached away not-installed mail-failed unreached');
  });
});

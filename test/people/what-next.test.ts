/** What somebody reads to do next where Microsoft could not be asked: to try again only where it may pass by itself. */
import assert from 'node:assert/strict';
import type { Fault } from '../stand-ins/tenant/index.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('what to do where Microsoft can’t be asked', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
    world.teams.limits.on = false;
  });
  after(() => world.close());
  beforeEach(() => {
    world.tenant.faults.length = 0;
    world.clock.advance(10 * minute);
  });

  const passing: Record<string, Omit<Fault, 'match'>> = {
    'not reached': { kind: 'status', code: 503, times: 99 },
    'too busy': { kind: '429', times: 99 },
  } as never;
  const lasting: Record<string, Omit<Fault, 'match'>> = {
    'a permission that is missing': { kind: 'status', code: 403, times: 99 },
    'a request that Microsoft refuses': { kind: 'status', code: 400, times: 99 },
  } as never;
  const isRole = ({ path }: { path: string }): boolean => path.endsWith('/$batch');
  const again = /(Try|Check) again in a moment/;
  const mend = /Trying again won’t help: .*“status”/;
  const says: [who: 'alex' | 'megan', text: string][] = [
    ['alex', 'purchases'],
    ['alex', 'take P-1'],
    ['megan', 'approve TK-1'],
  ];

  for (const [what, fault] of Object.entries(passing))
    it(`is to try again: ${what}`, async () => {
      for (const [who, text] of says) {
        world.clock.advance(10 * minute);
        world.tenant.faults.splice(0, 99, { match: isRole, ...fault } as Fault);
        const card = await world.people[who].ask(text);
        assert.match(card, again, `${text}: ${card}`);
        assert.doesNotMatch(card, mend);
      }
    });

  for (const [what, fault] of Object.entries(lasting))
    it(`is to have it mended, and what: ${what}`, async () => {
      for (const [who, text] of says) {
        world.clock.advance(10 * minute);
        world.tenant.faults.splice(0, 99, { match: isRole, ...fault } as Fault);
        const card = await world.people[who].ask(text);
        assert.match(card, mend, `${text}: ${card}`);
        assert.doesNotMatch(card, again);
      }
    });

  it('is said of whoever is looked up, too', async () => {
    const { alex } = world.people;
    const isSearch = ({ path }: { path: string }): boolean => path === '/graph/v1.0/users';
    world.tenant.faults.push({ match: isSearch, kind: 'status', code: 403, times: 99 });
    const card = await alex.ask('assign visio plan 2 nobody-here');
    assert.match(
      card,
      /Microsoft can’t tell me who that is right now\. Trying again won’t help: I’m missing a Microsoft permission/,
    );
    world.tenant.faults.splice(0, 99, { match: isSearch, kind: 'status', code: 503, times: 99 });
    world.clock.advance(10 * minute);
    assert.match(await alex.ask('assign visio plan 2 nobody-there'), again);
  });

  it('is said in French', async () => {
    const { alex } = world.people;
    world.tenant.faults.push({ match: isRole, kind: 'status', code: 403, times: 99 });
    await alex.say('je m’en occupe P-1', { locale: 'fr-FR' });
    assert.match(
      alex.card(),
      /Réessayer ne servirait à rien\s: il me manque une autorisation Microsoft\. Tapez «\sétat\s»/,
    );
  });

  it('is named in status for a channel that asked to be told and can’t be', async () => {
    const { alex } = world.people;
    const team = world.teams.team({ name: 'Finance', members: [alex] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    assert.match(await alex.ask('status'), /Alerts go to .*/);
    await world.purser.store.transact((tx) => {
      const chat = tx.get('chats', team.general.id) ?? assert.fail();
      tx.put('chats', { ...chat, away: { why: 'removed', since: world.clock.now().toISOString() } });
    });
    const card = await alex.ask('status');
    assert.match(card, /can’t be told \(alerts\), noticed/);
    assert.match(card, /I was taken out there\. Add Purser again .*“@Purser notify on alerts” elsewhere/);
    assert.doesNotMatch(card, /Alerts go to .*Finance/);
    assert.match(card, /thing needs attention|things need attention/);
  });
});

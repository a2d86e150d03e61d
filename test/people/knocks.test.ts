/** Somebody who gets a no and asks again and again: Microsoft is spared, and nobody is told a no that is no longer true for long. */
import assert from 'node:assert/strict';
import { createGateway } from '../../bot/microsoft/gateway.ts';
import { createPeople } from '../../bot/people/people.ts';
import { configOf, unobserved } from '../microsoft/fixture.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { standIn } from '../stand-ins/tenant/stand-in.ts';
import { minute, testClock } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a no that is asked for again and again', () => {
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
  const asked = (part: string): number => world.tenant.requests.filter(({ path }) => path.endsWith(part)).length;
  /** How often Microsoft was asked while somebody says this 20 times, and what they read each time. */
  const often = async (who: keyof World['people'], text: string, part = '/$batch') => {
    const before = asked(part);
    const told = new Set<string>();
    for (let nth = 0; nth < 20; nth++) told.add(await world.people[who].ask(text));
    return { asked: asked(part) - before, told: [...told] };
  };

  it('a role that somebody doesn’t have is looked up a few times, whatever they try with it, and they read why each time', async () => {
    const { adele } = world.people;
    const { asked: times, told } = await often('adele', 'takeover P-1');
    assert.ok(times <= 3, `${times} questions`);
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /Only admins can do that/);
    const before = asked('/$batch');
    assert.match(await adele.ask('block all'), /Only admins/);
    assert.equal(asked('/$batch'), before, 'another verb of the same role is the same question');
    world.tenant.company.roles[0]?.members.push(people.adele);
    world.clock.advance(10_000);
    assert.doesNotMatch(await adele.ask('block all'), /Only admins/, 'ten seconds later Microsoft is asked again');
    world.tenant.company.roles[0]?.members.splice(-1);
  });

  it('a role given meanwhile counts at once for somebody who looks at their rights again', async () => {
    const { adele } = world.people;
    await often('adele', 'takeover P-1');
    world.tenant.company.roles[0]?.members.push(people.adele);
    assert.match(await adele.ask('whoami again'), /you are an admin/);
    assert.doesNotMatch(await adele.ask('takeover P-1'), /Only admins/);
    world.tenant.company.roles[0]?.members.splice(-1);
    assert.match(await adele.ask('takeover P-1'), /Only admins/, 'a yes is never remembered for what is decided');
  });

  it('somebody whose account is disabled is looked up a few times; so is somebody who only wants to see their rights', async () => {
    const disabled = await often('diego', 'take P-1');
    assert.ok(disabled.asked <= 3, `${disabled.asked} questions`);
    assert.match(disabled.told.join(), /I can’t find your account/);
    const rights = await often('adele', 'whoami again');
    assert.ok(rights.asked <= 4, `${rights.asked} questions`);
  });

  for (const code of [403, 404, 500])
    it(`while Microsoft answers ${code} it is asked a few times and then left alone for ten seconds, and nobody gets in by it`, async () => {
      world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code, times: 1_000 });
      const { asked: times, told } = await often('lee', 'purchases');
      assert.ok(times <= 8, `${times} questions`);
      assert.match(told.join(), /I can’t check your roles/);
      assert.doesNotMatch(told.join(), /P-\d/);
      world.tenant.faults.length = 0;
      world.clock.advance(10_000);
      assert.match(await world.people.lee.ask('purchases'), /^Self-service purchases/);
    });

  it('the connections are tried a few times for somebody who can’t be checked and looks why', async () => {
    world.tenant.faults.push({ match: '/graph', kind: 'status', code: 503, times: 1_000 });
    const before = world.tenant.requests.length;
    for (let nth = 0; nth < 20; nth++) assert.match(await world.people.adele.ask('status'), /⚠/);
    const times = world.tenant.requests.length - before;
    assert.ok(times < 50, `${times} calls`);
  });

  it('a name that nobody has is looked for a few times, and found once somebody has it', async () => {
    const { asked: times, told } = await often('alex', 'assign "Office 365 E3" Zebedee', '/v1.0/users');
    assert.match(told.join(), /Zebedee/);
    assert.ok(times >= 1);
    assert.ok(times <= 3, `${times} questions`);
    assert.equal(told.length, 1);
  });
});

describe('the same question at the same time', () => {
  const its = standIn();
  const listed = (): number => its.tenant.requests.filter(({ path }) => path.includes('/transitiveMembers')).length;
  const group = () => its.tenant.company.groups[0] ?? assert.fail();

  it('is asked afresh once for all who wait: who may approve', async () => {
    const clock = testClock();
    const known = createPeople(createGateway(configOf(its.tenant), clock, unobserved), clock, {
      approversGroup: group().id,
      viewersGroup: undefined,
    });
    await Promise.all(Array.from({ length: 20 }, () => known.approvers({ fresh: true })));
    assert.ok(listed() <= 2, `${listed()} lists`);
    await known.approvers({ fresh: true });
    assert.ok(listed() >= 2, 'it is not remembered for whoever asks afresh');
  });

  for (const [what, ask] of [
    ['who may approve', 'members'],
    ['who somebody is', 'directoryFacts'],
  ] as const)
    it(`has no answer that was on its way before somebody came: ${what}`, async () => {
      const clock = testClock();
      const gateway = createGateway(configOf(its.tenant), clock, unobserved);
      let deliver: (() => void) | undefined;
      let calls = 0;
      // The first answer is Microsoft's own, and takes its time to arrive.
      const held = async (...given: never[]) => {
        const isFirst = ++calls === 1;
        const answer = await (gateway[ask] as (...all: never[]) => Promise<unknown>)(...given);
        if (isFirst) await new Promise<void>((resolve) => (deliver = resolve));
        return answer;
      };
      const known = createPeople({ ...gateway, [ask]: held }, clock, {
        approversGroup: group().id,
        viewersGroup: undefined,
      });
      const may = async (): Promise<boolean> => {
        if (ask === 'members') return (await known.approvers({ fresh: true })).some(({ id }) => id === people.megan);
        const who = await known.identify(people.megan, '', { fresh: true });
        return who.kind === 'colleague' && who.speaker.roles.has('approver');
      };
      const first = may();
      while (!deliver) await new Promise(setImmediate);
      const members = group().members;
      members.splice(members.indexOf(people.megan), 1);
      const second = may();
      const third = may();
      (deliver as () => void)();
      assert.deepEqual(await Promise.all([first, second, third]), [true, false, false]);
      assert.equal(calls, 2, 'those who came later share one');
      members.push(people.megan);
    });
});

/** The digest: one card a day or a week of what is due, what is new, what waits and what changed outside Purser. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people as ids } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a digest', () => {
  let world: World;
  beforeEach(async () => {
    // A Tuesday.
    world = await openWorld();
  });
  afterEach(() => world.close());
  const { says, passes, outside } = actsIn(() => world);
  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const digests = (person: Person): string[] =>
    person
      .inbox()
      .map((post) => plain(person.card(post)))
      .filter((card) => /^(Digest of|Synthèse du)/.test(card));

  it('comes each working day to a chat that wants it so, with what is due, new, waiting and changed outside', async () => {
    const { alex, adele } = world.people;
    assert.match(
      await says(alex, 'notify on digest daily'),
      /✓ on {2}Digest\n[\s\S]*Every working day, in the morning/,
    );
    await says(adele, 'request "visio plan 2" because I draw our plans');
    outside('Planner Plan 1', 'Disabled');
    world.tenant.company.subscriptions.push({
      ...(world.tenant.company.subscriptions.find(({ ownerId }) => ownerId === ids.adele) ?? assert.fail()),
      ...{ id: '11111111-2222-4333-8444-5555555555aa', commerceSubscriptionId: null, totalLicenses: 7 },
    });
    await passes(day);
    const [first] = digests(alex);
    assert.ok(first, 'on Wednesday');
    assert.match(first, /^Digest of 18 Nov 2026\nWhat happened since 17 Nov 2026, and what comes\n/);
    assert.match(first, /\d+ Power BI Pro · /, 'its chart, in words');
    assert.match(first, /Waiting\n1 request waits for a decision/);
    assert.match(first, /Renews? or ends? soon[\s\S]*Project Plan 3 ›\nAdele Vance · 22 Nov 2026/);
    assert.match(first, /New purchases?[\s\S]*7 seats/);
    assert.match(first, /notify off digest/);
    for (let n = 0; n < 4; n++) await passes(day);
    const days = digests(alex).map((card) => /of (\d+ Nov)/.exec(card)?.[1]);
    assert.deepEqual(days, ['18 Nov', '19 Nov', '20 Nov'], 'none at the weekend');
    await passes(day);
    assert.equal(digests(alex).length, 4, 'on Monday');
  });

  it('comes once a week if nothing else is said, on the first day that people work', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on digest');
    for (let n = 0; n < 14; n++) await passes(day);
    const days = digests(alex).map((card) => /of (\d+ \w+)/.exec(card)?.[1]);
    assert.deepEqual(days, ['18 Nov', '23 Nov', '30 Nov']);
    assert.match(digests(alex)[1] ?? '', /since 18 Nov 2026/);
  });

  it('is in the reader’s language, changes its rhythm by a press, and ends when it is switched off', async () => {
    const { alex } = world.people;
    assert.match(
      await says(alex, 'notifications activer synthèse', 'fr-FR'),
      /Le premier matin ouvré de chaque semaine/,
    );
    assert.match(alex.card(), /\[Synthèse quotidienne\]/);
    assert.match(
      await says(alex, 'notifications synthèse quotidienne', 'fr-FR'),
      /Chaque jour ouvré, le matin[\s\S]*\[Synthèse hebdomadaire\]/,
    );
    await passes(day);
    assert.match(digests(alex)[0] ?? '', /^Synthèse du 18 nov\. 2026/);
    assert.match(await says(alex, 'journal', 'fr-FR'), /la synthèse quotidienne/);
    await says(alex, 'notify off digest');
    await passes(day);
    assert.equal(digests(alex).length, 1);
  });

  it('names in a channel nobody who has left, leaves out what somebody handles, and is for nobody who reads no purchases', async () => {
    const { alex, adele } = world.people;
    const team = world.teams.team({ name: 'IT', members: [alex, adele] });
    await team.install(alex);
    await alex.say('notify on digest daily', { in: team.general, mention: true });
    const user = world.tenant.company.users.get(ids.adele) ?? assert.fail();
    user.accountEnabled = false;
    await passes(day);
    const channel = () => plain(alex.card(team.general.last));
    assert.match(channel(), /^Digest of 18 Nov[\s\S]*Project Plan 3/);
    assert.doesNotMatch(channel(), /Adele/);
    await says(alex, 'take adele’s project');
    await passes(day);
    assert.match(channel(), /^Digest of 19 Nov/);
    assert.doesNotMatch(channel(), /Project Plan 3 ›/, 'it is in hand');
    user.accountEnabled = true;
    await passes(day);
    assert.match(await says(adele, 'notify on digest'), /^Only (admins|viewers)/);
  });

  it('is not sent where there is nothing to tell, and what happened then is in the next', async () => {
    const { alex } = world.people;
    for (const each of world.tenant.company.subscriptions) each.nextLifecycleDateTime = '2027-10-01T00:00:00Z';
    await world.purser.sync.run();
    await says(alex, 'notify on digest daily');
    // What stood at the first reading is new for the first digest.
    await passes(day);
    const before = digests(alex).length;
    await passes(day);
    assert.equal(digests(alex).length, before);
    outside('Planner Plan 1', 'Disabled');
    await passes(day);
    const seen = digests(alex).at(-1) ?? '';
    assert.match(seen, /Rules changed outside Purser\nPlanner Plan 1/);
  });
});

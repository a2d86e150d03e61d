/** What is told of a purchase by the clock: what is due, a warning, who left, and what came of it; each once. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { people as ids, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { day } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('what is due', () => {
  let world: World;
  let project: Subscription;
  beforeEach(async () => {
    world = await openWorld();
    const found = world.tenant.company.subscriptions.find(
      ({ ownerId, totalLicenses }) => ownerId === ids.adele && totalLicenses === 10,
    );
    assert.ok(found, 'Adele’s Project Plan 3, due on 22 November');
    project = found;
  });
  afterEach(() => world.close());
  const { says, passes } = actsIn(() => world);
  const due = (person: Person) =>
    person
      .inbox()
      .map((post) => person.card(post).replace(/[\u00a0\u202f]/g, ' '))
      .filter((card) => /needs? a look/.test(card));
  /** The lines about Adele's, in all of them. */
  const lines = (person: Person) =>
    due(person)
      .flatMap((card) => card.split('\n'))
      .filter((line) => /^Adele Vance · 22 Nov 2026/.test(line));

  it('within a week is told at the first look, tomorrow, and what has passed longer ago is not made up for', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on renewals');
    await passes();
    await passes(day);
    const [card] = due(alex);
    assert.match(
      card ?? '',
      /Renew or end soon: treat them as renewing[\s\S]*Project Plan 3\n?[\s\S]*22 Nov 2026, in \d days/,
    );
    assert.doesNotMatch(card ?? '', /in (8|9|1\d|2\d) days/);
    await passes(day);
    await passes();
    assert.equal(lines(alex).length, 1, 'told once, not each day');
  });

  it('is told to nobody who didn’t ask, and a channel that asked reads who needs a new owner, without a name', async () => {
    const { alex, isaiah } = world.people;
    const team = world.teams.team({ name: 'IT', members: [alex] });
    await team.install(alex);
    await alex.say('notify on renewals', { in: team.general, mention: true });
    await says(alex, 'notify on renewals');
    await passes(day);
    const user = world.tenant.company.users.get(ids.adele);
    assert.ok(user);
    user.accountEnabled = false;
    await passes(day);
    const own = due(alex).at(-1) ?? '';
    assert.match(own, /The purchaser has left or can’t sign in[\s\S]*Project Plan 3[\s\S]*Adele Vance/);
    const channel = alex.card(team.general.last).replace(/[\u00a0\u202f]/g, ' ');
    const [, ownerless = ''] = /Need a new owner\n([\s\S]*?)(?=\n[A-Z][^\n]*\n|This chat asked|$)/.exec(channel) ?? [];
    assert.match(channel, /Need a new owner[\s\S]*Project Plan 3/);
    assert.doesNotMatch(ownerless, /Adele/);
    assert.deepEqual(due(isaiah), []);
    const before = team.general.posts.length;
    for (let nth = 0; nth < 3; nth++) await passes(day);
    const later = team.general.posts.slice(before).map((post) => alex.card(post));
    assert.ok(
      later.some((card) => /P-\d+/.test(card)),
      'other purchases, and the day before Adele’s',
    );
    assert.ok(!later.some((card) => /Adele/.test(card)), 'no later card names her either');
    assert.equal(due(alex).filter((card) => /The purchaser has left/.test(card)).length, 1, 'once');
  });

  it('a warning and a suspension are told when they come, and afterwards what came of the date', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on renewals');
    await passes(day);
    project.status = 'Warning';
    await passes(day);
    assert.match(due(alex).at(-1) ?? '', /Payment is overdue[\s\S]*Project Plan 3/);
    project.status = 'Enabled';
    project.nextLifecycleDateTime = '2027-11-22T00:00:00Z';
    await passes(6 * day);
    assert.match(due(alex).at(-1) ?? '', /Have renewed[\s\S]*Project Plan 3[\s\S]*now until 22 Nov 2027/);
    const count = due(alex).length;
    await passes(day);
    assert.equal(due(alex).filter((card) => /Have renewed/.test(card)).length, 1);
    assert.ok(due(alex).length <= count + 1, 'one card a day');
  });

  it('in the hands of somebody, or kept, is told of no more', async () => {
    const { alex } = world.people;
    await says(alex, 'notify on renewals');
    const [one] = [...world.purser.store.all('purchases')].filter(({ subscription }) => subscription === project.id);
    await says(alex, `take ${one?.id}`);
    await passes(day);
    assert.deepEqual(lines(alex), []);
  });
});

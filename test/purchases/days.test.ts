/** Microsoft's days are days: the same on cards, in files and for deadlines, wherever the organisation is. */
import assert from 'node:assert/strict';
import { createFormat } from '../../bot/language/format.ts';
import { decideBy, renewalOf } from '../../store/takeover/deadlines.ts';
import { rowsOf } from '../exports/exported.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a day', () => {
  for (const zone of ['America/New_York', 'Pacific/Auckland', 'Pacific/Kiritimati', 'UTC'])
    it(`is the same in ${zone}, and an instant is what the clock there shows`, () => {
      const { date, isoDate, relative, daysUntil } = createFormat('en', zone);
      assert.equal(date('2027-03-01'), '1 Mar 2027');
      assert.equal(isoDate('2027-03-01'), '2027-03-01');
      const noon = new Date(`${isoDate(new Date('2027-02-27T12:00:00Z'))}T12:00:00Z`);
      assert.equal(
        daysUntil('2027-03-01', noon),
        Math.round(Date.parse('2027-03-01') - Date.parse(isoDate(noon))) / 86_400_000,
      );
      assert.match(relative('2027-03-01', new Date('2027-01-30T12:00:00Z')), /^in (29|30) days$/);
      const calendar = { timeZone: zone, holidays: new Set<string>(), weekend: new Set([0, 6]) };
      // Monday the 1st: two working days before it begins, Thursday begins.
      const last = decideBy(
        new Date('2027-02-15T12:00:00Z'),
        30,
        renewalOf({ nextAt: '2027-03-01' }, calendar),
        calendar,
      );
      assert.equal(isoDate(last), '2027-02-25');
      assert.equal(isoDate(new Date(last.getTime() - 1)), '2027-02-24');
    });
});

describe('the dates of a purchase, west of Greenwich', () => {
  let world: World;
  const { says } = actsIn(() => world);
  let id: string;
  before(async () => {
    world = await openWorld({ unread: true, environment: { TIME_ZONE: 'America/New_York' } });
    world.teams.limits.on = false;
    const [first, endless] = world.tenant.company.subscriptions.filter(
      ({ ownerId, status }) => ownerId === people.adele && status === 'Enabled',
    );
    assert.ok(first && endless);
    Object.assign(first, { createdDateTime: '2026-03-01T00:00:00Z', nextLifecycleDateTime: '2026-12-17T00:00:00Z' });
    Object.assign(endless, { nextLifecycleDateTime: '9999-12-31T00:00:00Z' });
    await world.purser.sync.run();
    id = [...world.purser.store.all('purchases')].find(({ subscription }) => subscription === first.id)?.id ?? '';
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(minute));

  it('are those that Microsoft gives, on the card and in the file', async () => {
    const { alex } = world.people;
    const card = await says(alex, `purchase ${id}`);
    assert.match(card, /Renews or ends \| 17 Dec 2026 \(in 30 days\)/);
    await alex.press('More');
    assert.match(alex.card(), /Bought on \| 1 Mar 2026/);
    await says(alex, `export purchases ${id}`);
    const [row] = await rowsOf((await alex.press('Download')).url ?? '');
    assert.deepEqual([row?.['Renews or ends'], row?.['Bought on'] ?? row?.['Bought']], ['2026-12-17', '2026-03-01']);
  });

  it('are found by days from today', async () => {
    assert.match(await says(world.people.alex, 'purchases all by:adele expires<30d'), new RegExp(`${id}\\b`));
    assert.doesNotMatch(await says(world.people.alex, 'purchases all by:adele expires<29d'), new RegExp(`${id}\\b`));
    assert.match(
      await says(world.people.alex, 'purchases all by:adele since:2026-03-01'),
      /from 1 Mar 2026|1 Mar 2026/,
    );
  });

  it('are none where Microsoft gives the last day there is', async () => {
    const endless = [...world.purser.store.all('purchases')].find((purchase) => purchase.endless)?.id;
    const card = await says(world.people.alex, `purchase ${endless}`);
    assert.match(card, /Renews or ends \| no end date/);
    assert.doesNotMatch(card, /9999|10000/);
  });
});

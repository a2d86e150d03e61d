import assert from 'node:assert/strict';
import { defaultTeam } from './people.ts';
import { openWindow, type Window } from './window.ts';

const alex = { entraId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Alex Wilber' };
const adele = { entraId: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Adèle Vançe' };
const office = {
  everyone: [alex, adele],
  tenantId: '11111111-1111-4111-8111-111111111111',
  bot: { id: '28:purser', url: 'http://127.0.0.1:9/api/messages' },
};

describe('A Playground window', () => {
  const open: Window[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((window) => window.stop()));
  });

  it('shows its own person, in the same organisation as the others', async () => {
    open.push(...(await Promise.all([alex, adele].map((person) => openWindow({ ...office, person })))));
    const shown = await Promise.all(
      open.map(async ({ url }) => {
        const answer = await fetch(`${url}/_internal/v1/testConfig`);
        return (await answer.json()) as { config: { tenantId: string; currentUser: Record<string, string> } };
      }),
    );
    const people = shown.map(({ config }) => [config.tenantId, config.currentUser['aadObjectId']]);
    assert.deepEqual(people, [
      [office.tenantId, alex.entraId],
      [office.tenantId, adele.entraId],
    ]);
    assert.equal(shown[1]?.config.currentUser['email'], 'adele.vance@contoso.example');
  });

  it('serves nothing once stopped, however often it is stopped', async () => {
    const window = await openWindow({ ...office, person: alex });
    await Promise.all([window.stop(), window.stop()]);
    await assert.rejects(fetch(window.url));
  });

  it('says so when its port is busy', async () => {
    const first = await openWindow({ ...office, person: alex });
    open.push(first);
    const port = Number(new URL(first.url).port);
    await assert.rejects(openWindow({ ...office, person: adele, port }), /is in use by another program/);
  });

  it('says so when the Playground is not installed', async () => {
    await assert.rejects(openWindow({ ...office, person: alex, cli: '/nowhere/cli.js' }), /not installed at .*npm ci/);
  });

  it('tells why the Playground refused what it was given', async () => {
    const team = { ...defaultTeam, id: defaultTeam.groupChat.id };
    await assert.rejects(openWindow({ ...office, person: alex, team }), /Alex Wilber did not open.*must be unique/s);
  });
});

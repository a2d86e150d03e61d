/** What people see while Microsoft does not do what it should. */
import type { Trouble } from '../../../store/records.ts';
import type { Fault } from '../../stand-ins/tenant/index.ts';
import { hour, minute } from '../../world/clock.ts';
import type { Scene, Stage } from '../stage.ts';

const status = { en: 'status', fr: 'état' };

export const scenesOfSync: readonly Scene[] = [
  { play: statuses },
  { play: everyMinute, world: () => ({ environment: { SYNC_MINUTES: '1' } }) },
  { play: secretTakenAway, world: () => ({ unread: true }) },
  { play: neverSignedIn, world: () => ({ unread: true, environment: { CLIENT_SECRET: 'wrong' } }) },
  { play: botSecretExpired },
  { play: holdersNotRead, world: () => ({ unread: true }) },
  { play: missingPermission },
  { play: licensingShut, world: () => ({ unread: true }) },
  { play: stale },
  { play: neverConnected, world: () => ({ unread: true }) },
  { play: noData },
];

const always = 99;

const seats = 'GET /graph/v1.0/subscribedSkus';

/** Every way Microsoft fails, as the door to the directory meets it. */
const troubles: Readonly<
  Record<Exclude<Trouble, 'no-permission' | 'no-token' | 'despite-permission' | 'no-service'>, Fault>
> = {
  unreachable: { match: seats, kind: 'status', code: 503, times: always },
  throttled: { match: seats, kind: '429', retryAfter: 300, times: always },
  'broken-answer': { match: seats, kind: 'not-json', times: always },
  refused: { match: seats, kind: 'status', code: 400, times: always },
  redirected: { match: seats, kind: 'redirect', to: 'http://elsewhere.example/', times: always },
  'too-large': { match: seats, kind: 'huge', megabytes: 33, isLengthTold: true, times: always },
};

async function statuses(stage: Stage): Promise<void> {
  const { tenant, people, clock } = stage.world;
  await stage.ask('status, all good', people.alex, status);
  await stage.ask('status, all good, for a colleague', people.adele, status);
  await people.alex.say('status again');
  await stage.ask('status, read again a moment ago', people.alex, { en: 'status again', fr: 'état encore' });
  clock.advance(2 * hour + 5 * minute);
  for (const [trouble, fault] of Object.entries(troubles)) {
    tenant.faults.push({ ...fault });
    await stage.ask(`status, ${trouble}`, people.alex, status);
    await stage.world.purser.sync.run();
    await stage.ask(`status, ${trouble}, also while reading`, people.alex, status);
    tenant.faults.length = 0;
  }
  await reading(stage);
}

async function everyMinute(stage: Stage): Promise<void> {
  await stage.ask('status, read every minute', stage.world.people.alex, status);
}

async function reading(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  tenant.faults.push({ match: 'GET /graph/v1.0/directory/subscriptions', kind: 'slow', ms: 400 });
  const run = purser.sync.run();
  await stage.ask('status, reading now', people.alex, status);
  await run;
}

/** What is signed in stays so for an hour; what is asked for the first time is refused. */
async function secretTakenAway(stage: Stage): Promise<void> {
  const { tenant, people } = stage.world;
  await people.alex.say('whoami');
  const [app] = tenant.company.apps;
  if (app) app.secrets = [];
  await stage.ask('status, sign-in refused in part', people.alex, status);
}

async function neverSignedIn(stage: Stage): Promise<void> {
  const { people, purser } = stage.world;
  await purser.sync.run();
  await stage.ask('hello, sign-in refused', people.alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('status, sign-in refused', people.alex, status);
}

/** Whoever still has a token from before reads it; the next one would not be answered. */
async function botSecretExpired(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  await people.alex.say('whoami');
  const [app] = tenant.company.apps;
  if (app) app.secrets = [];
  await purser.sync.run();
  await stage.ask('status, the secret of the bot has expired', people.alex, status);
}

async function holdersNotRead(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  tenant.faults.push({ match: 'GET /graph/v1.0/users', kind: 'status', code: 503, times: always });
  await purser.sync.run();
  tenant.faults.length = 0;
  const id = stage.purchase(({ kind, status: at }) => kind === 'self-service' && at === 'Enabled');
  await stage.ask('purchase, holders not read', people.alex, { en: `purchase ${id}`, fr: `achat ${id}` });
}

async function missingPermission(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  const [app] = tenant.company.apps;
  if (app) app.roles = { ...app.roles, licensing: [] };
  await stage.ask('status, one permission missing, for an admin', people.alex, status);
  await stage.ask('status, one permission missing, for a colleague', people.adele, status);
  tenant.faults.push({ match: '/graph/v1.0/subscribedSkus', kind: 'status', code: 403, times: always });
  tenant.faults.push({ match: '/graph/v1.0/directory', kind: 'status', code: 403, times: always });
  tenant.faults.push({ match: '/graph/v1.0/appCatalogs', kind: 'status', code: 403, times: always });
  tenant.faults.push({ match: '/graph/v1.0/policies', kind: 'status', code: 403, times: always });
  tenant.faults.push({ match: '/graph/v1.0/roleManagement', kind: 'status', code: 403, times: always });
  tenant.faults.push({ match: '/graph/beta/admin', kind: 'status', code: 403, times: always });
  await purser.sync.run();
  await stage.ask('status, all permissions missing, for an admin', people.alex, status);
  tenant.faults.length = 0;
  const narrower = ['Organization.Read.All', 'User.Read.All', 'GroupMember.Read.All'];
  if (app) app.roles = { ...app.roles, graph: narrower };
  tenant.expireTokens();
  await stage.ask('status, one permission of several missing, for an admin', people.alex, status);
}

/** The service that knows who may buy what is not there, or takes no app. */
async function licensingShut(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  for (const how of ['absent', 'refuses'] as const) {
    tenant.company.licensingForApps = how;
    await purser.sync.run();
    await stage.ask(`status, licensing ${how}`, people.alex, status);
  }
}

async function stale(stage: Stage): Promise<void> {
  const { tenant, people, purser, clock } = stage.world;
  const mine = stage.purchase(({ purchaser }) => purchaser === people.adele.id);
  clock.advance(26 * hour);
  tenant.faults.push({ match: 'GET /graph/v1.0/directory/subscriptions', kind: 'status', code: 503, times: always });
  await purser.sync.run();
  await stage.ask('hello, Microsoft failed since', people.alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('purchases, stale', people.alex, { en: 'purchases visio', fr: 'achats visio' });
  await stage.ask('purchases, own, stale', people.adele, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchase, stale', people.adele, { en: `purchase ${mine}`, fr: `achat ${mine}` });
}

async function neverConnected(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  tenant.faults.push({ match: 'GET /graph/v1.0/directory/subscriptions', kind: 'status', code: 403, times: always });
  await purser.sync.run();
  await stage.ask('hello, not connected', people.alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('purchases, never connected', people.alex, { en: 'purchases', fr: 'achats' });
  await stage.ask('status, never connected', people.alex, status);
}

/** A company with one subscription, and then without any. */
async function noData(stage: Stage): Promise<void> {
  const { people, purser } = stage.world;
  const ids = [...purser.store.all('purchases')].map(({ id }) => id);
  const last = stage.purchase(({ kind }) => kind === 'central');
  const remove = (gone: readonly string[]) =>
    purser.store.transact((tx) => {
      for (const id of gone) tx.delete('purchases', id);
    });
  await remove(ids.filter((id) => id !== last));
  await stage.ask('hello, one subscription', people.alex, { en: 'hello', fr: 'bonjour' });
  await remove([last]);
  await stage.ask('hello, no subscriptions at all', people.alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('purchases, none to decide', people.alex, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchases, none at all', people.alex, { en: 'purchases all', fr: 'achats tous' });
}

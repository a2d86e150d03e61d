/** The doctor's report: what a tenant answers, and nothing of who is in it. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDepartmental } from '../../bot/microsoft/departmental.ts';
import { startTeams, type Teams } from '../stand-ins/teams/teams.ts';
import { type Company, company, purserApp, startTenant, type Tenant, tenantId } from '../stand-ins/tenant/index.ts';
import { loadCertificate } from '../world/tls.ts';
import { environmentOf } from '../world/world.ts';
import { doctor, doctorHere } from './patient.ts';

interface Told {
  id: string;
  answer: string;
  status?: number;
  counts: Record<string, number | boolean>;
}

describe('the doctor’s report', () => {
  let tenant: Tenant;
  let teams: Teams;
  let folder: string;
  beforeEach(async () => {
    const clock = { now: () => new Date(), wait: () => Promise.resolve() };
    tenant = await startTenant({ company: company({ now: new Date() }), clock, tls: await loadCertificate() });
    const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
    teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken });
    folder = await mkdtemp(join(tmpdir(), 'purser-report-'));
  });
  afterEach(async () => {
    await teams.close();
    await tenant.close();
    await rm(folder, { recursive: true });
  });

  const environment = (): Record<string, string> => ({ ...environmentOf(tenant, teams), STORE: `file:${folder}` });
  const written = async (file: string): Promise<Map<string, Told>> => {
    const { questions } = JSON.parse(await readFile(file, 'utf8')) as { questions: Told[] };
    return new Map(questions.map((each) => [each.id, each]));
  };

  /** Everything by which somebody, or something of this company, could be known. */
  function telling(its: Company): Set<string> {
    const found = new Set<string>([its.tenantId, its.name, its.domain, purserApp.id, purserApp.secret]);
    const keep = (value: unknown): void => {
      if (typeof value === 'string' && value.length > 3) found.add(value.toLowerCase());
    };
    for (const user of [...its.users.values(), ...its.deletedUsers])
      for (const each of [user.id, user.displayName, user.surname, user.userPrincipalName, user.mail, user.department])
        keep(each);
    for (const { id, displayName } of its.groups) for (const each of [id, displayName]) keep(each);
    for (const each of its.subscriptions)
      for (const name of [
        'id',
        'commerceSubscriptionId',
        'skuId',
        'skuPartNumber',
        'ownerId',
        'ownerTenantId',
      ] as const)
        keep(each[name]);
    for (const { name, displayName } of its.billingAccounts) for (const each of [name, displayName]) keep(each);
    for (const { productId, productName } of its.products) for (const each of [productId, productName]) keep(each);
    for (const { appId, objectId } of its.apps) for (const each of [appId, objectId]) keep(each);
    return found;
  }

  it('of a company of 300 answers every question, and holds no name, address, id or amount of it', async () => {
    const { company: its } = tenant;
    assert.ok(its.users.size >= 298, String(its.users.size));
    const file = join(folder, 'report.json');
    const said = await doctor(environment(), '--report', file);
    assert.equal(said.code, 0, `${said.out}${said.err}`);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    const text = (await readFile(file, 'utf8')).toLowerCase();
    const words = telling(its);
    assert.ok(words.size > 1_000);
    assert.deepEqual(
      [...words].filter((word) => text.includes(word.toLowerCase())),
      [],
    );
    assert.doesNotMatch(text, /[0-9a-f]{8}-[0-9a-f]{4}|@(?!odata)|\d{5,}|[€$£]|https?:/);
    const answers = await written(file);
    const rows = its.subscriptions.length;
    const dept = its.subscriptions.filter(({ skuPartNumber }) => isDepartmental(skuPartNumber)).length;
    assert.equal(answers.get('owner-type-on-departmental')?.counts['rows'], rows);
    assert.equal(answers.get('owner-type-on-departmental')?.counts['departmental'], dept);
    assert.equal(answers.get('rules-products')?.counts['rows'], its.products.length);
    assert.equal(answers.get('rules-offers')?.counts['offer types'], its.offerTypes.length);
    assert.deepEqual(
      ['rules-products', 'rules-offers', 'rules-unscoped', 'switch-trials', 'billing-accounts', 'direct-or-group'].map(
        (id) => answers.get(id)?.answer,
      ),
      ['yes', 'yes', 'no', 'yes', 'yes', 'yes'],
    );
    assert.equal(answers.get('billing-accounts')?.counts['accountType Individual'], 2);
    assert.equal(answers.get('allotments-single')?.answer, 'unanswered');
    const changed = tenant.requests.filter(({ method, path }) => method !== 'GET' && !/\/token$|\/\$batch$/.test(path));
    assert.deepEqual(changed, [], 'it only reads');
  });

  it('tells by which id allotments name subscriptions, and whether assignments agree', async () => {
    const cases = [
      { allotments: 'single', by: 'id', single: 'yes', agree: 'yes' },
      { allotments: 'single', by: 'commerceSubscriptionId', single: 'yes', agree: 'yes' },
      { allotments: 'contradictory', by: 'id', single: 'yes', agree: 'no' },
    ] as const;
    for (const [at, { allotments, by, single, agree }] of cases.entries()) {
      Object.assign(tenant.company, { allotments, allotmentsNameBy: by });
      const file = join(folder, `report-${at}.json`);
      await doctorHere(environment(), '--report', file);
      const answers = await written(file);
      assert.equal(answers.get('allotments-single')?.answer, single);
      const named = answers.get('allotments-id')?.counts ?? {};
      assert.ok(Number(named[`by ${by}`]) > 50 && named['neither'] === 0, JSON.stringify(named));
      assert.equal(answers.get('assignments-agree')?.answer, agree, JSON.stringify(answers.get('assignments-agree')));
      const text = (await readFile(file, 'utf8')).toLowerCase();
      assert.deepEqual(
        [...telling(tenant.company)].filter((word) => text.includes(word.toLowerCase())),
        [],
      );
    }
  });

  it('says of each question what kept it from being answered, and answers the others', async () => {
    const [app] = tenant.company.apps;
    assert.ok(app);
    app.roles.graph = ['Directory.Read.All'];
    tenant.company.licensingForApps = 'refuses';
    tenant.company.billingAccounts = [];
    for (const each of tenant.company.subscriptions) each.ownerType = null;
    const file = join(folder, 'report.json');
    const said = await doctorHere(environment(), '--report', file);
    assert.match(said.out, /rules-products: not to be seen here/);
    assert.equal(said.code, 0, said.out);
    const answers = await written(file);
    const told = ['rules-products', 'eligible-roles', 'switch-trials'].map((id) => answers.get(id));
    assert.deepEqual(
      told.map((each) => [each?.answer, each?.status]),
      Array(3).fill(['unanswered', 403]),
    );
    assert.equal(answers.get('owner-type-on-departmental')?.answer, 'no');
    assert.equal(answers.get('billing-accounts')?.answer, 'no');
  });

  it('takes no other file’s place, needs its folder, and is refused without anybody being asked', async () => {
    const there = join(folder, 'there.json');
    await writeFile(there, 'mine');
    const cases: [string[], RegExp][] = [
      [['--report', there], /there\.json is there already, and stays as it is/],
      [['--report', join(folder, 'no', 'report.json')], /the folder of .* isn’t there/],
      [['--report', folder], /is a folder\. Name a file in it/],
      [['--reprot', there], /“--reprot” says nothing to the doctor.*\n.*npm run doctor; with -- --report FILE/],
      [['--report'], /--report needs the file to write/],
      [['--try', '--report', there], /--try needs the sign-in name of one test user/],
    ];
    for (const [asked, words] of cases) {
      const said = await doctor(environment(), ...asked);
      assert.equal(said.code, 2);
      assert.match(said.err, words);
      assert.equal(said.out, '');
    }
    assert.match((await doctorHere({}, '--help')).out, /npm run doctor; with -- --report FILE/);
    assert.equal(await readFile(there, 'utf8'), 'mine');
    assert.deepEqual(tenant.requests, []);
  });
});

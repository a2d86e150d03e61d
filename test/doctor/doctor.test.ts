/** The doctor before ten and more set-ups, each broken in its own way; and before one that is whole. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '../../store/file/open.ts';
import { startTeams, type Teams } from '../stand-ins/teams/teams.ts';
import { type App, company, purserApp, startTenant, type Tenant, tenantId } from '../stand-ins/tenant/index.ts';
import { freePort } from '../world/free-port.ts';
import { loadCertificate } from '../world/tls.ts';
import { environmentOf } from '../world/world.ts';
import { doctor, doctorHere, type Said } from './patient.ts';

const nobody = '11111111-2222-4333-8444-555555555555';

let tenant: Tenant;
let teams: Teams;
let folder: string;
let app: App;

/** The environment of somebody who has done everything. */
function whole(): Record<string, string> {
  return {
    ...environmentOf(tenant, teams),
    STORE: `file:${folder}`,
    PUBLIC_URL: 'https://purser.contoso.example',
    MAIL_FROM: purserApp.mailbox,
  };
}

interface Case {
  what: string;
  /** Another of its kind is looked at in a process of its own. */
  isHere?: true;
  /** Changes Microsoft. */
  breaks?: () => void;
  environment?: () => Record<string, string> | Promise<Record<string, string>>;
  /** The gap's name, and what is told of it. */
  gaps: readonly string[];
  says: readonly RegExp[];
}

const cases: readonly Case[] = [
  {
    what: 'a wrong secret',
    environment: () => ({ MicrosoftAppPassword: 'not-the-secret' }),
    gaps: ['secret:MicrosoftAppPassword'],
    says: [/AADSTS7000215/, /the secret’s value there, not its id/, /directory +not looked at/],
  },
  {
    what: 'an expired secret',
    isHere: true,
    breaks: () => {
      app.expiredSecrets = app.secrets.splice(0);
    },
    gaps: ['secret-expired:MicrosoftAppPassword'],
    says: [/AADSTS7000222/, /New client secret/],
  },
  {
    what: 'a wrong tenant id',
    environment: () => ({ TENANT_ID: nobody }),
    gaps: ['tenant:TENANT_ID'],
    says: [/AADSTS90002/, /Tenant ID there that Entra › Overview shows/],
  },
  {
    what: 'a wrong bot id, beside an app of its own for Microsoft',
    environment: () => ({ MicrosoftAppId: nobody, CLIENT_ID: purserApp.id, CLIENT_SECRET: purserApp.secret }),
    gaps: ['app:MicrosoftAppId'],
    says: [/AADSTS700016/, /sign-in +Entra gives tokens/],
  },
  {
    what: 'a wrong secret of the bot, beside an app of its own for Microsoft',
    isHere: true,
    environment: () => ({
      ...{ MicrosoftAppId: nobody, MicrosoftAppPassword: 'wrong' },
      ...{ CLIENT_ID: purserApp.id, CLIENT_SECRET: purserApp.secret },
    }),
    breaks: () => {
      tenant.company.apps.push({ ...app, appId: nobody, secrets: ['right'] });
    },
    gaps: ['secret:MicrosoftAppPassword'],
    says: [/Entra refuses the secret in MicrosoftAppPassword/],
  },
  {
    what: 'a missing permission',
    breaks: () => {
      app.roles.graph = ['User.Read.All', 'LicenseAssignment.ReadWrite.All'];
    },
    gaps: ['directory-permission'],
    says: [
      /Directory\.Read\.All \(Microsoft Graph, application\) not granted/,
      /https:\/\/entra\.microsoft\.com\/\S+CallAnAPI/,
    ],
  },
  {
    what: 'one of the four narrower permissions missing',
    isHere: true,
    breaks: () => {
      app.roles.graph = ['Organization.Read.All', 'User.Read.All', 'RoleManagement.Read.Directory'];
    },
    gaps: ['directory-permission'],
    says: [/: GroupMember\.Read\.All \(Microsoft Graph, application\) not granted/],
  },
  {
    what: 'no consent for the licensing API',
    breaks: () => {
      app.roles.licensing = [];
    },
    gaps: ['licensing-permission'],
    says: [
      /Policy\.Read\.AllowSelfServicePurchase \(M365 License Manager, application\) not granted/,
      /APIs my organization uses/,
    ],
  },
  {
    what: 'no service principal of the licensing API',
    breaks: () => {
      tenant.company.licensingForApps = 'absent';
    },
    gaps: ['licensing-service'],
    says: [/New-MgServicePrincipal -AppId aeb86249-8ea3-49e2-900b-54cc8e308f85/],
  },
  {
    what: 'an APPROVERS_GROUP that is not there',
    environment: () => ({ APPROVERS_GROUP: nobody }),
    gaps: ['group:APPROVERS_GROUP'],
    says: [/no group in this tenant has the id in APPROVERS_GROUP/, /Object ID of a group/],
  },
  {
    what: 'settings that can’t be read, all of them at once',
    environment: () => ({
      SYNC_MINUTES: 'often',
      PUBLIC_URL: 'http://purser.contoso.example',
      APPROVER_GROUP: nobody,
    }),
    gaps: ['setting:SYNC_MINUTES', 'setting:PUBLIC_URL', 'setting:APPROVER_GROUP'],
    says: [/1 to 1440/, /must be an https address/, /did you mean APPROVERS_GROUP/, /ok +directory/],
  },
  {
    what: 'nothing set at all',
    environment: () => Object.fromEntries(Object.keys(whole()).map((name) => [name, ''])),
    gaps: ['setting:MicrosoftAppId', 'setting:MicrosoftAppPassword', 'setting:TENANT_ID'],
    says: [/Nothing else was looked at \(clock, network, sign-in, .*\): put the settings below right first\./],
  },
  {
    what: 'a network that lets nothing through, past a proxy that isn’t used',
    environment: async () => {
      const nowhere = `https://localhost:${await freePort()}`;
      return {
        LOGIN_URL: nowhere,
        GRAPH_URL: nowhere,
        LICENSING_URL: nowhere,
        HTTPS_PROXY: 'http://proxy.example:8080',
      };
    },
    gaps: ['unreachable:login', 'unreachable:graph', 'unreachable:licensing'],
    says: [/ECONNREFUSED/, /Purser doesn’t use HTTPS_PROXY/, /curl -v/],
  },
  {
    what: 'a machine from which nothing at all can be reached, with one cause',
    environment: async () => {
      const nowhere = `https://localhost:${await freePort()}`;
      const microsoft = { LOGIN_URL: nowhere, GRAPH_URL: nowhere, LICENSING_URL: nowhere };
      return { ...microsoft, ToBotFromChannelOpenIdMetadataUrl: `${nowhere}/keys`, SERVICE_URLS: nowhere };
    },
    gaps: ['unreachable:all'],
    says: [/Nothing at all can be reached from here \(ECONNREFUSED\)/, /There is no way out/, /curl -v/],
  },
  {
    what: 'a proxy that shows a certificate of its own',
    environment: () => ({ NODE_EXTRA_CA_CERTS: '' }),
    gaps: ['untrusted:login', 'untrusted:graph', 'untrusted:licensing'],
    says: [/NODE_EXTRA_CA_CERTS=/],
  },
  {
    what: 'a store that can’t be written to',
    isHere: true,
    environment: async () => {
      await writeFile(join(folder, 'taken'), '');
      return { STORE: `file:${join(folder, 'taken')}` };
    },
    gaps: ['setting:STORE'],
    says: [/STORE names a file where it should name a folder/],
  },
  {
    what: 'a clock that is wrong',
    breaks: () => {
      tenant.company.clockAheadMs = 20 * 60_000;
    },
    gaps: ['clock'],
    says: [/clock is 20 minutes behind of Microsoft’s/, /timedatectl set-ntp true/],
  },
  {
    what: 'another tenant for the bot',
    isHere: true,
    environment: () => ({ MicrosoftAppTenantId: nobody }),
    gaps: ['setting:TENANT_ID'],
    says: [/TENANT_ID and MicrosoftAppTenantId name two tenants/],
  },
];

describe('the doctor', () => {
  beforeEach(async () => {
    const clock = { now: () => new Date(), wait: () => Promise.resolve() };
    tenant = await startTenant({ company: company({ now: new Date() }), clock, tls: await loadCertificate() });
    const verifyBotToken = async (token: string) => void (await tenant.verify(token, 'https://api.botframework.com'));
    teams = await startTeams({ clock, tenantId, bot: { appId: purserApp.id }, verifyBotToken });
    folder = await mkdtemp(join(tmpdir(), 'purser-doctor-'));
    app = tenant.company.apps[0] ?? assert.fail();
  });
  afterEach(async () => {
    await teams.close();
    await tenant.close();
    await rm(folder, { recursive: true });
  });

  /** What is told of every set-up, good or bad. */
  function isFit({ out, err }: Said): void {
    assert.equal(err, '');
    assert.ok(out.split('\n').length <= 41, out);
    assert.doesNotMatch(out, /undefined|\[object|\n\s+at |Error:/);
    assert.ok(!out.includes('\u001b'), 'no colours');
    assert.ok(!out.includes(purserApp.secret), 'the secret is told');
    const written = tenant.requests.filter(({ method, path }) => method !== 'GET' && !/\/token$|\/\$batch$/.test(path));
    assert.deepEqual(written, [], 'it only reads');
  }

  it('finds a whole set-up ready', async () => {
    const said = await doctor(whole());
    isFit(said);
    assert.equal(said.code, 0, said.out);
    assert.doesNotMatch(said.out, /GAP|\?|→/);
    assert.match(said.out, /Ready: all that is needed is there\.\n$/);
  });

  it('says in French that nothing needed is missing where all that may be chosen is', async () => {
    app.roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    app.roles.graph = [
      'Organization.Read.All',
      'User.Read.All',
      'GroupMember.Read.All',
      'RoleManagement.Read.Directory',
    ];
    const bare = {
      ...whole(),
      LANGUAGE: 'fr',
      MAIL_FROM: '',
      PUBLIC_URL: '',
      VERIFY_URL: '',
      APPROVERS_GROUP: '',
      VIEWERS_GROUP: '',
    };
    const said = await doctorHere(bare);
    isFit(said);
    assert.equal(said.code, 0, said.out);
    assert.match(said.out, /permission:LicenseAssignment\.ReadWrite\.All: pour déplacer les titulaires/);
    assert.match(said.out, /public-url: PUBLIC_URL n’est pas défini : les exports sont refusés\./);
    assert.match(said.out, /first-messages: Non défini : VERIFY_URL\./);
    assert.match(said.out, /Prêt : tout le nécessaire est là\.\n$/);
  });

  it('finds a pilot ready with its two permissions', async () => {
    app.roles.graph = ['Directory.Read.All'];
    app.roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    const said = await doctorHere({ ...whole(), READ_ONLY: '1', MAIL_FROM: '' });
    isFit(said);
    assert.equal(said.code, 0, said.out);
    assert.match(said.out, /READ_ONLY: Purser changes nothing at Microsoft/);
    assert.match(said.out, /Ready: all that a read-only pilot needs is there\.\n$/);
    assert.doesNotMatch(said.out, /ReadWrite|Mail\.Send|MAIL_FROM/, 'what only changes is of no use to it');
  });

  it('works beside a running Purser, and says that it has the store', async () => {
    const store = await openFileStore(folder);
    const said = await doctor(whole());
    assert.match(said.out, new RegExp(`in use by process ${process.pid} on .*: Purser is running`));
    assert.equal(said.code, 0, said.out);
    assert.deepEqual(store.troubles(), []);
    await store.close();
  });

  for (const { what, isHere, breaks, environment, gaps, says } of cases)
    it(`names ${what}, and what to do`, async () => {
      const changed = await environment?.();
      breaks?.();
      const said = await (isHere ? doctorHere : doctor)({ ...whole(), ...changed });
      isFit(said);
      assert.equal(said.code, 1, said.out);
      const todo = said.out.slice(said.out.indexOf('To do'));
      const named = [...todo.matchAll(/^ {2}\d+\. (\S+): /gm)].map(([, name]) => name);
      assert.deepEqual(named, gaps, said.out);
      for (const words of says) assert.match(said.out, words);
      assert.equal((await stat(folder)).isDirectory(), true);
    });
});

/** What may be set, and is wrong: each told in words, all at once, and no control off unseen. */
import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigProblem, readConfig } from '../../bot/config/config.ts';
import { createTokens } from '../../bot/microsoft/tokens.ts';
import { makePair, makePem } from './pem.ts';

type Environment = Record<string, string | undefined>;

const [tenantId, botId, otherTenant] = [1, 2, 3].map((n) => `77777777-0000-4000-8000-00000000000${n}`);
const group = '77777777-0000-4000-8000-000000000009';
const least: Environment = { MicrosoftAppId: botId, MicrosoftAppPassword: 'bot-secret', TENANT_ID: tenantId };
const withCertificate = (pem: string): Environment => ({
  ...{ MicrosoftAppId: botId, TENANT_ID: tenantId, CLIENT_CERTIFICATE: pem },
});

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigProblem, String(error));
    return error.problems;
  }
}

/** Exactly one problem, and it says this. */
function refused(more: Environment, words: RegExp): void {
  const problems = problemsOf({ ...least, ...more });
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0] ?? '', words);
}
const accepted = (more: Environment): void => assert.deepEqual(problemsOf({ ...least, ...more }), []);

describe('an address that a secret goes to, or that is believed', () => {
  const names = [
    ...['LOGIN_URL', 'GRAPH_URL', 'LICENSING_URL', 'BILLING_URL', 'ToChannelFromBotLoginUrl', 'OAuthUrl'],
    ...['ToBotFromChannelOpenIdMetadataUrl', 'ToBotFromEmulatorOpenIdMetadataUrl', 'PUBLIC_URL', 'EVENTS_URL'],
    ...['VERIFY_URL', 'CONTACT_URL', 'EXPENSES_URL'],
  ];
  const remote = [
    ...['http://proxy.contoso.example', 'http://10.0.0.4:8080', 'http://0.0.0.0', 'http://127.0.0.1.evil.example'],
    ...['http://localhost.evil.example', 'HTTP://proxy.contoso.example', 'http://[::2]'],
  ];
  for (const name of names) {
    it(`${name} must be https, unless it is this machine`, () => {
      for (const address of remote) refused({ [name]: address }, RegExp(`^${name} must be an https address: `));
      for (const address of [
        'https://proxy.contoso.example:8443',
        'http://127.0.0.1:1',
        'http://localhost:1',
        'http://[::1]:1',
      ])
        accepted({ [name]: address });
    });
    it(`${name} holds no user name and no password, which would be shown or thrown away`, () => {
      for (const address of [
        'https://user:secret@proxy.contoso.example',
        'https://user@proxy.contoso.example',
        'https://:secret@localhost',
      ]) {
        refused({ [name]: address }, RegExp(`^${name} must be an address without user name and password$`));
      }
    });
  }
  it('SERVICE_URLS takes none without TLS but on this machine, and says which entry it is', () => {
    refused(
      { SERVICE_URLS: 'https://proxy.example/teams, http://proxy.example/teams' },
      /^SERVICE_URLS: entry 2 of 2 must be an https address/,
    );
    refused(
      { SERVICE_URLS: 'https://me:hunter2@proxy.example/' },
      /^SERVICE_URLS: entry 1 of 1 .*user name and password$/,
    );
    accepted({ SERVICE_URLS: 'http://localhost:3000/teams/' });
  });
  it('has nothing behind it, as Purser adds the paths', () => {
    for (const end of ['?', '?a=b', '#', '#top', '/graph?tenant=1'])
      for (const name of ['GRAPH_URL', 'LICENSING_URL', 'PUBLIC_URL'])
        refused({ [name]: `https://proxy.contoso.example${end}` }, RegExp(`^${name} must end before`));
    accepted({ ToBotFromChannelOpenIdMetadataUrl: 'https://login.contoso.example/keys?appid=1' });
  });
  it('has neither version nor tenant at its end, which people copy along', () => {
    refused({ GRAPH_URL: 'https://graph.microsoft.com/v1.0/' }, /^GRAPH_URL must be the address without a version/);
    refused({ LICENSING_URL: 'https://licensing.m365.microsoft.com/v1.0' }, /^LICENSING_URL .*without a version/);
    refused({ LOGIN_URL: `https://login.microsoftonline.com/${tenantId}` }, /^LOGIN_URL .*without a path/);
  });
});

describe('a name that is nearly a setting', () => {
  const meant: Record<string, string> = {
    APPROVER_GROUP: 'APPROVERS_GROUP',
    APPROVERS_GROUPS: 'APPROVERS_GROUP',
    APROVERS_GROUP: 'APPROVERS_GROUP',
    approvers_group: 'APPROVERS_GROUP',
    'APPROVERS-GROUP': 'APPROVERS_GROUP',
    APPROVERS_GROUP_ID: 'APPROVERS_GROUP',
    PURSER_APPROVERS_GROUP: 'APPROVERS_GROUP',
    'APPROVERS_GROUP ': 'APPROVERS_GROUP',
    VIEWER_GROUP: 'VIEWERS_GROUP',
    VEIWERS_GROUP: 'VIEWERS_GROUP',
    APPROVAL_NEEDED: 'APPROVALS_NEEDED',
    APPROVALS_DAYS: 'APPROVAL_DAYS',
    NOTICE_DAY: 'NOTICE_DAYS',
    HOLIDAY: 'HOLIDAYS',
    FOUR_EYE: 'FOUR_EYES',
    READONLY: 'READ_ONLY',
    CANCELATION: 'CANCELLATION',
    MICROSOFT_APP_PASSWORD: 'MicrosoftAppPassword',
    MicrosoftAppTenantID: 'MicrosoftAppTenantId',
    TENANTID: 'TENANT_ID',
    SERVICE_URL: 'SERVICE_URLS',
    TIMEZONE: 'TIME_ZONE',
    STORE_PATH: 'STORE',
    STORE_DIR: 'STORE',
  };
  for (const [name, right] of Object.entries(meant))
    it(`${name} is named, with what was meant, and nothing starts`, () =>
      refused({ [name]: group }, RegExp(`^${name} is no setting of Purser: did you mean ${right}\\?$`)));

  it('is named also where it only begins like one', () => {
    refused({ APPROVAL_COUNT: '2' }, /^APPROVAL_COUNT is no setting of Purser; .*APPROVALS_NEEDED, APPROVAL_DAYS/);
    refused(
      { MicrosoftAppCertificate: 'x' },
      /^MicrosoftAppCertificate is no setting of Purser; .*MicrosoftAppPassword/,
    );
  });
  it('is named once for each, beside everything else that is wrong', () => {
    const problems = problemsOf({ APPROVER_GROUP: group, VIEWER_GROUP: group, PORT: 'x', STORE: 'file:' });
    for (const name of ['APPROVER_GROUP', 'VIEWER_GROUP', 'PORT', 'STORE', 'TENANT_ID', 'MicrosoftAppId'])
      assert.equal(problems.filter((problem) => problem.startsWith(`${name} `)).length, 1, name);
  });
  it('does no harm where the right one says the same', () => {
    accepted({ APPROVERS_GROUP: group, approvers_group: group });
    refused({ APPROVERS_GROUP: group, approvers_group: otherTenant }, /did you mean APPROVERS_GROUP/);
  });
  it('is nobody’s business where it belongs to the machine', () => {
    accepted({
      ...{ HOST: '127.0.0.1', HOSTNAME: 'purser-1', HOME: '/root', PATH: '/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' },
      ...{ USER: 'app', PWD: '/', NODE_ENV: 'production', npm_package_name: 'purser', npm_config_approvers_group: 'x' },
      ...{ AZURE_CLIENT_ID: 'x', AZURE_TENANT_ID: 'x', WEBSITE_HOSTNAME: 'x', APPSETTING_APPROVERS_GROUP: 'x' },
      ...{ IDENTITY_ENDPOINT: 'x', MSI_SECRET: 'x', KUBERNETES_SERVICE_HOST: 'x', PURSER_SERVICE_HOST: '10.0.0.1' },
      ...{ PURSER_PORT: 'tcp://10.0.0.1:80', PURSER_PORT_80_TCP_ADDR: '10.0.0.1', APPROVALS_SERVICE_PORT: '80' },
      ...{ DEVELOPER_NAME: 'Contoso', WEBSITE_URL: 'x', PRIVACY_URL: 'x', TERMS_URL: 'x', PACKAGE_VERSION: '1.0.0' },
      ...{ PORTS: '1', HOSTS: 'x', ENV: 'prod', LOGNAME: 'app', SHELL: '/bin/sh', NODE_EXTRA_CA_CERTS: '/x' },
      ...{ FINANCE_GROUP: group, BILLING: 'on', USAGE: 'on', APPROVER_GROUP: ' ' },
    });
  });
});

describe('a value that can’t work', () => {
  it('two tenants for a bot that lives in one', () => {
    const two = { MicrosoftAppTenantId: otherTenant };
    refused(two, /^TENANT_ID and MicrosoftAppTenantId name two tenants/);
    refused({ ...two, MicrosoftAppType: 'UserAssignedMSI' }, /name two tenants/);
    accepted({ ...two, MicrosoftAppType: 'MultiTenant' });
    accepted({ MicrosoftAppTenantId: tenantId?.toUpperCase() });
  });
  it('a group that is no id, or the placeholder for one', () => {
    refused({ APPROVERS_GROUP: 'Purser Approvers' }, /^APPROVERS_GROUP is not an id of the form/);
    refused({ VIEWERS_GROUP: '00000000-0000-0000-0000-000000000000' }, /^VIEWERS_GROUP is a placeholder/);
  });
  it('a secret with a blank or a line break at its end, and the secret is not told', () => {
    const secrets = {
      MicrosoftAppPassword: 'hunter2\n',
      CLIENT_SECRET: 'hunter2 ',
      CANCELLATION_SECRET: ' hunter2-hunter2-hunter2',
    };
    for (const [name, value] of Object.entries(secrets))
      refused({ [name]: value }, RegExp(`^${name} begins or ends with a blank`));
    const told = problemsOf({ ...least, ...secrets });
    assert.equal(told.length, 3);
    assert.doesNotMatch(told.join(), /hunter2/);
  });
  it('letters that can’t be seen', () => {
    const unseen = ['en\r', '\u200ben', 'e\u0000n', 'en\u2028'];
    for (const value of unseen)
      refused({ LANGUAGE: value }, /^LANGUAGE holds a line break or another character that can’t be seen/);
    refused({ APPROVERS_GROUP: `${group}\r\n` }, /^APPROVERS_GROUP holds/);
    refused({ CONTACT_NAME: 'Desk \u202etiforp' }, /^CONTACT_NAME holds/);
    refused({ MicrosoftAppPassword: '\ufeffsecret' }, /^MicrosoftAppPassword (begins|holds)/);
    accepted({ CONTACT_NAME: 'Zoë’s team 👩‍💻' });
  });
  it('an instruction out of bounds, or of no list', () => {
    const wrong = {
      APPROVALS_NEEDED: '0',
      NOTICE_DAYS: '61',
      SYNC_MINUTES: '1441',
      PORT: '65536',
      MicrosoftAppType: 'Multi',
    };
    for (const [name, value] of Object.entries(wrong)) refused({ [name]: value }, RegExp(`^${name} must be`));
  });
});

describe('a folder for the store', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'purser-config-'));
    writeFileSync(join(folder, 'a-file'), '');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('that is none, is a file, or lies in a file, is told before anything starts', () => {
    for (const value of ['file:', 'file: ']) refused({ STORE: value }, /^STORE names no folder: write it as file:/);
    refused({ STORE: `file:${folder}/a-file` }, /^STORE names a file where it should name a folder/);
    refused({ STORE: `file:${folder}/a-file/data` }, /^STORE names a file where it should name a folder/);
    refused({ STORE: 'file://server/data' }, /^STORE is no address on the net/);
    accepted({ STORE: `file:${folder}/not/yet/there` });
    accepted({ STORE: `file://${folder}` });
  });
});

describe('a certificate', () => {
  it('that fits is taken, as a PEM or a file, with its key before or behind it, or in a chain', async () => {
    const [own, other] = await Promise.all([makePair(), makePair()]);
    const orders = [`${own.cert}${own.private}`, `${own.private}${own.cert}`, `${other.cert}${own.cert}${own.private}`];
    for (const pem of orders) {
      const { bot } = readConfig(withCertificate(pem));
      assert.ok(bot.identity && createTokens(bot.identity));
    }
    const folder = mkdtempSync(join(tmpdir(), 'purser-certificate-'));
    writeFileSync(join(folder, 'purser.pem'), orders[0] ?? '');
    assert.deepEqual(problemsOf(withCertificate(join(folder, 'purser.pem'))), []);
    assert.deepEqual(problemsOf(withCertificate(folder)), ['CLIENT_CERTIFICATE names a folder, not a PEM file']);
    rmSync(folder, { recursive: true });
  });
  it('that is missing, encrypted, expired, early or of another key is told in words, and nothing of it', async () => {
    const [own, other] = await Promise.all([makePair(), makePair()]);
    const cipher = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' } as const;
    const cases: [string, RegExp][] = [
      ['/nowhere/purser.pem', /names a file that is not there/],
      ['-----BEGIN nonsense', /holds no certificate in PEM form/],
      [own.private, /holds no certificate in PEM form/],
      [own.cert, /holds no private key: put certificate and key into one PEM/],
      [`${own.cert}${createPrivateKey(own.private).export(cipher)}`, /holds an encrypted key/],
      [`${own.cert}${other.private}`, /holds a certificate and the key of another one/],
      [
        `${own.cert.slice(0, 200)}\n-----END CERTIFICATE-----\n${own.private}`,
        /holds a certificate that can’t be read/,
      ],
      [await makePem({ from: -30, to: -1 }), /holds a certificate that expired on \d{4}-\d\d-\d\d: renew it/],
      [await makePem({ from: 2, to: 30 }), /holds a certificate that is not valid before \d{4}/],
    ];
    for (const [pem, words] of cases) {
      const problems = problemsOf(withCertificate(pem));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', RegExp(`^CLIENT_CERTIFICATE ${words.source}`));
      assert.doesNotMatch(problems.join(), /BEGIN [A-Z]* ?PRIVATE|[A-Za-z0-9+/]{40}/);
    }
  });
});

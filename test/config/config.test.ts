import assert from 'node:assert/strict';
import { type Config, ConfigProblem, readConfig } from '../../bot/config/config.ts';
import { makePem } from './pem.ts';

const pem = (await makePem()).trim();

type Environment = Record<string, string | undefined>;

const tenantId = '77777777-0000-4000-8000-000000000001';
const botId = '77777777-0000-4000-8000-000000000002';
const otherApp = '77777777-0000-4000-8000-000000000003';

/** The least that starts. */
const least: Environment = { MicrosoftAppId: botId, MicrosoftAppPassword: 'bot-secret', TENANT_ID: tenantId };
/** The least that starts for trying out on one machine. */
const leastDev: Environment = {
  DEV: '1',
  HOST: '127.0.0.1',
  TENANT_ID: tenantId,
  CLIENT_ID: otherApp,
  CLIENT_SECRET: 'client-secret',
  LOGIN_URL: 'https://localhost:1001',
  GRAPH_URL: 'https://127.0.0.1:1002/graph',
  LICENSING_URL: 'http://[::1]:1003',
};

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigProblem, String(error));
    for (const problem of error.problems) assert.ok(error.message.includes(problem));
    return error.problems;
  }
  return [];
}

/** Exactly one problem, and it says this. */
function refused(environment: Environment, words: RegExp): void {
  const problems = problemsOf(environment);
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0] ?? '', words);
}

const prefixes = (config: Config): string[] => config.bot.serviceUrls.map(String);
const microsoftPrefixes = [
  'https://smba.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/',
  'https://smba.infra.teams.microsoft.com/',
];

describe('configuration', () => {
  describe('problems', () => {
    it('an empty environment is told all that is missing at once', () => {
      const problems = problemsOf({}).join('\n');
      for (const name of ['MicrosoftAppId', 'MicrosoftAppPassword', 'TENANT_ID']) assert.match(problems, RegExp(name));
    });

    it('every value that can’t be read is told at once, each by the name of its variable', () => {
      const bad = {
        PORT: '70000',
        DEV: 'yes',
        MicrosoftAppId: 'purser',
        MicrosoftAppType: 'Multi',
        LOGIN_URL: 'ftp://x',
        TIME_ZONE: 'Mars/Olympus',
        LANGUAGE: 'de',
        SYNC_MINUTES: '0',
        APPROVERS_GROUP: 'Approvers',
        APPROVALS_NEEDED: 'two',
        APPROVAL_DAYS: '0',
        NOTICE_DAYS: '-1',
        HOLIDAYS: 'Christmas',
        CANCELLATION: 'always',
        CANCELLATION_SECRET: 'short',
        CANCELLATION_REASONS: 'x'.repeat(81),
        CONTACT_URL: 'it support',
        MAIL_FROM: 'it support',
        LOG_LEVEL: 'loud',
      };
      const problems = problemsOf({ ...least, ...bad });
      assert.equal(problems.length, Object.keys(bad).length, problems.join('\n'));
      for (const name of Object.keys(bad))
        assert.ok(
          problems.some((problem) => problem.startsWith(`${name} `)),
          name,
        );
    });

    it('what can’t be read does not hide what is missing or does not go together', () => {
      const problems = problemsOf({
        PORT: '70000',
        LANGUAGE: 'de',
        STORE: 'postgres://db.example/purser',
        SERVICE_URLS: 'nonsense',
        GRAPH_URL: 'https://graph.microsoft.us',
      }).join('\n');
      const expected = ['PORT', 'LANGUAGE', 'STORE', 'SERVICE_URLS', 'US government', 'MicrosoftAppId', 'TENANT_ID'];
      for (const name of expected) assert.match(problems, RegExp(name));
    });

    it('every problem is a sentence of the house, none a message of the library', () => {
      const wrong = {
        ...{ PORT: 'http', SYNC_MINUTES: 'often', LOG_LEVEL: 'loud', MicrosoftAppType: 'Multi', DEV: 'true' },
        ...{ APPROVALS_NEEDED: '1.5', APPROVAL_DAYS: 'three', NOTICE_DAYS: '61', HOLIDAYS: '2026-02-30' },
        ...{ CANCELLATION: 'webhook:', CANCELLATION_SECRET: 'x', CANCELLATION_REASONS: 'a;'.repeat(13) },
      };
      const problems = problemsOf({ ...least, ...wrong });
      for (const problem of problems) assert.doesNotMatch(problem, /invalid (input|option)|\bNaN\b|expected/i);
    });

    it('no secret is in any of them, however wrong the rest is', () => {
      const secrets = {
        MicrosoftAppPassword: 'hunter2-bot',
        CLIENT_SECRET: 'hunter2-client',
        CLIENT_CERTIFICATE: '-----BEGIN PRIVATE KEY----- hunter2-key',
        STORE: 'postgres://purser:hunter2-store@db.example/purser',
        LOGIN_URL: 'ftp://user:hunter2-login@login.example',
        CONTACT_URL: 'hunter2-contact',
        CANCELLATION: 'webhook:https://user:hunter2-cancellation@automation.example',
        CANCELLATION_SECRET: 'hunter2-short',
      };
      const rest = { DEV: 'hm', MicrosoftAppId: 'hm', SERVICE_URLS: 'ftp://user:hunter2-service@x' };
      for (const environment of [
        { ...secrets, ...rest },
        { ...secrets, LOGIN_URL: undefined, CONTACT_URL: undefined, SERVICE_URLS: rest.SERVICE_URLS },
        { ...secrets, LOGIN_URL: undefined, CONTACT_URL: undefined, DEV: '1' },
      ]) {
        const problems = problemsOf(environment);
        assert.ok(problems.length > 1);
        assert.doesNotMatch(problems.join('\n'), /hunter2/);
      }
    });
  });

  describe('who may start', () => {
    it('nobody without an app id', () => refused({ ...least, MicrosoftAppId: undefined }, /MicrosoftAppId is missing/));
    it('nobody without a tenant', () => refused({ ...least, TENANT_ID: undefined }, /TENANT_ID .*is missing/));
    it('nobody without a proof of who the bot is', () =>
      refused({ ...least, MicrosoftAppPassword: undefined }, /MicrosoftAppPassword is missing/));
    it('an empty variable counts as unset', () => {
      refused({ ...least, MicrosoftAppId: '' }, /MicrosoftAppId is missing/);
      refused({ ...least, TENANT_ID: ' \t' }, /TENANT_ID .*is missing/);
      const empty = Object.fromEntries(
        ['PORT', 'HOST', 'DEV', 'LANGUAGE', 'CLIENT_ID', 'GRAPH_URL', 'SERVICE_URLS', 'OAuthUrl'].map((name) => [
          name,
          '',
        ]),
      );
      assert.deepEqual(readConfig({ ...least, ...empty }), readConfig(least));
    });
    it('DEV=1 needs no app id, and authenticates nobody', () => {
      const { dev, bot } = readConfig({ ...leastDev, MicrosoftAppId: botId, MicrosoftAppPassword: 'bot-secret' });
      assert.deepEqual(
        { dev, appId: bot.appId, identity: bot.identity },
        { dev: true, appId: '', identity: undefined },
      );
      assert.deepEqual(problemsOf(leastDev), []);
    });
    for (const name of ['HOST', 'LOGIN_URL', 'GRAPH_URL', 'LICENSING_URL']) {
      const unlike =
        name === 'HOST'
          ? ['0.0.0.0', '::', '10.0.0.4', '127.0.0.1.evil.example', 'localhost.evil.example']
          : ['https://login.microsoftonline.com', 'https://localhost.evil.example', 'https://127.0.0.1@evil.example'];
      it(`DEV=1 is refused where ${name} is not this machine alone`, () => {
        for (const value of [undefined, ...unlike])
          refused({ ...leastDev, [name]: value }, RegExp(`so ${name} must be`));
      });
    }
    it('DEV=0 is the same as none', () => assert.deepEqual(readConfig({ ...least, DEV: '0' }), readConfig(least)));
    const clouds: [Environment, RegExp][] = [
      [{ GRAPH_URL: 'https://graph.microsoft.us' }, /US government .*no self-service purchases/],
      [{ GRAPH_URL: 'https://dod-graph.microsoft.us/' }, /US government/],
      [{ LOGIN_URL: 'https://login.microsoftonline.us' }, /US government/],
      [{ ChannelService: 'https://botframework.azure.us' }, /US government/],
      [{ ToChannelFromBotOAuthScope: 'https://api.botframework.us' }, /US government/],
      [{ ToBotFromChannelTokenIssuer: 'https://api.botframework.us' }, /US government/],
      [{ SERVICE_URLS: 'https://smba.infra.gov.teams.microsoft.us/' }, /US government/],
      [{ GRAPH_URL: 'https://microsoftgraph.chinacloudapi.cn' }, /21Vianet shows no Adaptive Cards/],
      [{ LOGIN_URL: 'https://login.partner.microsoftonline.cn' }, /21Vianet/],
      [{ ChannelService: 'https://botframework.azure.cn' }, /21Vianet/],
    ];
    for (const [cloud, why] of clouds)
      it(`not in the cloud of ${Object.entries(cloud).join()}, and it says why`, () =>
        refused({ ...least, ...cloud }, why));
    it('an own proxy under a domain that ends like a cloud is no cloud', () => {
      assert.deepEqual(problemsOf({ ...least, GRAPH_URL: 'https://graph-proxy.contoso.us' }), []);
    });
  });

  describe('values', () => {
    it('are Microsoft’s public ones where nothing is set', () => {
      const { bot, microsoft, ...rest } = readConfig(least);
      assert.deepEqual(bot.framework, {
        ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToBotFromEmulatorOpenIdMetadataUrl:
          'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        CallerId: 'urn:botframework:azure',
      });
      assert.deepEqual(
        [microsoft.graphUrl, microsoft.identity.authority, microsoft.licensingUrl],
        [
          'https://graph.microsoft.com',
          `https://login.microsoftonline.com/${tenantId}`,
          'https://licensing.m365.microsoft.com',
        ],
      );
      const { port, host, dev, store, timeZone, language, syncMinutes, logLevel } = rest;
      assert.deepEqual(
        { port, host, dev, store, timeZone, language, syncMinutes, logLevel },
        {
          ...{ port: 3978, host: undefined, dev: false, store: { kind: 'file', folder: './data' } },
          ...{ timeZone: 'UTC', language: 'en', syncMinutes: 15, logLevel: 'info' },
        },
      );
    });
    it('SERVICE_URLS adds to Microsoft’s own, spaces and empty entries aside', () => {
      assert.deepEqual(prefixes(readConfig(least)), microsoftPrefixes);
      const given = readConfig({
        ...least,
        SERVICE_URLS: ' https://proxy.example/teams ,, http://127.0.0.1:9/teams/ ,',
      });
      assert.deepEqual(prefixes(given), [
        ...microsoftPrefixes,
        'https://proxy.example/teams',
        'http://127.0.0.1:9/teams/',
      ]);
      refused(
        { ...least, SERVICE_URLS: 'https://proxy.example, ftp://x/' },
        /SERVICE_URLS: entry 2 of 2 is not an http/,
      );
    });
    it('it is a read-only pilot only where READ_ONLY is 1, and a slip in it does not start Purser as none', () => {
      assert.equal(readConfig(least).microsoft.readOnly, false);
      assert.equal(readConfig({ ...least, READ_ONLY: '0' }).microsoft.readOnly, false);
      assert.equal(readConfig({ ...least, READ_ONLY: '1' }).microsoft.readOnly, true);
      for (const value of ['true', 'yes', '2']) refused({ ...least, READ_ONLY: value }, /^READ_ONLY must be 0 or 1/);
      for (const name of ['READONLY', 'READ_ONYL']) refused({ ...least, [name]: '1' }, /READ_ONLY/);
    });
    it('there is e-mail only where MAIL_FROM names a mailbox', () => {
      assert.equal(readConfig(least).microsoft.mailFrom, undefined);
      assert.equal(
        readConfig({ ...least, MAIL_FROM: ' purser@contoso.com ' }).microsoft.mailFrom,
        'purser@contoso.com',
      );
      refused({ ...least, MAIL_FROM: 'purser' }, /^MAIL_FROM is not an e-mail address; write one like/);
    });
    it('the Teams app goes by the id of the bot, whichever app calls Microsoft', () => {
      const { microsoft } = readConfig({ ...least, CLIENT_ID: otherApp, CLIENT_SECRET: 'mine' });
      assert.deepEqual([microsoft.appId, microsoft.identity.clientId], [botId, otherApp]);
    });
    it('only DEV=1 lets loopback connectors in by itself', () => {
      assert.ok(prefixes(readConfig(leastDev)).includes('http://127.0.0.1/'));
      assert.ok(!prefixes(readConfig(least)).some((prefix) => prefix.startsWith('http:')));
    });
    it('ToChannelFromBotLoginUrl wins over LOGIN_URL for the bot alone', () => {
      const login = { LOGIN_URL: 'https://login.example/', ToChannelFromBotLoginUrl: 'https://bot-login.example/t' };
      const { bot, microsoft } = readConfig({ ...least, ...login });
      assert.equal(bot.identity?.authority, 'https://bot-login.example/t');
      assert.equal(microsoft.identity.authority, `https://login.example/${tenantId}`);
      const multi = readConfig({ ...least, MicrosoftAppType: 'MultiTenant' }).bot.identity?.authority;
      assert.equal(multi, 'https://login.microsoftonline.com/botframework.com');
    });
  });

  describe('takeovers', () => {
    const secret = 'sixteen letters!';
    const takeoversOf = (environment: Environment) => readConfig({ ...least, ...environment }).takeovers;
    const webhook = 'webhook:https://automation.example/cancel';

    it('take one approval within three working days, two of notice, and a person who ends the purchase', () => {
      assert.deepEqual(takeoversOf({}), {
        ...{ approvalsNeeded: 1, approvalDays: 3, noticeDays: 5 },
        calendar: { timeZone: 'UTC', holidays: new Set(), weekend: new Set([6, 0]) },
        ...{ reasons: undefined, ending: { kind: 'guided' } },
      });
    });
    it('are as the organisation wants them', () => {
      const takeovers = takeoversOf({
        ...{ APPROVALS_NEEDED: '5', APPROVAL_DAYS: ' 60 ', NOTICE_DAYS: '0', TIME_ZONE: 'Europe/Paris' },
        ...{
          HOLIDAYS: ' 2026-12-25,2027-01-01, ,2028-02-29,',
          CANCELLATION_REASONS: 'Too dear; We have it;;Too dear ;',
        },
        ...{ CANCELLATION: webhook, CANCELLATION_SECRET: secret },
      });
      const holidays = new Set(['2026-12-25', '2027-01-01', '2028-02-29']);
      assert.deepEqual(takeovers, {
        ...{ approvalsNeeded: 5, approvalDays: 60, noticeDays: 0 },
        calendar: { timeZone: 'Europe/Paris', holidays, weekend: new Set([6, 0]) },
        reasons: ['Too dear', 'We have it'],
        ending: { kind: 'webhook', url: 'https://automation.example/cancel', secret },
      });
    });
    const numbers: [string, string[], RegExp][] = [
      ['APPROVALS_NEEDED', ['0', '6', '1.5', 'two', '5.5'], /^APPROVALS_NEEDED must be a whole number, 1 to 5$/],
      ['APPROVAL_DAYS', ['0', '61', '2.5', '3d'], /^APPROVAL_DAYS must be a whole number of working days, 1 to 60$/],
      ['NOTICE_DAYS', ['-1', '61', '0.5', 'none'], /^NOTICE_DAYS must be a whole number of working days, 0 to 60$/],
    ];
    for (const [name, values, words] of numbers)
      for (const value of values) it(`${name}=${value} is none`, () => refused({ ...least, [name]: value }, words));
    it('every holiday that is none is told by its place and as it was written', () => {
      assert.deepEqual(problemsOf({ ...least, HOLIDAYS: '2026-12-25, 25.12.2026,2027-01-01, 2027-02-29' }), [
        'HOLIDAYS entry 2 of 4 (25.12.2026) is not a date; write one like 2026-12-25',
        'HOLIDAYS entry 4 of 4 (2027-02-29) is not a date; write one like 2026-12-25',
      ]);
    });
    it('reasons are at most twelve, each of at most 80 characters', () => {
      const full = Array.from({ length: 12 }, (_, n) => String(n).padEnd(80, '.'));
      assert.deepEqual(takeoversOf({ CANCELLATION_REASONS: full.join(';') }).reasons, full);
      refused(
        { ...least, CANCELLATION_REASONS: [...full, 'x'].join(';') },
        /^CANCELLATION_REASONS has more than 12 reasons$/,
      );
      const long = `short;${'x'.repeat(81)}`;
      refused(
        { ...least, CANCELLATION_REASONS: long },
        /^CANCELLATION_REASONS entry 2 of 2 has more than 80 characters$/,
      );
      assert.equal(takeoversOf({ CANCELLATION_REASONS: ' ; ' }).reasons, undefined);
    });

    for (const value of ['auto', 'guided', ' guided '])
      it(`CANCELLATION=${value} is a person’s work, with a secret left over or none`, () => {
        assert.deepEqual(takeoversOf({ CANCELLATION: value }).ending, { kind: 'guided' });
        assert.deepEqual(takeoversOf({ CANCELLATION: value, CANCELLATION_SECRET: secret }).ending, { kind: 'guided' });
      });
    const endings: [string, RegExp][] = [
      ['yes', /^CANCELLATION must be auto, guided or webhook:https/],
      ['https://automation.example', /^CANCELLATION must be auto, guided or webhook:https/],
      ['webhook:', /^CANCELLATION must be auto, guided or webhook:https/],
      ['webhook:automation', /^CANCELLATION must call an https address/],
      ['webhook:http://automation.example', /^CANCELLATION must call an https address/],
      ['webhook:http://127.0.0.1.evil.example/', /^CANCELLATION must call an https address/],
      ['webhook:ftp://127.0.0.1/', /^CANCELLATION must call an https address/],
      ['webhook:https://user:secret@automation.example', /^CANCELLATION must call an address without user name/],
    ];
    for (const [value, words] of endings)
      it(`CANCELLATION=${value} is refused`, () =>
        refused({ ...least, CANCELLATION: value, CANCELLATION_SECRET: secret }, words));
    it('only on the same machine the automation may be called without TLS', () => {
      for (const url of ['http://127.0.0.1:8080/cancel', 'http://localhost/x', 'http://[::1]:9/'])
        assert.deepEqual(takeoversOf({ CANCELLATION: `webhook:${url}`, CANCELLATION_SECRET: secret }).ending, {
          ...{ kind: 'webhook', url, secret },
        });
    });
    it('an automation without a secret is refused, and so is a short one', () => {
      refused({ ...least, CANCELLATION: webhook }, /^CANCELLATION_SECRET is missing: .*at least 16 characters/);
      const short = { CANCELLATION: webhook, CANCELLATION_SECRET: 'fifteen letters' };
      refused({ ...least, ...short }, /^CANCELLATION_SECRET must have at least 16 characters$/);
    });
    it('DEV=1, where anyone may approve, calls no automation but one on this machine', () => {
      const outside = { CANCELLATION: webhook, CANCELLATION_SECRET: secret };
      refused({ ...leastDev, ...outside }, /so CANCELLATION must be a loopback address/);
      assert.deepEqual(problemsOf({ ...leastDev, ...outside, CANCELLATION: 'webhook:http://localhost:1/' }), []);
    });
  });

  describe('proofs of who Purser is, to the connector and to Microsoft', () => {
    const managed = { ...least, MicrosoftAppPassword: undefined, MicrosoftAppType: 'UserAssignedMSI' };
    const table: [string, Environment, string, string][] = [
      ['the bot’s password serves both', least, 'secret bot-secret', 'secret bot-secret'],
      ['a secret of its own', { ...least, CLIENT_SECRET: 'mine' }, 'secret bot-secret', 'secret mine'],
      ['another app', { ...least, CLIENT_ID: otherApp, CLIENT_SECRET: 'mine' }, 'secret bot-secret', 'secret mine'],
      ['one certificate', { ...least, MicrosoftAppPassword: undefined, CLIENT_CERTIFICATE: pem }, pem, pem],
      [
        'the certificate of another app is not shown for the bot',
        { ...least, CLIENT_ID: otherApp, CLIENT_CERTIFICATE: pem },
        'secret bot-secret',
        pem,
      ],
      ['a managed identity', managed, 'managed-identity', 'managed-identity'],
      [
        'a managed identity for the bot and a secret for another app',
        { ...managed, CLIENT_ID: otherApp, CLIENT_SECRET: 'mine' },
        'managed-identity',
        'secret mine',
      ],
      [
        'a password left over from before it was a managed identity',
        { ...managed, MicrosoftAppPassword: 'old' },
        'managed-identity',
        'managed-identity',
      ],
    ];
    for (const [name, environment, bot, microsoft] of table)
      it(name, () => {
        const config = readConfig(environment);
        const shown = [config.bot.identity, config.microsoft.identity].map((identity) => {
          const proof = identity?.proof;
          if (proof?.kind === 'certificate') return proof.pem;
          return proof?.kind === 'secret' ? `secret ${proof.secret}` : proof?.kind;
        });
        assert.deepEqual(shown, [bot, microsoft]);
      });
    it('another app without a proof of its own is refused', () =>
      refused({ ...least, CLIENT_ID: otherApp }, /CLIENT_ID names another app .* CLIENT_SECRET or CLIENT_CERTIFICATE/));
  });
});

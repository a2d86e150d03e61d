import assert from 'node:assert/strict';
import { type Config, ConfigProblem, readConfig } from '../../bot/config.ts';

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
      const wrong = { PORT: 'http', SYNC_MINUTES: 'often', LOG_LEVEL: 'loud', MicrosoftAppType: 'Multi', DEV: 'true' };
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

  describe('proofs of who Purser is, to the connector and to Microsoft', () => {
    const managed = { ...least, MicrosoftAppPassword: undefined, MicrosoftAppType: 'UserAssignedMSI' };
    const table: [string, Environment, string, string][] = [
      ['the bot’s password serves both', least, 'secret bot-secret', 'secret bot-secret'],
      ['a secret of its own', { ...least, CLIENT_SECRET: 'mine' }, 'secret bot-secret', 'secret mine'],
      ['another app', { ...least, CLIENT_ID: otherApp, CLIENT_SECRET: 'mine' }, 'secret bot-secret', 'secret mine'],
      ['one certificate', { ...least, MicrosoftAppPassword: undefined, CLIENT_CERTIFICATE: 'pem' }, 'pem', 'pem'],
      [
        'the certificate of another app is not shown for the bot',
        { ...least, CLIENT_ID: otherApp, CLIENT_CERTIFICATE: 'pem' },
        'secret bot-secret',
        'pem',
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

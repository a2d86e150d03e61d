/**
 * The configuration: environment in, a checked `Config` out. Every problem is reported at once, each in a sentence that says
 * what to set. Nothing else in the house reads the environment.
 */
import { Environment, microsoft, refusedClouds } from './environment.ts';

/** How an app proves who it is to Entra. */
export type Proof =
  | { kind: 'secret'; secret: string }
  | { kind: 'certificate'; pem: string }
  | { kind: 'managed-identity' };

/** An Entra app that asks for tokens. `authority` is a login address with its tenant, e.g. `https://login.microsoftonline.com/<tenant>`. */
export interface AppIdentity {
  clientId: string;
  authority: string;
  proof: Proof;
}

export interface Config {
  port: number;
  host: string | undefined;
  dev: boolean;
  tenantId: string;
  bot: {
    /** Empty in development, where nobody is authenticated. */
    appId: string;
    identity: AppIdentity | undefined;
    /** Bot Framework's own settings, under its own names. */
    framework: FrameworkSettings;
    /** Connector prefixes an activity may name as its serviceUrl. */
    serviceUrls: readonly URL[];
  };
  microsoft: { identity: AppIdentity; graphUrl: string; licensingUrl: string };
  store: { kind: 'file'; folder: string };
  approversGroup: string | undefined;
  viewersGroup: string | undefined;
  timeZone: string;
  language: 'en' | 'fr';
  syncMinutes: number;
  contact: { name: string | undefined; url: string | undefined };
  logLevel: string;
}

export interface FrameworkSettings {
  ToBotFromChannelOpenIdMetadataUrl: string;
  ToBotFromChannelTokenIssuer: string;
  ToBotFromEmulatorOpenIdMetadataUrl: string;
  ToChannelFromBotLoginUrl: string;
  ToChannelFromBotOAuthScope: string;
  OAuthUrl: string;
  CallerId: string;
}

export class ConfigProblem extends Error {
  override name = 'ConfigProblem';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Purser can't start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/**
 * Reads the environment. A variable that is set but empty counts as not set, as shells and container platforms leave them.
 *
 * @throws ConfigProblem with every problem found.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = Environment.safeParse(set);
  if (!read.success) {
    throw new ConfigProblem(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const env = read.data;
  const dev = env.DEV === '1';
  const serviceUrls = readServiceUrls(env.SERVICE_URLS, dev);
  const problems = [
    ...(dev ? problemsInDevelopment(env) : problemsOutside(env)),
    ...problemsOfCloud(env),
    ...serviceUrls.problems,
    ...(env.STORE.startsWith('file:')
      ? []
      : [`STORE must be file:FOLDER; this version keeps its records in files only`]),
    ...((env.TENANT_ID ?? env.MicrosoftAppTenantId)
      ? []
      : ['TENANT_ID (or MicrosoftAppTenantId) is missing: the id of your Entra tenant']),
  ];
  if (problems.length > 0) throw new ConfigProblem(problems);
  return assemble(env, dev, serviceUrls.urls);
}

function problemsInDevelopment(env: Environment): string[] {
  const mustBeLocal = {
    HOST: env.HOST,
    LOGIN_URL: env.LOGIN_URL,
    GRAPH_URL: env.GRAPH_URL,
    LICENSING_URL: env.LICENSING_URL,
  };
  return [
    ...Object.entries(mustBeLocal)
      .filter(([, value]) => !value || !isLoopback(value))
      .map(([name]) => `DEV=1 lets anyone in, so ${name} must be a loopback address (127.0.0.1 or localhost)`),
    ...(env.CLIENT_ID ? [] : ['CLIENT_ID is missing: the Entra app that calls the stand-in tenant']),
    ...(env.CLIENT_SECRET || env.CLIENT_CERTIFICATE ? [] : ['CLIENT_SECRET or CLIENT_CERTIFICATE is missing']),
  ];
}

function problemsOutside(env: Environment): string[] {
  const problems: string[] = [];
  const managed = env.MicrosoftAppType === 'UserAssignedMSI';
  if (!env.MicrosoftAppId) {
    problems.push(
      'MicrosoftAppId is missing: the id of the bot registration. Without it nobody could be authenticated (DEV=1 is for trying out on one machine)',
    );
  }
  if (!managed && !env.MicrosoftAppPassword && !env.CLIENT_CERTIFICATE) {
    problems.push('MicrosoftAppPassword is missing (or set CLIENT_CERTIFICATE, or MicrosoftAppType=UserAssignedMSI)');
  }
  if (
    env.CLIENT_ID &&
    env.CLIENT_ID !== env.MicrosoftAppId &&
    !managed &&
    !env.CLIENT_SECRET &&
    !env.CLIENT_CERTIFICATE
  ) {
    problems.push(
      'CLIENT_ID names another app than the bot, so it needs CLIENT_SECRET or CLIENT_CERTIFICATE of its own',
    );
  }
  return problems;
}

function problemsOfCloud(env: Environment): string[] {
  const addresses = [env.LOGIN_URL, env.GRAPH_URL, env.LICENSING_URL, env.ToChannelFromBotLoginUrl, env.ChannelService];
  const hosts = addresses
    .filter((value) => value !== undefined)
    .map((value) => (URL.canParse(value) ? new URL(value).hostname : value));
  return refusedClouds.filter((cloud) => hosts.some((host) => cloud.host.test(host))).map((cloud) => cloud.why);
}

function readServiceUrls(list: string, dev: boolean): { urls: URL[]; problems: string[] } {
  const given = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const wrong = given.filter((entry) => !URL.canParse(entry) || !/^https?:$/.test(new URL(entry).protocol));
  const local = dev ? ['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/'] : [];
  return {
    urls: [...microsoft.serviceUrls, ...local, ...given.filter((entry) => !wrong.includes(entry))].map(
      (entry) => new URL(entry),
    ),
    problems: wrong.map((entry) => `SERVICE_URLS holds "${entry}", which is not an http(s) address`),
  };
}

function assemble(env: Environment, dev: boolean, serviceUrls: readonly URL[]): Config {
  const tenantId = env.TENANT_ID ?? env.MicrosoftAppTenantId ?? '';
  const appId = dev ? '' : (env.MicrosoftAppId ?? '');
  const ownTenant =
    env.MicrosoftAppType === 'MultiTenant' ? 'botframework.com' : (env.MicrosoftAppTenantId ?? tenantId);
  const botLogin = env.ToChannelFromBotLoginUrl ?? `${env.LOGIN_URL}/${ownTenant}`;
  const proof = proofOf(env, env.MicrosoftAppPassword);
  return {
    port: env.PORT,
    host: env.HOST,
    dev,
    tenantId,
    bot: {
      appId,
      identity: dev ? undefined : { clientId: appId, authority: botLogin, proof },
      framework: {
        ToBotFromChannelOpenIdMetadataUrl: env.ToBotFromChannelOpenIdMetadataUrl,
        ToBotFromChannelTokenIssuer: env.ToBotFromChannelTokenIssuer,
        ToBotFromEmulatorOpenIdMetadataUrl: env.ToBotFromEmulatorOpenIdMetadataUrl,
        ToChannelFromBotLoginUrl: botLogin,
        ToChannelFromBotOAuthScope: env.ToChannelFromBotOAuthScope,
        OAuthUrl: env.OAuthUrl,
        CallerId: env.CallerId,
      },
      serviceUrls,
    },
    microsoft: {
      identity: {
        clientId: env.CLIENT_ID ?? appId,
        authority: `${env.LOGIN_URL}/${tenantId}`,
        proof:
          env.CLIENT_ID && env.CLIENT_ID !== env.MicrosoftAppId
            ? proofOf(env, env.CLIENT_SECRET)
            : proofOf(env, env.CLIENT_SECRET ?? env.MicrosoftAppPassword),
      },
      graphUrl: env.GRAPH_URL,
      licensingUrl: env.LICENSING_URL,
    },
    store: { kind: 'file', folder: env.STORE.slice('file:'.length) },
    approversGroup: env.APPROVERS_GROUP,
    viewersGroup: env.VIEWERS_GROUP,
    timeZone: env.TIME_ZONE,
    language: env.LANGUAGE,
    syncMinutes: env.SYNC_MINUTES,
    contact: { name: env.CONTACT_NAME, url: env.CONTACT_URL },
    logLevel: env.LOG_LEVEL,
  };
}

function proofOf(env: Environment, secret: string | undefined): Proof {
  if (env.CLIENT_CERTIFICATE) return { kind: 'certificate', pem: env.CLIENT_CERTIFICATE };
  if (secret) return { kind: 'secret', secret };
  return { kind: 'managed-identity' };
}

/** True for an address or host that only this machine can reach. */
export function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The configuration: environment in, a checked `Config` out. Every problem is reported at once, each in a sentence that says
 * what to set. Nothing else of Purser reads the environment.
 */
import { type Calendar, saturdayAndSunday } from '../../store/takeover/calendar.ts';
import { problemsOfAddresses, wrongWithConnector } from './addresses.ts';
import { Environment, microsoft } from './environment.ts';
import { problemsOfFiles } from './files.ts';
import { problemsOfNames } from './names.ts';
import { isApart, problemsOf } from './problems.ts';
import { shownSettings } from './secrecy.ts';
import { unclean } from './unclean.ts';

/** How an app proves who it is to Entra. */
type Proof = { kind: 'secret'; secret: string } | { kind: 'certificate'; pem: string } | { kind: 'managed-identity' };

/** An Entra app that asks for tokens. `authority` is a login address with its tenant, e.g. `https://login.microsoftonline.com/<tenant>`. */
export interface AppIdentity {
  clientId: string;
  authority: string;
  proof: Proof;
}

export interface Config {
  port: number;
  host: string | undefined;
  /** The port of /health, /ready and /metrics; undefined where they are on the public one. */
  opsPort: number | undefined;
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
    /** The connector to write to before any activity has named one. */
    serviceUrl: string;
    /** Requests that Teams takes from one bot in one tenant. */
    perSecond: number;
  };
  microsoft: {
    identity: AppIdentity;
    graphUrl: string;
    licensingUrl: string;
    /** Of Azure Billing, which only the doctor’s report asks. */
    billingUrl: string;
    /** The bot's app id: the id of its Teams app too, under which the organisation publishes it. */
    appId: string;
    /** A pilot: whatever was granted, nothing is changed there. */
    readOnly: boolean;
    /** The mailbox Purser sends from; undefined where it sends no e-mail. */
    mailFrom: string | undefined;
  };
  store: { kind: 'file'; folder: string };
  approversGroup: string | undefined;
  viewersGroup: string | undefined;
  /** What a second person has to approve: what touches very much, everything, or nothing but takeovers. */
  fourEyes: 'wide' | 'all' | 'off';
  takeovers: {
    /** Different people who must approve. */
    approvalsNeeded: number;
    /** Working days until a request expires. */
    approvalDays: number;
    /** Working days between the approval and the first step. */
    noticeDays: number;
    calendar: Calendar;
    /** The operator's own reasons for ending a purchase; undefined: Purser's. */
    reasons: readonly string[] | undefined;
    /** How a purchase that is taken over ends: by a person whom Purser guides, or by the operator's own automation. */
    ending: { kind: 'guided' } | { kind: 'webhook'; url: string; secret: string };
  };
  /** Where licences are asked for: here, or nowhere, or at the page of another system. */
  requests: { here: boolean; link: string | undefined };
  /** A purchaser who left is told of so many days later. */
  leaverDays: number;
  /** What proposes commands for free text; undefined where the operator has none. */
  model: { url: string; key: string | undefined; name: string } | undefined;
  timeZone: string;
  language: 'en' | 'fr';
  syncMinutes: number;
  /** The address under which people reach Purser's own links; undefined if they can't. */
  publicUrl: string | undefined;
  contact: { name: string | undefined; url: string | undefined };
  /** Pages of the organisation that notices point to: is this message real, how to claim expenses. */
  pages: { verify: string | undefined; expenses: string | undefined };
  logLevel: string;
  /** What is set, as the log may tell it. */
  settings: Readonly<Record<string, string>>;
}

interface FrameworkSettings {
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

type Given = Record<string, string | undefined>;

/**
 * Reads the environment. A variable that is set but empty counts as not set, as shells and container platforms leave them.
 *
 * @throws ConfigProblem with every problem found.
 */
export function readConfig(environment: Given, now = new Date()): Config {
  const { env, problems: unreadable } = readEach(environment);
  const dev = env.DEV === '1';
  const serviceUrls = readServiceUrls(env.SERVICE_URLS, dev);
  const apart = problemsOf(env, serviceUrls.urls);
  // Of an address that must be on this machine nothing else need be said.
  const addresses = problemsOfAddresses(environment).filter(
    (problem) => !apart.some((other) => other.includes(`so ${problem.split(' ')[0]} must be a loopback`)),
  );
  const problems = [...apart, ...addresses, ...problemsOfFiles(env, now), ...serviceUrls.problems];
  const told = [...unreadable, ...onceByName(problems, unreadable), ...problemsOfNames(environment)];
  if (told.length > 0) throw new ConfigProblem(told);
  return { ...assemble(env, dev, serviceUrls.urls), settings: shownSettings(environment) };
}

/** A variable that can't be read is reported once: that it is missing, too, goes without saying. */
function onceByName(problems: readonly string[], unreadable: readonly string[]): string[] {
  const named = new Set(unreadable.map((problem) => problem.split(' ')[0]));
  return problems.filter((problem) => ![...named].some((name) => problem.startsWith(`${name} `)));
}

/** Each variable on its own, so that one that can't be read does not hide what is wrong with the others. */
function readEach(environment: Given): { env: Environment; problems: string[] } {
  const problems: string[] = [];
  const entries = Object.entries(Environment.shape).map(([name, shape]) => {
    const value = environment[name]?.trim() ? environment[name] : undefined;
    const dirt = value && unclean(name, value);
    const read = shape.safeParse(value);
    if (read.success && !dirt) return [name, read.data];
    const wrong = dirt ? [dirt] : (read.error?.issues ?? []).map(({ message }) => message);
    problems.push(...new Set(wrong.map((words) => `${name} ${words}`)));
    return [name, shape.safeParse(undefined).data];
  });
  return { env: Object.fromEntries(entries) as Environment, problems };
}

function readServiceUrls(list: string, dev: boolean): { urls: URL[]; problems: string[] } {
  const given = list
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
  const isWrong = (entry: string): boolean => wrongWithConnector(entry) !== undefined;
  const local = dev ? ['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/'] : [];
  return {
    urls: [...microsoft.serviceUrls, ...local, ...given.filter((entry) => !isWrong(entry))].map(
      (entry) => new URL(entry),
    ),
    // Not the entry itself: an address may carry a password.
    problems: given.flatMap((entry, at) => {
      const wrong = wrongWithConnector(entry);
      return wrong ? [`SERVICE_URLS: entry ${at + 1} of ${given.length} ${wrong}`] : [];
    }),
  };
}

/** The first the operator named, else that of the worldwide cloud ("Send proactive messages": the global endpoint). */
function ownServiceUrl(list: string): string {
  const [first] = list.split(',').map((entry) => entry.trim());
  return first || 'https://smba.trafficmanager.net/teams/';
}

function assemble(env: Environment, dev: boolean, serviceUrls: readonly URL[]): Omit<Config, 'settings'> {
  const tenantId = env.TENANT_ID ?? env.MicrosoftAppTenantId ?? '';
  const appId = dev ? '' : (env.MicrosoftAppId ?? '');
  return {
    port: env.PORT,
    host: env.HOST,
    opsPort: env.OPS_PORT,
    dev,
    tenantId,
    bot: botIn(env, { appId, tenantId, dev, serviceUrls }),
    microsoft: {
      identity: {
        clientId: env.CLIENT_ID ?? appId,
        authority: `${env.LOGIN_URL}/${tenantId}`,
        proof: clientProof(env),
      },
      graphUrl: env.GRAPH_URL,
      licensingUrl: env.LICENSING_URL,
      billingUrl: env.BILLING_URL,
      appId,
      readOnly: env.READ_ONLY === '1',
      mailFrom: env.MAIL_FROM,
    },
    store: { kind: 'file', folder: env.STORE.slice('file:'.length) },
    approversGroup: env.APPROVERS_GROUP,
    viewersGroup: env.VIEWERS_GROUP,
    fourEyes: env.FOUR_EYES,
    takeovers: takeoversIn(env),
    requests: {
      here: env.REQUESTS === 'on',
      link: typeof env.REQUESTS === 'object' ? env.REQUESTS.link : undefined,
    },
    leaverDays: env.LEAVER_DAYS,
    model: env.OPENAI_BASE_URL
      ? { url: env.OPENAI_BASE_URL, key: env.OPENAI_API_KEY, name: env.OPENAI_MODEL ?? '' }
      : undefined,
    timeZone: env.TIME_ZONE,
    language: env.LANGUAGE,
    syncMinutes: env.SYNC_MINUTES,
    publicUrl: env.PUBLIC_URL,
    contact: { name: env.CONTACT_NAME, url: env.CONTACT_URL },
    pages: { verify: env.VERIFY_URL, expenses: env.EXPENSES_URL },
    logLevel: env.LOG_LEVEL,
  };
}

function botIn(
  env: Environment,
  {
    appId,
    tenantId,
    dev,
    serviceUrls,
  }: Pick<Config, 'tenantId' | 'dev'> & Pick<Config['bot'], 'appId' | 'serviceUrls'>,
): Config['bot'] {
  const ownTenant = env.MicrosoftAppTenantId ?? tenantId;
  const tenant = env.MicrosoftAppType === 'MultiTenant' ? 'botframework.com' : ownTenant;
  const login = env.ToChannelFromBotLoginUrl ?? `${env.LOGIN_URL}/${tenant}`;
  return {
    appId,
    identity: dev ? undefined : { clientId: appId, authority: login, proof: botProof(env) },
    framework: {
      ToBotFromChannelOpenIdMetadataUrl: env.ToBotFromChannelOpenIdMetadataUrl,
      ToBotFromChannelTokenIssuer: env.ToBotFromChannelTokenIssuer,
      ToBotFromEmulatorOpenIdMetadataUrl: env.ToBotFromEmulatorOpenIdMetadataUrl,
      ToChannelFromBotLoginUrl: login,
      ToChannelFromBotOAuthScope: env.ToChannelFromBotOAuthScope,
      OAuthUrl: env.OAuthUrl,
      CallerId: env.CallerId,
    },
    serviceUrls,
    serviceUrl: ownServiceUrl(env.SERVICE_URLS),
    perSecond: env.TEAMS_PER_SECOND,
  };
}

function takeoversIn(env: Environment): Config['takeovers'] {
  const { CANCELLATION: ending, CANCELLATION_SECRET: secret = '', CANCELLATION_REASONS: reasons } = env;
  return {
    approvalsNeeded: env.APPROVALS_NEEDED,
    approvalDays: env.APPROVAL_DAYS,
    noticeDays: env.NOTICE_DAYS,
    calendar: { timeZone: env.TIME_ZONE, holidays: new Set(env.HOLIDAYS), weekend: saturdayAndSunday },
    reasons: reasons.length > 0 ? [...new Set(reasons)] : undefined,
    ending: typeof ending === 'string' ? { kind: 'guided' } : { kind: 'webhook', url: ending.webhook, secret },
  };
}

function botProof(env: Environment): Proof {
  if (env.MicrosoftAppType === 'UserAssignedMSI') return { kind: 'managed-identity' };
  if (env.CLIENT_CERTIFICATE && !isApart(env)) return { kind: 'certificate', pem: env.CLIENT_CERTIFICATE };
  return { kind: 'secret', secret: env.MicrosoftAppPassword ?? '' };
}

function clientProof(env: Environment): Proof {
  if (env.CLIENT_CERTIFICATE) return { kind: 'certificate', pem: env.CLIENT_CERTIFICATE };
  if (env.CLIENT_SECRET) return { kind: 'secret', secret: env.CLIENT_SECRET };
  return isApart(env) ? { kind: 'managed-identity' } : botProof(env);
}

/** Finds variables that are missing or contradict each other, though each can be read. */
import { isLoopback } from '../http.ts';
import { problemsOfPaths } from './addresses.ts';
import { type Environment, refusedClouds } from './environment.ts';

export function problemsOf(env: Environment, serviceUrls: readonly URL[]): string[] {
  return [
    ...(env.DEV === '1' ? problemsInDevelopment(env) : problemsOutside(env)),
    ...problemsOfCloud(env, serviceUrls),
    ...problemsAnywhere(env),
    ...problemsOfPaths(env),
  ];
}

function problemsAnywhere(env: Environment): string[] {
  const wrong: [boolean, string][] = [
    [
      env.OPS_PORT !== undefined && env.OPS_PORT !== 0 && env.OPS_PORT === env.PORT,
      'OPS_PORT must be another port than PORT: what it serves is then not served there',
    ],
    [!env.STORE.startsWith('file:'), 'STORE must be file:FOLDER; this version keeps its records in files only'],
    [
      !(env.TENANT_ID ?? env.MicrosoftAppTenantId),
      'TENANT_ID (or MicrosoftAppTenantId) is missing: the id of your Entra tenant',
    ],
    [
      Boolean(env.OPENAI_BASE_URL) !== Boolean(env.OPENAI_MODEL),
      env.OPENAI_BASE_URL
        ? 'OPENAI_MODEL is missing: which model of OPENAI_BASE_URL is asked'
        : 'OPENAI_BASE_URL is missing: where the model that OPENAI_MODEL names is asked',
    ],
    [
      typeof env.CANCELLATION !== 'string' && !env.CANCELLATION_SECRET,
      'CANCELLATION_SECRET is missing: by it the automation that CANCELLATION names knows that it is Purser who calls (at least 16 characters)',
    ],
  ];
  return wrong.filter(([is]) => is).map(([, problem]) => problem);
}

function problemsInDevelopment(env: Environment): string[] {
  const mustBeLocal = {
    ...(typeof env.CANCELLATION === 'string' ? {} : { CANCELLATION: env.CANCELLATION.webhook }),
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
  const [ours, bots] = [env.TENANT_ID, env.MicrosoftAppTenantId].map((id) => id?.toLowerCase());
  if (ours && bots && ours !== bots && env.MicrosoftAppType !== 'MultiTenant') {
    problems.push(
      'TENANT_ID and MicrosoftAppTenantId name two tenants, but a bot of type SingleTenant or UserAssignedMSI works only in its own: set both to the tenant whose people Purser serves',
    );
  }
  if (!env.MicrosoftAppId) {
    problems.push(
      'MicrosoftAppId is missing: the id of the bot registration. Without it nobody could be authenticated (DEV=1 is for trying out on one machine)',
    );
  }
  if (!managed && !env.MicrosoftAppPassword && (!env.CLIENT_CERTIFICATE || isApart(env))) {
    problems.push(
      'MicrosoftAppPassword is missing: the value of a client secret of the bot’s app (or set CLIENT_CERTIFICATE, or MicrosoftAppType=UserAssignedMSI)',
    );
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

function problemsOfCloud(env: Environment, serviceUrls: readonly URL[]): string[] {
  const named = [
    ...[env.LOGIN_URL, env.GRAPH_URL, env.LICENSING_URL, env.ToChannelFromBotLoginUrl, env.ChannelService],
    ...[
      env.ToChannelFromBotOAuthScope,
      env.ToBotFromChannelTokenIssuer,
      env.ToBotFromChannelOpenIdMetadataUrl,
      env.OAuthUrl,
    ],
  ].filter((value) => value !== undefined);
  const hosts = [...named.map((value) => asUrl(value)), ...serviceUrls];
  return refusedClouds.filter(({ host }) => hosts.some((url) => url && host.test(url.hostname))).map(({ why }) => why);
}

/** A host alone is how some of these settings are written. */
function asUrl(value: string): URL | undefined {
  const text = URL.canParse(value) ? value : `https://${value}`;
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Another app than the bot calls Microsoft: then each has a proof of its own. */
export function isApart(env: Environment): boolean {
  return env.CLIENT_ID !== undefined && env.CLIENT_ID !== env.MicrosoftAppId;
}

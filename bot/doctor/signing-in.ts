/** Whether Entra gives tokens: to the app that calls Microsoft, and to the bot. */
import type { AppIdentity, Config } from '../config/config.ts';
import { graphAudience } from '../microsoft/graph.ts';
import { createTokens, TokenRefused, type Tokens } from '../microsoft/tokens.ts';
import { type Finding, finding, type Gap, type GapName } from './gaps.ts';
import { type Given, settingOf } from './settings.ts';

/** "Microsoft Entra authentication and authorization error codes". */
const gapOf: Readonly<Record<string, GapName>> = {
  AADSTS90002: 'tenant',
  AADSTS900023: 'tenant',
  AADSTS90013: 'tenant',
  AADSTS700016: 'app',
  AADSTS7000229: 'app',
  AADSTS7000112: 'app',
  AADSTS7000215: 'secret',
  AADSTS7000216: 'secret',
  AADSTS7000222: 'secret-expired',
  AADSTS700027: 'certificate',
  AADSTS700024: 'certificate',
  AADSTS700023: 'certificate',
  AADSTS7000214: 'certificate',
};

/** The settings that an identity is made of, as this operator has set them. */
interface Names {
  app: string;
  secret: string;
  tenant: string;
}

function namesOf(config: Config, given: Given): Record<'client' | 'bot', Names> {
  const tenant = settingOf(given, 'TENANT_ID', 'MicrosoftAppTenantId');
  const bot = { app: 'MicrosoftAppId', secret: proofName(config.bot.identity, 'MicrosoftAppPassword'), tenant };
  const client = {
    app: settingOf(given, 'CLIENT_ID', 'MicrosoftAppId'),
    secret: proofName(config.microsoft.identity, settingOf(given, 'CLIENT_SECRET', 'MicrosoftAppPassword')),
    tenant,
  };
  return { client, bot };
}

function proofName(identity: AppIdentity | undefined, secret: string): string {
  return identity?.proof.kind === 'certificate' ? 'CLIENT_CERTIFICATE' : secret;
}

export interface SignIn {
  /** Of the app that calls Microsoft; undefined where it gets none. */
  tokens: Tokens | undefined;
  findings: Finding[];
}

/** @param noTenant Entra's number, where it is known already that there is no such tenant */
export async function signIn(config: Config, given: Given, noTenant: string | undefined): Promise<SignIn> {
  const names = namesOf(config, given);
  const { identity } = config.microsoft;
  const tokens = createTokens(identity);
  const scope = config.bot.framework.ToChannelFromBotOAuthScope;
  const asked = async (get: () => Promise<string>, of: Names, clientId: string): Promise<Gap | undefined> => {
    const code = noTenant ?? (await refusalOf(get));
    if (code === undefined) return undefined;
    return refusedGap(noTenant ? 'tenant' : (gapOf[code] ?? 'sign-in'), { code, clientId, ...of });
  };
  const { identity: bot } = config.bot;
  const [client, own] = await Promise.all([
    asked(() => tokens(graphAudience, true), names.client, identity.clientId),
    bot && asked(() => createTokens(bot)(scope, true), names.bot, bot.clientId),
  ]);
  const findings = [
    finding('sign-in', client ? [client] : [], { app: identity.clientId }),
    ...(bot ? [finding('bot', own ? [own] : [], { app: bot.clientId })] : []),
  ];
  return { tokens: client ? undefined : tokens, findings };
}

/** Entra's own code where it gave no token. */
async function refusalOf(get: () => Promise<string>): Promise<string | undefined> {
  try {
    await get();
    return undefined;
  } catch (error) {
    if (error instanceof TokenRefused) return error.code;
    throw error;
  }
}

function refusedGap(name: GapName, about: Names & { code: string; clientId: string }): Gap {
  const { tenant, app, secret } = about;
  const settings: Partial<Record<GapName, string>> = { tenant, app, 'sign-in': app };
  return { name, of: settings[name] ?? secret, needed: true, about: { ...about } };
}

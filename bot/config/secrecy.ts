/** Which settings may be read by whoever reads the log: a new one has to say, or nothing compiles. */
import { isDeepStrictEqual } from 'node:util';
import { Environment } from './environment.ts';

/**
 * `address`: without its path and what follows, where a key may be. Of what is `personal` or `secret`, only that it is set.
 */
type Secrecy = 'public' | 'address' | 'personal' | 'secret';

export const secrecy: Readonly<Record<keyof Environment, Secrecy>> = {
  PORT: 'public',
  OPS_PORT: 'public',
  HOST: 'public',
  DEV: 'public',
  MicrosoftAppId: 'public',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppType: 'public',
  MicrosoftAppTenantId: 'public',
  ChannelService: 'address',
  ToBotFromChannelOpenIdMetadataUrl: 'address',
  ToBotFromChannelTokenIssuer: 'address',
  ToBotFromEmulatorOpenIdMetadataUrl: 'address',
  ToChannelFromBotLoginUrl: 'address',
  ToChannelFromBotOAuthScope: 'address',
  OAuthUrl: 'address',
  CallerId: 'public',
  TENANT_ID: 'public',
  CLIENT_ID: 'public',
  CLIENT_SECRET: 'secret',
  CLIENT_CERTIFICATE: 'secret',
  LOGIN_URL: 'address',
  GRAPH_URL: 'address',
  LICENSING_URL: 'address',
  BILLING_URL: 'address',
  SERVICE_URLS: 'address',
  STORE: 'address',
  APPROVERS_GROUP: 'public',
  VIEWERS_GROUP: 'public',
  APPROVALS_NEEDED: 'public',
  APPROVAL_DAYS: 'public',
  LEAVER_DAYS: 'public',
  NOTICE_DAYS: 'public',
  HOLIDAYS: 'public',
  CANCELLATION: 'address',
  CANCELLATION_SECRET: 'secret',
  CANCELLATION_REASONS: 'personal',
  REQUESTS: 'address',
  READ_ONLY: 'public',
  FOUR_EYES: 'public',
  TEAMS_PER_SECOND: 'public',
  TIME_ZONE: 'public',
  LANGUAGE: 'public',
  SYNC_MINUTES: 'public',
  PUBLIC_URL: 'address',
  CONTACT_NAME: 'personal',
  CONTACT_URL: 'address',
  EXPENSES_URL: 'address',
  VERIFY_URL: 'address',
  MAIL_FROM: 'personal',
  OPENAI_BASE_URL: 'address',
  OPENAI_API_KEY: 'secret',
  OPENAI_MODEL: 'public',
  LOG_LEVEL: 'public',
};

const shownAs: Readonly<Record<Secrecy, (value: string) => string>> = {
  public: (value) => value,
  address: (value) => value.split(',').map(withoutPath).join(','),
  personal: () => 'set',
  secret: () => 'set',
};

/** What is set to something else than its default, as the log may tell it. */
export function shownSettings(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(secrecy).flatMap(([name, kind]) => {
    const value = given[name]?.trim();
    return value && !isDefault(name as keyof Environment, value) ? [[name, shownAs[kind](value)] as const] : [];
  });
  return Object.fromEntries(entries);
}

function isDefault(name: keyof Environment, value: string): boolean {
  const [given, without] = [value, undefined].map((each) => Environment.shape[name].safeParse(each).data);
  return isDeepStrictEqual(given, without);
}

/** `webhook:https://host`, `file:./data`, `guided`: a word, and the host if there is one. */
function withoutPath(text: string): string {
  const [, kind = '', address = text] = /^(webhook:)(.+)$/.exec(text.trim()) ?? [];
  if (!/^[a-z]+:\/\//i.test(address.trim())) return text.trim();
  if (!URL.canParse(address)) return 'set';
  const { protocol, host } = new URL(address);
  return `${kind}${protocol}//${host}`;
}

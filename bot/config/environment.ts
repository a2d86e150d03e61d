/** The environment variables Purser knows, each with its shape and default. */
import { z } from 'zod/v4';
import { isConfidential } from '../http.ts';

/** Microsoft's public addresses: facts of the Bot Framework and Entra references. */
export const microsoft = {
  login: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  licensing: 'https://licensing.m365.microsoft.com',
  billing: 'https://management.azure.com',
  channelMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  channelIssuer: 'https://api.botframework.com',
  emulatorMetadata: 'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
  botScope: 'https://api.botframework.com',
  oauth: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
  /** Teams' connectors: the public cloud and GCC (`TeamsProactiveServiceEndpoints` of the Agents SDK). */
  serviceUrls: [
    'https://smba.trafficmanager.net/',
    'https://smba.infra.gcc.teams.microsoft.com/',
    'https://smba.infra.teams.microsoft.com/',
  ],
} as const;

/** Clouds in which people can't buy, or Teams shows no cards: starting there would only mislead. */
export const refusedClouds: readonly { host: RegExp; why: string }[] = [
  {
    host: /(^|\.)(microsoftonline|botframework|azure|(graph|teams|dod-graph)\.microsoft)\.us$|^(dod-)?graph\.microsoft\.us$/,
    why: 'US government clouds (GCC High, DoD) have no self-service purchases, so there is nothing for Purser to keep in hand',
  },
  {
    host: /(^|\.)(chinacloudapi|partner\.microsoftonline|azure)\.cn$/,
    why: 'Teams operated by 21Vianet shows no Adaptive Cards, and Purser speaks in cards',
  },
];

const text = z.string().trim().min(1);
const nobody = '00000000-0000-0000-0000-000000000000';
const guid = z
  .guid(`is not an id of the form ${nobody}`)
  .refine((id) => id !== nobody, 'is a placeholder: put the real id in its place');
/** Compared with what Microsoft says, which is taken in small letters. */
const group = guid.transform((id) => id.toLowerCase());
const url = z
  .url({ protocol: /^https?$/, error: 'is not an http(s) address' })
  .transform((value) => value.replace(/\/+$/, ''));

const port = 'must be a port number, 0 to 65535';
const minutes = 'must be a number of minutes, 1 to 1440';
const whole = (from: number, to: number, what: string) => {
  const wrong = `must be ${what}, ${from} to ${to}`;
  return z.coerce.number(wrong).int(wrong).min(from, wrong).max(to, wrong);
};
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export const Environment = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3978),
  OPS_PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).optional(),
  HOST: text.optional(),
  DEV: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  MicrosoftAppId: guid.optional(),
  MicrosoftAppPassword: text.optional(),
  MicrosoftAppType: z
    .enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'must be SingleTenant, MultiTenant or UserAssignedMSI')
    .default('SingleTenant'),
  MicrosoftAppTenantId: guid.optional(),
  ChannelService: text.optional(),
  ToBotFromChannelOpenIdMetadataUrl: url.default(microsoft.channelMetadata),
  ToBotFromChannelTokenIssuer: text.default(microsoft.channelIssuer),
  ToBotFromEmulatorOpenIdMetadataUrl: url.default(microsoft.emulatorMetadata),
  ToChannelFromBotLoginUrl: url.optional(),
  ToChannelFromBotOAuthScope: text.default(microsoft.botScope),
  OAuthUrl: url.default(microsoft.oauth),
  CallerId: text.default(microsoft.callerId),
  TENANT_ID: guid.optional(),
  CLIENT_ID: guid.optional(),
  CLIENT_SECRET: text.optional(),
  CLIENT_CERTIFICATE: text.optional(),
  LOGIN_URL: url.default(microsoft.login),
  GRAPH_URL: url.default(microsoft.graph),
  LICENSING_URL: url.default(microsoft.licensing),
  BILLING_URL: url.default(microsoft.billing),
  SERVICE_URLS: z.string().default(''),
  TEAMS_PER_SECOND: whole(2, 50, 'a whole number of requests').default(30),
  STORE: text.default('file:./data'),
  APPROVERS_GROUP: group.optional(),
  VIEWERS_GROUP: group.optional(),
  APPROVALS_NEEDED: whole(1, 5, 'a whole number').default(1),
  REQUESTS: requesting().default('on'),
  READ_ONLY: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  FOUR_EYES: z.enum(['wide', 'all', 'off'], 'must be wide, all or off').default('wide'),
  APPROVAL_DAYS: whole(1, 60, 'a whole number of working days').default(3),
  NOTICE_DAYS: whole(0, 60, 'a whole number of working days').default(5),
  LEAVER_DAYS: whole(0, 60, 'a whole number of days').default(1),
  HOLIDAYS: list(',', (day) => (isDay(day) ? undefined : `(${day}) is not a date; write one like 2026-12-25`)).default(
    [],
  ),
  CANCELLATION: cancellation().default('auto'),
  CANCELLATION_SECRET: text.min(16, 'must have at least 16 characters').optional(),
  CANCELLATION_REASONS: list(';', (reason) => (reason.length > 80 ? 'has more than 80 characters' : undefined))
    .refine((reasons) => reasons.length <= 12, 'has more than 12 reasons')
    .default([]),
  TIME_ZONE: text.refine(isTimeZone, 'is not a time zone; write one like Europe/Paris').default('UTC'),
  LANGUAGE: z.enum(['en', 'fr'], 'must be en or fr').default('en'),
  SYNC_MINUTES: z.coerce.number(minutes).min(1, minutes).max(1440, minutes).default(15),
  PUBLIC_URL: url.optional(),
  CONTACT_NAME: text.optional(),
  CONTACT_URL: url.optional(),
  EXPENSES_URL: url.optional(),
  VERIFY_URL: url.optional(),
  MAIL_FROM: text.pipe(z.email('is not an e-mail address; write one like purser@contoso.com')).optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_API_KEY: text.optional(),
  OPENAI_MODEL: text.optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** @param wrong says what is wrong with an entry; which one it is, is said here */
function list(separator: string, wrong: (entry: string) => string | undefined) {
  return z.string().transform((value, context) => {
    const entries = value
      .split(separator)
      .map((entry) => entry.trim())
      .filter(Boolean);
    for (const [at, entry] of entries.entries()) {
      const why = wrong(entry);
      if (why) context.addIssue(`entry ${at + 1} of ${entries.length} ${why}`);
    }
    return entries;
  });
}

/** Where licences are asked for: here, nowhere, or at a page of another system. */
function requesting() {
  return text.transform((value, context): 'on' | 'off' | { link: string } => {
    if (value === 'on' || value === 'off') return value;
    if (!/^https?:/i.test(value) || !URL.canParse(value))
      context.addIssue(
        'must be on, off, or the address where licences are requested, like https://it.contoso.com/licences',
      );
    return { link: value };
  });
}

/** How a purchase ends that Purser can't end itself: the best way there is, by a person, or by the operator's own automation. */
function cancellation() {
  return text.transform((value, context): 'auto' | 'guided' | { webhook: string } => {
    if (value === 'auto' || value === 'guided') return value;
    const webhook = /^webhook:(.+)$/.exec(value)?.[1]?.trim();
    const wrong = webhook === undefined ? 'must be auto, guided or webhook:https://…' : whyNotCalled(webhook);
    if (wrong) context.addIssue(wrong);
    return { webhook: webhook ?? '' };
  });
}

/** Never with the address itself, which may carry a password. */
function whyNotCalled(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isConfidential(address))
    return 'must call an https address, like webhook:https://automation.contoso.com/cancel: what is sent there names people';
  if (url.username || url.password)
    return 'must call an address without user name and password: each call is signed with CANCELLATION_SECRET';
  return undefined;
}

function isDay(value: string): boolean {
  return z.iso.date().safeParse(value).success;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

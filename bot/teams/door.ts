/**
 * Decides who may come in. Bot Framework's token proves only that the Bot Connector sent something to this bot: not from which
 * tenant, not from which channel, and nothing at all about an activity that names no serviceUrl. This file checks those.
 */
import { z } from 'zod/v4';
import type { Config } from '../config/config.ts';
import { oneLine } from '../foreign.ts';
import { claimsIn } from '../microsoft/tokens.ts';

/** What people, channels and teams are called. */
const name = z.string().transform((text) => oneLine(text));

/** The fields of an activity that Purser looks at; the others are kept as they came. */
export const ActivityShape = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string().optional(),
  from: z.looseObject({ id: z.string().min(1), name: name.optional(), aadObjectId: z.string().optional() }),
  recipient: z.looseObject({ id: z.string() }).optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().nullish(),
    isGroup: z.boolean().nullish(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string() }).optional(),
      team: z.looseObject({ name: name.nullish() }).nullish(),
      channel: z.looseObject({ name: name.nullish() }).nullish(),
    })
    .nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  /** Of a message: what a pressed `Action.Submit` carried. Of an invoke: the action. */
  value: z.unknown().optional(),
  /** Of what was pressed: the message with the card. */
  replyToId: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  /** Of a message: its text as HTML, and what it quotes. */
  attachments: z.array(z.unknown()).nullish(),
  /** Of an installationUpdate: `add`, `remove`, `add-upgrade` … */
  action: z.string().nullish(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).nullish(),
});
export type DoorActivity = z.infer<typeof ActivityShape>;

/** Why something was turned away: a closed list for the log and the metrics; the sender never learns it. */
type Rejection = 'channel' | 'tenant' | 'service-url';

/**
 * Why an activity may not come in; undefined if it may. Pure.
 *
 * @param named the serviceUrl the token names; null where nobody is authenticated (development)
 */
export function rejection(
  activity: DoorActivity,
  named: string | null,
  config: Pick<Config, 'tenantId'> & { bot: Pick<Config['bot'], 'serviceUrls'>; dev: boolean },
): Rejection | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  const { tenantId } = activity.conversation;
  const tenants = [activity.channelData?.tenant?.id, ...(tenantId ? [tenantId] : [])];
  if (!tenants.every((tenant) => tenant?.toLowerCase() === config.tenantId.toLowerCase())) return 'tenant';
  if (!activity.serviceUrl || (named !== null && named !== activity.serviceUrl)) return 'service-url';
  const lies = config.bot.serviceUrls.some((prefix) => liesUnder(activity.serviceUrl ?? '', prefix, config.dev));
  return lies ? undefined : 'service-url';
}

/**
 * The issuer a bearer token claims, before anything in it is believed. Only the Bot Connector speaks to Purser. A token of
 * anyone else (the Emulator's, another bot's) is turned away unread, because the SDK remembers the tenant such tokens name for
 * ever, before it has checked a signature. The Connector's own tokens name no tenant.
 */
export function claimedIssuer(authorization: string): string | undefined {
  const [, token = ''] = /^Bearer ([\w-]+\.[\w-]+\.)/.exec(authorization) ?? [];
  const claims = Claims.safeParse(claimsIn(token)).data;
  return claims?.tid === undefined ? claims?.iss : undefined;
}

const Claims = z.object({ iss: z.string(), tid: z.unknown() }).partial();

/** Compared as parsed origin and path: `https://host/teams` covers `/teams/x`, not `/teamsters` nor `host.evil.example`. */
function liesUnder(serviceUrl: string, prefix: URL, anyLoopbackPort: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  // In development each stand-in has a port of its own.
  const sameOrigin =
    anyLoopbackPort && prefix.protocol === 'http:' && prefix.port === ''
      ? url.protocol === 'http:' && url.hostname === prefix.hostname
      : url.origin === prefix.origin;
  const folder = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return sameOrigin && !url.username && !url.password && `${url.pathname}/`.startsWith(folder);
}

/** Conversations Purser is in, and what it knows of the people it speaks with. */
import { z } from 'zod/v4';
import { Day, Instant } from './shared.ts';

/** What a chat can ask to be told of. */
export const topics = ['alerts', 'approvals', 'renewals', 'digest', 'report'] as const;
export type Topic = (typeof topics)[number];

/** How often a digest comes. */
export const digestPeriods = ['daily', 'weekly'] as const;
export type DigestPeriod = (typeof digestPeriods)[number];

/** Why Purser can't write somewhere: blocked by the person, taken out by them or an admin, never there, or the chat is gone. */
export const Away = z.strictObject({ why: z.enum(['blocked', 'removed', 'absent', 'gone']), since: Instant });
export type Away = z.infer<typeof Away>;

/** Of the day, where the organisation is: from the beginning of one to the beginning of another, `18` to `8`. */
export const Hours = z.strictObject({ from: z.number().int().min(0).max(23), until: z.number().int().min(0).max(23) });
export type Hours = z.infer<typeof Hours>;

const chatKinds = ['personal', 'group', 'channel'] as const;

export const Chat = z.strictObject({
  /** Conversation id, without `;messageid=`. */
  id: z.string(),
  kind: z.enum(chatKinds),
  serviceUrl: z.string(),
  /** The channel or team by name, where Teams told it. */
  name: z.string().nullable(),
  /** Entra object id of the person of a personal chat. */
  person: z.string().nullable(),
  /** Entra object id of who added Purser here, where Teams told it. */
  addedBy: z.string().nullable(),
  /** When Purser was added here; null where it only heard from here. The welcome is a notice of its own. */
  welcomedAt: Instant.nullable(),
  topics: z.array(z.enum(topics)),
  /** How often it gets its digest; absent: once a week. */
  digest: z.enum(digestPeriods).optional(),
  /** The day of its last digest; absent: it had none. */
  digested: Day.optional(),
  /** Of what it wants to hear nothing for a while: a product by its `skuId`, or one purchase by its id. */
  mutes: z.array(z.strictObject({ of: z.string(), name: z.string(), until: Instant })).optional(),
  /** What its person does not want to hear of, though they would without asking; absent: nothing. */
  quiet: z.array(z.enum(topics)).optional(),
  /** When nothing is posted there that can wait; absent: at no time. */
  quietHours: Hours.optional(),
  /** Those who can decide are mentioned by name when an approval is asked for; absent: nobody is. */
  mentions: z.literal(true).optional(),
  away: Away.nullable(),
});
export type Chat = z.infer<typeof Chat>;

export const Member = z.strictObject({
  /** Entra object id. */
  id: z.string(),
  /** The id Teams gives a person for this bot (`29:…`); null until they wrote to it in person. */
  teamsId: z.string().nullable(),
  /** Chosen with `language`; null if the person never chose. */
  language: z.enum(['en', 'fr']).nullable(),
  /** The last locale Teams told. */
  locale: z.string().nullable(),
  /** Their personal chat with Purser; null until they wrote there, or Purser to them. */
  chat: z.strictObject({ id: z.string(), serviceUrl: z.string() }).nullable(),
  away: Away.nullable(),
  /** They said that they are not at work: others are called until then. Over by itself; absent: they never said so. */
  leave: z.strictObject({ since: Instant, until: Instant }).optional(),
  /** As Microsoft told them when they last spoke; absent in records of older versions. */
  name: z.string().optional(),
  userName: z.string().nullable().optional(),
  mail: z.string().nullable().optional(),
});
export type Member = z.infer<typeof Member>;

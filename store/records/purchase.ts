/** Purchases, the people and products they name, and who holds a licence. */
import { z } from 'zod/v4';
import { Day, Instant } from './shared.ts';

export const kinds = ['self-service', 'central', 'partner'] as const;
export type Kind = (typeof kinds)[number];

/**
 * `companySubscription.status`: the v1.0 reference lists the first five, an older beta page has `Expired` too.
 * `Unknown` is a value Microsoft has not documented; the purchase is kept and shown as such.
 */
export const statuses = ['Enabled', 'Warning', 'Suspended', 'LockedOut', 'Expired', 'Deleted', 'Unknown'] as const;
export type Status = (typeof statuses)[number];

/**
 * What speaks for a purchase being of its kind, strongest first. No document of Microsoft says which rows are self-service,
 * so the evidence is kept and shown.
 */
const evidences = [
  'partner-tenant',
  'department-sku',
  'shared-sku',
  'owner-is-user',
  'owner-left',
  'owner-is-guest',
  'owner-is-admin',
  'owner-is-organisation',
  'owner-is-not-given',
] as const;
export type Evidence = (typeof evidences)[number];

/** `unsure`: what is known speaks as much for a central purchase. */
export const sures = ['unsure', 'probable', 'confirmed'] as const;
export type Sure = (typeof sures)[number];

/** Sanctioned by its owner until the morning it is reviewed; from then on it waits for somebody's word. */
export const Kept = z.strictObject({
  kind: z.literal('kept'),
  by: z.string(),
  name: z.string(),
  since: Instant,
  until: Instant,
  why: z.string(),
});
export type Kept = z.infer<typeof Kept>;

export const Purchase = z.strictObject({
  /** `P-12` */
  id: z.string().regex(/^P-[1-9]\d*$/),
  /** `companySubscription.id` */
  subscription: z.string(),
  /** The ids it had before Microsoft gave it this one as it renewed, oldest first; absent where it had no other. */
  formerly: z.array(z.string()).optional(),
  /** What Microsoft's support asks for; null where Microsoft gives none. */
  commerceId: z.string().nullable(),
  /** `skuId`: also the id of the product. */
  sku: z.string(),
  skuPart: z.string(),
  /** Entra object id of the owner; null where the owner is no person. */
  purchaser: z.string().nullable(),
  /** Null where Microsoft gives no number that can be one. */
  quantity: z.number().int().nullable(),
  trial: z.boolean(),
  status: z.enum(statuses),
  /** Microsoft's own word where `status` is `Unknown`, otherwise null. */
  statusWord: z.string().nullable(),
  createdAt: Day.nullable(),
  /** `nextLifecycleDateTime`: when it renews, converts or ends; Microsoft doesn't say which. */
  nextAt: Day.nullable(),
  /** Microsoft gives the last day there is: it has no next date. */
  endless: z.boolean(),
  kind: z.enum(kinds),
  sure: z.enum(sures),
  evidence: z.array(z.enum(evidences)),
  /** Who settled the kind, and when; null while it is only concluded. The name is kept as it was then. */
  settled: z.strictObject({ by: z.string(), name: z.string(), at: Instant }).nullable(),
  /**
   * What somebody does about it. Who said to see to it, or asked its purchaser, counts until a day; a takeover until it ends, and
   * what was kept when it was requested is so again should it come to nothing.
   */
  decision: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['in-hand', 'asked']), by: z.string(), name: z.string(), until: Instant }),
      Kept,
      z.strictObject({
        kind: z.literal('takeover'),
        by: z.string(),
        name: z.string(),
        takeover: z.string(),
        instead: Kept.optional(),
      }),
    ])
    .nullable(),
  firstSeenAt: Instant,
  /**
   * Since when complete syncs have not had it, and how many in a row; null while it is listed. `gone` once two syncs have
   * not had it and Microsoft, asked for it by id, has no such subscription; until then it is only not visible.
   */
  absent: z
    .strictObject({
      since: Instant,
      syncs: z.number().int().positive(),
      /** How often Microsoft was asked for it by id. */
      asked: z.number().int(),
      gone: z.boolean(),
    })
    .nullable(),
});
export type Purchase = z.infer<typeof Purchase>;

export const Person = z.strictObject({
  /** Entra object id. */
  id: z.string(),
  /** Display name; null if Microsoft never told it (someone who left before Purser came). */
  name: z.string().nullable(),
  userName: z.string().nullable(),
  mail: z.string().nullable(),
  department: z.string().nullable(),
  language: z.string().nullable(),
  guest: z.boolean(),
  enabled: z.boolean(),
  /** Can buy for the organisation: Global or Billing Administrator. */
  admin: z.boolean(),
  /** Microsoft was asked for a deleted account and has none: its name is lost. */
  forgotten: z.boolean(),
  /** First sync in which Microsoft no longer had this person; null while it has. */
  leftAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

export const Product = z.strictObject({
  /** `skuId` */
  id: z.string(),
  part: z.string(),
  /** As people know it; the part number where no list names it. */
  name: z.string(),
  /** Seats in the pool of this SKU: Microsoft pools all subscriptions of one SKU. */
  seats: z.number().int(),
  used: z.number().int(),
  /** Further seats of subscriptions that have expired but still work, and of those that are suspended; absent: none. */
  warning: z.number().int().optional(),
  suspended: z.number().int().optional(),
  /** It is for the organisation as a whole: nobody can be given a licence of it. */
  wholeOrganisation: z.literal(true).optional(),
});
export type Product = z.infer<typeof Product>;

/**
 * A lot that some seats of a SKU lie in which people bought for themselves, as Microsoft's allotments tell it: the subscriptions it
 * is backed by, each under one of its ids in lower case, and who was given its seats, directly or as a member of a group.
 */
export const Allotment = z.strictObject({
  /** Microsoft's own. */
  id: z.string(),
  sku: z.string(),
  seats: z.number().int(),
  used: z.number().int(),
  subscriptions: z.array(z.string()),
  people: z.array(z.string()),
  groups: z.array(z.strictObject({ id: z.string(), members: z.array(z.string()) })),
});
export type Allotment = z.infer<typeof Allotment>;

/**
 * What a tenant answered when it was asked for allotments: `absent` where it has none, `refused` where it shows them to no app,
 * `half` where some of the answer is missing. Of a whole answer: how many lots are backed by one subscription, by several and by
 * none it names, and by which of its ids a subscription is named.
 */
export const AllotmentsAnswer = z.strictObject({
  said: z.enum(['whole', 'absent', 'refused', 'half']),
  /** The last time it was whole, where what it said then is kept although the answer since was half. */
  keptFrom: Instant.optional(),
  single: z.number().int(),
  pooled: z.number().int(),
  unnamed: z.number().int(),
  byId: z.number().int(),
  byCommerceId: z.number().int(),
  byNeither: z.number().int(),
});
export type AllotmentsAnswer = z.infer<typeof AllotmentsAnswer>;

/** Who holds a SKU that has a self-service purchase. From which purchase a seat came, Microsoft tells at most by allotments. */
export const Holding = z.strictObject({ /** `skuId` */ id: z.string(), holders: z.array(z.string()) });
export type Holding = z.infer<typeof Holding>;

/** What one admin has confirmed and a second person has to approve before it is done. */
import { z } from 'zod/v4';
import { ruleValues } from './rule.ts';
import { Day, Instant, Somebody } from './shared.ts';

export const orderStates = ['pending', 'approved', 'rejected', 'withdrawn', 'expired', 'changed'] as const;
export type OrderState = (typeof orderStates)[number];

/** What is done once it is approved. */
const What = z.discriminatedUnion('kind', [
  /** A change of rules; the order has its id. */
  z.strictObject({ kind: z.literal('change') }),
  z.strictObject({
    kind: z.literal('licences'),
    what: z.enum(['assign', 'remove']),
    sku: z.string(),
    product: z.string(),
    people: z.array(z.string()),
  }),
  /** A product whose free licences are granted without asking anybody: so many a calendar month, up to and including a day. */
  z.strictObject({
    kind: z.literal('grants'),
    sku: z.string(),
    product: z.string(),
    monthly: z.number().int().positive(),
    until: Day,
  }),
  /** What the baseline says of rules, or of new products. */
  z.strictObject({ kind: z.literal('baseline'), act: z.enum(['want', 'forget', 'alone']) }),
]);

export const Order = z.strictObject({
  /** `CH-2`, the change it is about, or `OR-3`. */
  id: z.string().regex(/^(CH|OR)-[1-9]\d*$/),
  state: z.enum(orderStates),
  what: What,
  /** Each rule with what it is and what it is to be, or each person. */
  items: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      before: z.enum(ruleValues).nullable(),
      after: z.enum(ruleValues).nullable(),
    }),
  ),
  requester: Somebody,
  at: Instant,
  why: z.string().nullable(),
  decideBy: Instant,
  /** When those who could approve it are asked once more; null where they aren't. */
  remindAt: Instant.nullable(),
  /** How often they were asked. */
  asked: z.number().int(),
  /** Who could approve it when it was asked for. */
  others: z.array(Somebody),
  /** So many must approve it, as a takeover. */
  needed: z.number().int(),
  approvals: z.array(z.strictObject({ by: Somebody, as: z.enum(['approver', 'admin']), at: Instant })),
  /** Who rejected it, or took it back; null where nobody has. */
  ended: z.strictObject({ by: Somebody, at: Instant, words: z.string().nullable() }).nullable(),
  /** What carries it out; null where nothing does, or before it is approved. */
  job: z.string().nullable(),
});
export type Order = z.infer<typeof Order>;

/** What two admins have settled for a product: the id is its SKU. */
export const Grant = z.strictObject({
  id: z.string(),
  product: z.string(),
  /** So many licences a calendar month. */
  monthly: z.number().int().positive(),
  /** The last day. */
  until: Day,
  /** The order it rests on. */
  order: z.string(),
  /** Who asked for it, and who approved it. */
  by: z.array(Somebody),
  why: z.string().nullable(),
});
export type Grant = z.infer<typeof Grant>;

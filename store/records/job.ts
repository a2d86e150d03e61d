/** What is to be done at Microsoft, step by durable step. */
import { z } from 'zod/v4';
import { Cause, Instant, Somebody } from './shared.ts';

/** What purchaser and holders are told of a takeover: that it will happen, that it begins today, that it won't, that it has happened. */
export const stages = ['before', 'today', 'called-off', 'after'] as const;
export type Stage = (typeof stages)[number];

const stepStates = ['todo', 'begun', 'done', 'failed'] as const;

/** Something to be done at Microsoft, step by step; each can be repeated without harm. */
export const Job = z.strictObject({
  id: z.string().regex(/^J-[1-9]\d*$/),
  work: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('change'), change: z.string() }),
    /** Holders of an approved takeover are moved, or lose their licence. */
    z.strictObject({ kind: z.literal('takeover'), takeover: z.string() }),
    /** Purchaser and holders are told of a takeover, so many in one transaction. */
    z.strictObject({ kind: z.literal('announcement'), takeover: z.string(), stage: z.enum(stages) }),
    /** What could go wrong in a takeover that somebody thinks of, where Microsoft is too slow to be waited for. */
    z.strictObject({ kind: z.literal('preflight'), draft: z.string() }),
    /** Licences of a central product are given, or taken, one person a step. */
    z.strictObject({
      kind: z.literal('licences'),
      what: z.enum(['assign', 'remove']),
      sku: z.string(),
      product: z.string(),
      by: Somebody,
    }),
    /** A licence that was requested is given, or taken back when its time is over. */
    z.strictObject({ kind: z.literal('request'), request: z.string(), what: z.enum(['assign', 'remove']) }),
  ]),
  createdAt: Instant,
  cause: Cause.optional(),
  /** When it goes on; null when it has ended. */
  dueAt: Instant.nullable(),
  steps: z.array(
    z.strictObject({
      key: z.string(),
      state: z.enum(stepStates),
      /** Tries that failed. */
      tries: z.number().int(),
      /** Of its last change of state. */
      at: Instant,
      /** Why it failed, or is tried again: a trouble, or Microsoft's own words. */
      why: z.string().nullable(),
    }),
  ),
});
export type Job = z.infer<typeof Job>;
export type Step = Job['steps'][number];

/** What a line of the log may be, as `docs/operating.md` tells operators. */
import { z } from 'zod/v4';
import { commands } from '../../bot/commands.ts';
import { auditActions, ledgerEvents, parts, troubles } from '../../store/records.ts';

const pseudonym = z.string().regex(/^[0-9a-f]{12}$/);
const correlation = z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/);
const ms = z.number().int().nonnegative();
const count = z.number().int().nonnegative();
const every = { level: z.number().int(), time: z.iso.datetime(), msg: z.string() };
const caused = { ...every, correlation };
const commandNames = Object.values(commands)
  .flat()
  .map(({ name }) => name);

const Turn = z.strictObject({
  ...caused,
  event: z.literal('turn'),
  kind: z.enum(['message', 'submit', 'press', 'installation', 'members', 'other']),
  command: z.enum(['none', ...commandNames]),
  outcome: z.enum([
    ...['answered', 'refused', 'limited', 'failed', 'unanswered'],
    ...['late', 'repeated', 'noted', 'ignored'],
  ] as const),
  ms,
  activity: pseudonym.nullable(),
  person: pseudonym,
  silent: z.boolean().optional(),
  unwritten: count.optional(),
});

const Sync = z.strictObject({
  ...caused,
  event: z.literal('sync'),
  outcome: z.enum(['read', 'partly', 'failed']),
  ms,
  parts: z.partialRecord(z.enum(parts), z.enum(['read', 'skipped', ...troubles])),
  failed: z.array(z.enum(parts)),
  counts: z.strictObject({ purchases: count, products: count, people: count, holdings: count, rules: count }),
});

const NoticeStep = z.strictObject({
  ...caused,
  event: z.literal('notice'),
  notice: z.string().regex(/^N-\d+$/),
  kind: z.string().regex(/^[a-z-]+$/),
  road: z.enum(['chat', 'install', 'mail', 'none']),
  outcome: z.enum(ledgerEvents),
  attempt: z.number().int().positive(),
  reader: pseudonym,
});

const JobStep = z.strictObject({
  ...caused,
  event: z.literal('job-step'),
  job: z.string().regex(/^J-\d+$/),
  kind: z.enum(['change', 'takeover', 'announcement', 'preflight', 'licences']),
  step: z.string(),
  outcome: z.enum(['done', 'failed', 'again', 'later']),
  attempt: z.number().int().positive(),
  ms: ms.nullable(),
  left: count,
});

const Decision = z.strictObject({
  ...every,
  correlation: correlation.optional(),
  event: z.literal('decision'),
  decision: z.enum(auditActions),
  entry: z.string().regex(/^A-\d+$/),
  about: z
    .string()
    .regex(/^[A-Z]{1,3}-\d+$/)
    .nullable(),
  purchase: z
    .string()
    .regex(/^P-\d+$/)
    .nullable(),
  by: z.enum(['person', 'purser', 'microsoft']),
  person: pseudonym.nullable(),
  via: z.enum(['card', 'typed']).nullable(),
});

const Call = z.strictObject({
  ...every,
  correlation: correlation.optional(),
  event: z.literal('call'),
  service: z.enum(['graph', 'licensing', 'sign-in', 'teams']),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  host: z.string().regex(/^[\w.-]+(:\d+)?$/),
  route: z.string().regex(/^\/[^?@]*$/),
  status: z.number().int(),
  ms,
  attempt: z.number().int().positive(),
  requestId: z.string().nullable(),
});

const Start = z.strictObject({
  ...every,
  event: z.literal('start'),
  port: z.number().int(),
  opsPort: z.number().int().optional(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  node: z.string().regex(/^\d+\.\d+\.\d+$/),
  store: z.enum(['file']),
  settings: z.record(z.string(), z.string()),
});

const Stop = z.strictObject({ ...every, event: z.literal('stop'), why: z.string() });

const TurnedAway = z.strictObject({
  ...every,
  event: z.literal('turned-away'),
  why: z.enum(['not-an-activity', 'channel', 'tenant', 'service-url', 'token', 'keys']),
  status: z.number().int(),
  unwritten: count.optional(),
});

/** One of those that tell what Purser does; the others tell of trouble, in words. */
export const LogLine = z.discriminatedUnion('event', [
  ...[Turn, Sync, NoticeStep, JobStep],
  ...[Decision, Call, Start, Stop, TurnedAway],
] as unknown as [
  typeof Turn,
  typeof Sync,
  typeof NoticeStep,
  typeof JobStep,
  typeof Decision,
  typeof Call,
  typeof Start,
]);

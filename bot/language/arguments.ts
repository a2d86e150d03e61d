/**
 * Every argument a command can take: its shape, and how people give it, once. A typed argument, a button's data and an input
 * of a card all end here. The words people type for a value are in the language files.
 */
import { z } from 'zod/v4';
import { longestAnswer } from '../../cards/report.ts';
import {
  auditActions,
  digestPeriods,
  reportedOutcomes,
  ruleValues,
  statuses,
  Term,
  topics,
} from '../../store/records.ts';
import { languageCodes } from './codes.ts';
import { pastDays, spans } from './days.ts';
import { reasonIn } from './reason.ts';

/** Longer text is no search. */
const words = oneLineOf(200);

/** A search, a name: in one line, whatever was pasted. */
function oneLineOf(most: number) {
  return z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(most));
}

/** Everything that has an id, and the letters its id begins with: `P-3`. */
export const ids = {
  purchase: 'P',
  notice: 'N',
  change: 'CH',
  request: 'TK',
  licence: 'LR',
  draft: 'D',
  job: 'J',
  second: 'OR',
} as const;
export type IdName = keyof typeof ids;

/** What people, phones and word processors put into an id: any hyphen or dash, a blank, or nothing. */
export const hyphen = '[\\s\\p{Pd}\\u2212\\u00ad_]';

/** `P-3`; `p3`, `P 3` and `P – 3` are read as the same. */
function idArgument(name: IdName) {
  const letters = ids[name];
  return z
    .string()
    .trim()
    .transform((id) => id.normalize('NFKC'))
    .pipe(z.string().regex(new RegExp(`^${letters}${hyphen}{0,3}[1-9]\\d{0,8}$`, 'iu')))
    .transform((id) => `${letters}-${id.replace(/\D/g, '')}`);
}

/** What people can do with what they bought themselves. */
export const purchaserRights = ['cancel', 'more', 'assign', 'pay', 'refund', 'files', 'it'] as const;
export type Right = (typeof purchaserRights)[number];

/** In days, ten years: nothing that is bought runs longer, so people who say more mean all of it. */
export const longestAhead = 3660;

/** Typed with a name: `by:adele`, `expires<30d`. */
const named = {
  product: words,
  by: words,
  /** What an entry of the journal tells of; `any` is the choice that filters nothing. */
  action: z.enum([...auditActions, 'any']).transform((action) => (action === 'any' ? undefined : action)),
  /** What Microsoft calls its state, or what people call one: `mine` is what the speaker bought, `todo` what they take care of. */
  status: z.enum([
    ...statuses.filter((status) => status !== 'Unknown'),
    ...(['trial', 'left', 'asked', 'kept', 'mine', 'todo'] as const),
  ] as const),
  /** A calendar day, `2026-01-31`, or one that is counted from today. */
  since: z.union([z.iso.date(), z.enum(pastDays)]),
  /** The last day that counts. */
  until: z.iso.date(),
  /** Days from now, or until the end of the week or month. */
  expires: z.union([z.enum(spans), z.coerce.number().int().min(0).max(longestAhead)]),
  /** How many licences were bought: `10`, `>10` or `<5`. */
  quantity: z.string().regex(/^[<>]?\d{1,7}$/),
  /** How long a licence is for: months, weeks or days. */
  term: z.union([Term, z.literal('always')]),
  sort: z.enum(['next', 'product', 'purchaser', 'quantity', 'bought']),
  /** Hours of the day: `18-8`; or none. */
  quiet: z.union([z.literal('off'), z.string().regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/)]),
  page: z.coerce.number().int().min(1).max(1_000_000),
} as const;

/** Typed as they are, because their words say what they mean: `self-service`, `again`. */
const bare = {
  kind: z.enum(['decide', 'self-service', 'central', 'all', 'free']),
  /** What an export holds. */
  what: z.enum(['purchases', 'licences', 'audit', 'calendar']),
  format: z.enum(['csv', 'json']),
  again: z.enum(['again']),
  verify: z.enum(['verify']),
  language: z.enum(languageCodes),
  switch: z.enum(['on', 'off']),
  topic: z.enum(topics),
  /** How often a digest comes. */
  period: z.enum(digestPeriods),
  /** Whether those who can decide are mentioned where an approval is asked for. */
  mention: z.enum(['mention']),
  confirm: z.enum(['confirm']),
  /** What to do with the baseline. */
  task: z.enum(['record', 'fix', 'accept', 'forget', 'alone', 'change']),
  /** What a rule should be. */
  value: z.enum(ruleValues),
  /** In place of a product: every one that Microsoft adds. */
  fresh: z.enum(['new-products']),
  /** What the person who was to end a subscription found at Microsoft. */
  found: z.enum(reportedOutcomes),
  /** All the people a takeover is about, by name. */
  list: z.enum(['holders']),
  /** Which takeovers. */
  stage: z.enum(['waiting', 'running', 'mine', 'ended', 'every']),
} as const;

/** The rest: ids, what is left of a sentence, and what only buttons and forms give. */
const pressed = {
  purchase: idArgument('purchase'),
  /** Several of them, as they are typed one after the other, or ticked. */
  several: z
    .string()
    .max(10_000)
    .transform((ids) => [...new Set(ids.split(',').filter(Boolean))])
    .pipe(z.array(idArgument('purchase')).min(1)),
  notice: idArgument('notice'),
  change: idArgument('change'),
  /** What somebody asked for: a takeover, or a licence. */
  request: z.union([idArgument('request'), idArgument('licence')]),
  licence: idArgument('licence'),
  /** One nobody has asked for yet. */
  draft: idArgument('draft'),
  /** What waits for a second person. */
  second: idArgument('second'),
  /** Something under way at Microsoft. */
  job: idArgument('job'),
  /** Of exactly what was shown to be confirmed. */
  digest: z.string().regex(/^[0-9a-f]{12}$/),
  /** What waited in a backup and was most likely sent since: leave it out, or send it all the same. */
  old: z.enum(['leave-out', 'send']),
  words,
  /** Back to what was there before. */
  /** Several states at once, as `status` has them. */
  states: z
    .string()
    .regex(/^\w+(,\w+)+$/)
    .max(200),
  /** What is left out of a list: `visio`. */
  except: words,
  back: z.enum(['back']),
  /** What a purchaser wants to do with what they bought. */
  right: z.enum(purchaserRights),
  /** The ids of rules, as a tick list gives them: `product:CFQ7TTC0HD32,offer:SaaS`. */
  products: z
    .string()
    .max(10_000)
    .transform((ids) => ids.split(',').filter(Boolean)),
  /** What to do to which, in one sentence: `all except visio because …` */
  order: oneLineOf(1000),
  settled: z.enum(['self-service']),
  /** What becomes of the holders in a takeover. */
  act: z.enum(['move', 'cancel']),
  /** Why a purchase is cancelled: one of the operator's list, or of Purser's. */
  cause: oneLineOf(80),
  /**
   * Whether the people a takeover is about are to be picked, or were; or all of them are to be forgotten; or looked for by their
   * names; or are not known, beyond those that are picked.
   */
  pick: z.enum(['show', 'picked', 'nobody', 'find', 'unsure']),
  /** The ids of people, as a tick list gives them. */
  people: z
    .string()
    .max(20_000)
    .transform((ids) => ids.split(',').filter(Boolean)),
  /** People by name or address, as they are pasted from a list. */
  names: z.string().trim().min(1).max(8_000),
  /** One person, by name or address. */
  person: words,
  /** Of a licence request: what is done with it, where a command of its own stands for it elsewhere. */
  move: z.enum(['approve', 'reject', 'withdraw', 'retry', 'ask-longer']),
  /** How long a licence is for, from a form: `3m`. */
  limit: z.union([Term, z.literal('always')]),
  /** A reference to a ticket of another system. */
  ticket: oneLineOf(60),
  /** So many in a calendar month. */
  monthly: z.coerce.number().int().min(1).max(1_000),
  /** A form to fill in, instead of a list. */
  form: z.enum(['form']),
  /** Which objection to a takeover, as they came. */
  objection: z.coerce.number().int().min(0).max(100_000),
  /** Why, in the person's own words, without the "because" they may begin with; undefined where it says nothing. */
  reason: z.string().trim().max(longestAnswer).transform(reasonIn),
  command: words,
} as const;

export const argument = { ...named, ...bare, ...pressed } as const;

export type ArgumentName = keyof typeof named;

/** Arguments that need no name, in the order in which a word is tried as each of them. */
export const bareArguments = Object.keys(bare) as (keyof typeof bare)[];

/** Arguments whose values have words of their own in each language: all that are a closed list. */
type Listed = typeof named & typeof bare;
export type ValueKind = {
  [K in keyof Listed]: Listed[K] extends z.ZodEnum ? K : never;
}[keyof Listed];
export type ValueOf<K extends ValueKind> = z.infer<Listed[K]>;

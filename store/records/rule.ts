/** Who may buy what: what is allowed now, what is wanted, and planned changes. */
import { z } from 'zod/v4';
import { Instant, Somebody } from './shared.ts';

/** What Microsoft knows for a product; an offer type and a switch know only the first and the last. */
export const ruleValues = ['Enabled', 'OnlyTrialsWithoutPaymentMethod', 'Disabled'] as const;
export type RuleValue = (typeof ruleValues)[number];

/** The surfaces on which Microsoft lets an organisation say who may buy what, as far as an API reads them. */
export const surfaces = ['product', 'offer', 'switch'] as const;
export type Surface = (typeof surfaces)[number];

/** The ids of rules that are switches of the tenant. */
export const switches = ['switch:email-sign-up', 'switch:trials'] as const;
export type Switch = (typeof switches)[number];

export function isSwitch(id: string): id is Switch {
  return switches.some((each) => each === id);
}

export const Rule = z.strictObject({
  /** `product:CFQ7TTC0HD32`, `offer:SaaS`, `switch:email-sign-up` */
  id: z.string().regex(/^(product|offer|switch):.+$/),
  surface: z.enum(surfaces),
  /** As Microsoft calls it. */
  name: z.string(),
  value: z.enum(ruleValues),
  firstSeenAt: Instant,
  /** When Purser last set it and read it back: a reading that began before that is out of date. */
  setAt: Instant.nullable(),
  /** When Microsoft stopped listing it; null while it does. */
  goneAt: Instant.nullable(),
});
export type Rule = z.infer<typeof Rule>;

/** What the organisation wants one rule to be, or (`new-products`) every product that Microsoft adds. */
export const DesiredRule = z.strictObject({
  /** The id of a rule, or `new-products`. */
  id: z.string(),
  value: z.enum(ruleValues),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  at: Instant,
  /** An exception ends, and has a reason; what it excepts from comes back then. */
  until: Instant.nullable(),
  otherwise: z.enum(ruleValues).nullable(),
  why: z.string().nullable(),
});
export type DesiredRule = z.infer<typeof DesiredRule>;

export const Change = z.strictObject({
  id: z.string().regex(/^CH-[1-9]\d*$/),
  /** Null where the baseline made it by itself. */
  by: Somebody.nullable(),
  at: Instant,
  why: z.string().nullable(),
  /** What it puts back; null where it is a change of its own. */
  undoes: z.string().nullable(),
  state: z.enum(['planned', 'running', 'ended', 'dropped']),
  job: z.string().nullable(),
  items: z.array(
    z.strictObject({
      /** The id of a rule. */
      rule: z.string(),
      name: z.string(),
      /** When it was planned; and as it was found when it was carried out, null until then. */
      before: z.enum(ruleValues),
      found: z.enum(ruleValues).nullable(),
      wanted: z.enum(ruleValues),
      /** As read back; null until it was. */
      after: z.enum(ruleValues).nullable(),
    }),
  ),
});
export type Change = z.infer<typeof Change>;

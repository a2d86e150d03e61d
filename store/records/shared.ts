/** What every record may hold: instants, names, and what can go wrong at Microsoft. */
import { z } from 'zod/v4';

/** An ISO 8601 instant in UTC, as `Date.toISOString` writes it. */
export const Instant = z.iso.datetime();

/** A calendar day, `2027-03-01`: what Microsoft dates, or people name. It is the same day wherever it is read. */
export const Day = z.iso.date();

/** Somebody, with the name they had then: who left, or was renamed, stays who they were. */
export const Somebody = z.strictObject({ id: z.string(), name: z.string() });
export type Somebody = z.infer<typeof Somebody>;

/** The id of the turn or sync that gave reason for a record, as the lines of the log bear it. */
export const Cause = z.string();

/** Why Microsoft did not do what was asked: a closed list, so that every one has its sentence. */
export const troubles = [
  'unreachable',
  'throttled',
  'no-token',
  'no-permission',
  /** Refused although the token bears the permission. */
  'despite-permission',
  /** The tenant has no service principal of the service, so there is no token for it. */
  'no-service',
  'broken-answer',
  'refused',
  'redirected',
  'too-large',
] as const;
export type Trouble = (typeof troubles)[number];

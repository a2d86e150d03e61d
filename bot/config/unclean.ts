/** Letters that nobody means to have in a setting: they come along from files, forms and other machines. */
import { secrecy } from './secrecy.ts';

const secrets = new Set(Object.entries(secrecy).flatMap(([name, kind]) => (kind === 'secret' ? [name] : [])));
/** Words for people: what joins letters and pictures belongs there. */
const prose = new Set(['CONTACT_NAME', 'CANCELLATION_REASONS']);

/** Besides control characters, those that show nothing, or turn the order of letters round. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const unseenInProse = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** What is wrong with the letters of a value, without the value; undefined if nothing is. */
export function unclean(name: string, value: string): string | undefined {
  // A PEM has lines.
  if (name === 'CLIENT_CERTIFICATE') return undefined;
  if (secrets.has(name) && value !== value.trim())
    return 'begins or ends with a blank or a line break, which is no part of the secret: remove it';
  if ((prose.has(name) ? unseenInProse : unseen).test(value))
    return 'holds a line break or another character that can’t be seen (often at the end of a value from a file): remove it';
  return undefined;
}

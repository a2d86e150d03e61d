/** What must be so after all that: who did what, what Microsoft was told to do, and what outsiders read. */
import type { AuditAction, Entry, Takeover } from '../../store/records.ts';
import type { Logged } from '../stand-ins/tenant/index.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { type Stage, sides } from './stage.ts';

const admins: readonly string[] = [people.alex];
const readers: readonly string[] = [people.alex, ...sides.viewer];

/** By whom the journal may say it was done; everything else that a person does needs an admin. */
const rightful: Partial<Record<AuditAction, readonly string[] | 'anyone'>> = {
  seen: 'anyone',
  objected: 'anyone',
  subscribed: 'anyone',
  exported: readers,
  'takeover-approved': [people.megan],
  'takeover-rejected': [people.megan],
};

/** Entries of somebody who had no right to what they tell of. */
export function wrongful(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ actor, action }) => {
    if (!actor) return false;
    const allowed = rightful[action] ?? admins;
    return allowed !== 'anyone' && !allowed.includes(actor.id);
  });
}

const isWrite = ({ method, path }: Logged): boolean =>
  method !== 'GET' && /\/licensing\/|assignLicense|authorizationPolicy|appsAndServices/.test(path);

/** What Microsoft was told to change. */
export function writesIn({ tenant }: Stage): Logged[] {
  return tenant.requests.filter(isWrite);
}

/** Takeovers that somebody decided although nobody who may did. */
export function decided(takeovers: readonly Takeover[]): Takeover[] {
  return takeovers.filter(({ state }) => !['pending', 'expired'].includes(state));
}

const tells = /\b(?:P|TK|CH|D|J)-\d|Visio|Power BI|€|Alex Wilber|Megan Bowen/;

/** Words that reached somebody who is to read a refusal and nothing else. */
export function leaked({ person }: Stage): string[] {
  return sides.outsider.flatMap((id) => {
    const outsider = person(id);
    const own = new RegExp(outsider.name, 'g');
    const read = outsider.inbox().map((post) => `${outsider.card(post)} ${post.text ?? ''}`.replace(own, ''));
    return read.filter((words) => tells.test(words));
  });
}

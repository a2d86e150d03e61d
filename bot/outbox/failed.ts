/** What follows when the connector did not do what a step asked of it. */
import type { Notice } from '../../store/records.ts';
import { memberOf } from '../people/members.ts';
import { nextTry } from './next-try.ts';
import type { Deps, Effect } from './step.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** One request to the connector, and what to put on record when it was done. */
export interface Attempt<T> {
  /** Only a post is done twice if it is asked for twice. */
  what: 'open' | 'edit' | 'post';
  serviceUrl: string;
  ask(): Promise<T>;
  done(result: T): Promise<void>;
}

/** Where the government cloud's connector listens (Microsoft: 403 InvalidBotApiHost). */
const governmentServiceUrl = 'https://smba.infra.gcc.teams.microsoft.com/teams/';

export async function failed(
  notice: Notice,
  { what, serviceUrl }: Pick<Attempt<unknown>, 'what' | 'serviceUrl'>,
  error: unknown,
  deps: Deps,
): Promise<Effect> {
  const { record, log, dependencies } = deps;
  const { id, to, ledger } = notice;
  const verdict = verdictOn(error);
  const { status, code, retryAfter } = verdict.answer;
  const why = status ? [status, code].filter(Boolean).join(' ') : null;
  log.warn({ notice: id, verdict: verdict.kind, what, error }, 'a notice could not be delivered');
  const later = (event: 'waiting' | 'cut' = 'waiting') =>
    record.again(id, { at: nextTry(notice, retryAfter, dependencies.clock.now()), what: event, why });
  const atOnce = () => record.again(id, { at: dependencies.clock.now(), what: 'waiting', why });
  const steps: { [K in Verdict['kind']]: () => Promise<void> } = {
    later,
    outage: later,
    cut: () => later(what === 'post' ? 'cut' : 'waiting'),
    away: async () => {
      await record.away(to, whyAway(verdict, what, to));
      await downFrom(notice, 'away', why, deps);
    },
    moved: async () => {
      // Where that very connector says so, there is nowhere else to go.
      if (serviceUrl === governmentServiceUrl) return later();
      await record.moved(to, governmentServiceUrl);
      await atOnce();
    },
    'no-chat': async () => {
      // Forgotten and asked for anew; where Teams then gives one that is none either, there is nobody.
      if ('person' in to && what !== 'open' && ledger.at(-1)?.why !== why) {
        await record.closed(to.person);
        return atOnce();
      }
      await record.away(to, 'gone');
      await downFrom(notice, 'away', why, deps);
    },
    'no-message': () => record.undelivered(id),
    'too-big': () => downFrom(notice, 'refused', why, deps),
    refused: () => downFrom(notice, 'refused', why, deps),
  };
  await steps[verdict.kind]();
  return verdict.kind === 'outage' || verdict.kind === 'cut' ? 'outage' : 'done';
}

/** Someone who once had Purser and has it no more took it out, though Purser was not told: that is not undone by force. */
function whyAway(verdict: Verdict, what: Attempt<unknown>['what'], to: Notice['to']): 'blocked' | 'absent' | 'removed' {
  const why = verdict.kind === 'away' ? verdict.why : 'absent';
  return why === 'absent' && what !== 'open' && 'person' in to ? 'removed' : why;
}

/**
 * The next rung. A channel has none; people who removed or blocked Purser do not get it back by force; and what was
 * posted stays as it is where it can't be edited, until they are back: an edit is no reason for a mail.
 */
export async function downFrom(
  { id, to, rung, ledger, delivered }: Notice,
  what: 'away' | 'refused',
  why: string | null,
  { record, dependencies }: Pick<Deps, 'record' | 'dependencies'>,
): Promise<void> {
  if (delivered) return record.stays(id, what, why);
  if (!('person' in to)) return record.rung(id, { rung: 'none', what, why });
  const { away } = memberOf(dependencies.store, to.person);
  const tried = ledger.some((event) => event.what === 'installed' || event.what === 'not-installed');
  const next = rung === 'chat' && away?.why === 'absent' && !tried ? 'install' : 'mail';
  return record.rung(id, { rung: next, what, why });
}

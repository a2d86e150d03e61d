/** What follows when the connector did not do what a step asked of it. */
import type { Notice } from '../../store/records.ts';
import type { NoticeKind } from '../core/notice.ts';
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

/** A step that failed: of which notice, what was asked, and what the connector made of it. */
interface Failure {
  notice: Notice;
  what: Attempt<unknown>['what'];
  serviceUrl: string;
  verdict: ReturnType<typeof verdictOn>;
  /** For the ledger: the status and code of the answer; null where there was none. */
  why: string | null;
}

export async function failed(
  notice: Notice,
  { attempt: { what, serviceUrl }, error }: { attempt: Pick<Attempt<unknown>, 'what' | 'serviceUrl'>; error: unknown },
  deps: Deps,
): Promise<Effect> {
  const verdict = verdictOn(error);
  const { status, code } = verdict.answer;
  const why = status ? [status, code].filter(Boolean).join(' ') : null;
  deps.log.warn({ notice: notice.id, verdict: verdict.kind, what, why, error }, 'a notice could not be delivered');
  await steps[verdict.kind]({ notice, what, serviceUrl, verdict, why }, deps);
  return verdict.kind === 'outage' || verdict.kind === 'cut' ? 'outage' : 'done';
}

type FailureStep = (failure: Failure, deps: Deps) => Promise<void>;

/** What follows each verdict. */
const steps: Record<Verdict['kind'], FailureStep> = {
  later: tryLater,
  outage: tryLater,
  cut: tryLater,
  away: async (failure, deps) => {
    await deps.record.away(failure.notice.to, whyAway(failure));
    await downFrom(failure.notice, { what: 'away', why: failure.why }, deps);
  },
  moved: async (failure, deps) => {
    // Where that very connector says so, there is nowhere else to go.
    if (failure.serviceUrl === governmentServiceUrl) return tryLater(failure, deps);
    await deps.record.moved(failure.notice.to, governmentServiceUrl);
    await tryAtOnce(failure, deps);
  },
  'no-chat': async (failure, deps) => {
    const { notice, what, why } = failure;
    // Forgotten and asked for anew; where Teams then gives one that is none either, there is nobody.
    if ('person' in notice.to && what !== 'open' && notice.ledger.at(-1)?.why !== why) {
      await deps.record.closed(notice.to.person);
      return tryAtOnce(failure, deps);
    }
    await deps.record.away(notice.to, 'gone');
    await downFrom(notice, { what: 'away', why }, deps);
  },
  'no-message': (failure, deps) => replace({ ...failure, why: undefined }, deps),
  'too-big': refuse,
  refused: refuse,
};

function tryLater({ notice, what, verdict, why }: Failure, { record, dependencies: { clock } }: Deps): Promise<void> {
  const at = nextTry(notice, verdict.answer.retryAfter, clock.now());
  const isCut = verdict.kind === 'cut' && what === 'post';
  return record.again(notice.id, { at, what: isCut ? 'cut' : 'waiting', why });
}

function tryAtOnce({ notice, why }: Failure, { record, dependencies: { clock } }: Deps): Promise<void> {
  return record.again(notice.id, { at: clock.now(), what: 'waiting', why });
}

function refuse(failure: Failure, deps: Deps): Promise<void> {
  const { notice, what, why } = failure;
  if (what === 'edit') return replace(failure, deps);
  return downFrom(notice, { what: 'refused', why }, deps);
}

/** What can't be changed where it stands is posted anew, if somebody must still see it. */
function replace(
  { notice, why }: { notice: Notice; why?: string | null | undefined },
  { record, kinds, dependencies }: Deps,
): Promise<void> {
  const { isNews = () => true } = kinds[notice.saying.card] as NoticeKind;
  if (isNews(notice.saying, dependencies.store)) return record.replaced(notice.id, why);
  return record.stays(notice.id, 'refused', why ?? null);
}

/** Someone who once had Purser and has it no more took it out, though Purser was not told: that is not undone by force. */
function whyAway({ verdict, what, notice: { to } }: Failure): 'blocked' | 'absent' | 'removed' {
  const why = verdict.kind === 'away' ? verdict.why : 'absent';
  return why === 'absent' && what !== 'open' && 'person' in to ? 'removed' : why;
}

/**
 * The next rung. A channel has none; people who removed or blocked Purser do not get it back by force; and what was
 * posted stays as it is where it can't be edited, until they are back: an edit is no reason for a mail.
 */
export async function downFrom(
  { id, to, rung, ledger, delivered }: Notice,
  { what, why }: { what: 'away' | 'refused'; why: string | null },
  { record, dependencies }: Pick<Deps, 'record' | 'dependencies'>,
): Promise<void> {
  if (delivered) return record.stays(id, what, why);
  if (!('person' in to)) return record.rung(id, { rung: 'none', what, why });
  const { away } = memberOf(dependencies.store, to.person);
  const tried = ledger.some((event) => event.what === 'installed' || event.what === 'not-installed');
  const next = rung === 'chat' && away?.why === 'absent' && !tried ? 'install' : 'mail';
  return record.rung(id, { rung: next, what, why });
}

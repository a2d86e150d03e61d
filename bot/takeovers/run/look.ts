/** Does what is due about one open takeover, and says when it has to be looked at again. */
import { isIdle } from '../../../store/hold.ts';
import type { Takeover, Trouble } from '../../../store/records.ts';
import { type Move, purser } from '../../../store/takeover/moves.ts';
import { ends } from '../../../store/takeover/table.ts';
import type { Log } from '../../log.ts';
import { because } from '../../logging/correlation.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';
import { decide } from '../state/decide.ts';
import { dueNow, dueTimes, type Look } from './due.ts';
import { reviseTakeover } from './revise.ts';
import type { Failure } from './run.ts';
import { type Starting, startTakeover } from './start.ts';

export interface Looking extends Starting {
  log: Log;
}

/** If Microsoft does not answer, a start is tried again after this time. */
const againMs = 60_000;

/** While it waits for somebody's answer or word, how often it is asked whether those it rests on are still there. */
const waitingMs = 3_600_000;

/** How soon it is looked again whether everybody who is being told was. */
const tellingMs = 5_000;

/** Microsoft's refusal lasts until somebody does something about it. */
const lasting: ReadonlySet<Trouble> = new Set(['refused', 'no-permission']);

/** The same look is not repeated before that time; another one is. */
interface Held {
  why: Look;
  until: number;
}

/** Looks at all that are open. @returns when something is due next */
export function createTakeoverLookout(looking: Looking): () => Promise<number> {
  const look = createLook(looking);
  return async () => {
    let next = Number.POSITIVE_INFINITY;
    for (const takeover of [...looking.store.all('takeovers')].filter(({ state }) => !ends.has(state)))
      next = Math.min(next, await because({ id: takeover.cause }, look, takeover));
    return next;
  };
}

/** @returns looks at one takeover; resolves to the time of the next look, and never rejects */
function createLook(looking: Looking): (takeover: Takeover) => Promise<number> {
  const { store, clock, log, takeovers } = looking;
  const held = new Map<Takeover['id'], Held>();
  return async (takeover) => {
    const { id } = takeover;
    const now = clock.now();
    try {
      const due = dueNow(takeover, { store, takeovers, now });
      if (due === 'start' || due === 'objected' || due === 'untold') await tryUnlessHeld(takeover, due, now);
      else if (due === 'revise') await reviseTakeover(takeover, looking);
      else if (due && due !== 'telling') await makeMove(id, due, looking);
      const telling = due === 'telling' ? now.getTime() + tellingMs : 0;
      const times = [...dueTimes(takeover), held.get(id)?.until ?? 0, telling];
      return Math.min(...times.filter((at) => at > now.getTime()));
    } catch (error) {
      // A fault with one takeover must not keep the others waiting.
      log.error({ takeover: id, error }, 'a takeover could not be looked at');
      return clock.now().getTime() + againMs;
    }
  };

  async function tryUnlessHeld(takeover: Takeover, why: Look, now: Date): Promise<void> {
    const last = held.get(takeover.id);
    if (last?.why === why && last.until > now.getTime()) return;
    held.delete(takeover.id);
    const waitMs = await tryStart(takeover, why, looking);
    if (waitMs > 0) held.set(takeover.id, { why, until: clock.now().getTime() + waitMs });
  }
}

/** @returns how long to wait before it is tried again; 0 where it need not be */
async function tryStart(takeover: Takeover, why: Look, looking: Looking): Promise<number> {
  try {
    await startTakeover(takeover, looking);
    return why === 'start' ? 0 : waitingMs;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    const { trouble, detail, waitMs = 0 } = error;
    looking.log.warn({ takeover: takeover.id, trouble, detail }, 'a takeover could not start yet');
    if (why !== 'start' || !lasting.has(trouble)) return Math.max(againMs, waitMs);
    await makeMove(takeover.id, failed, looking);
    return 0;
  }
}

const failed: Move = { kind: 'fail', words: 'trouble' satisfies Failure };

async function makeMove(id: Takeover['id'], move: Move, { store, clock }: Looking): Promise<void> {
  await store.transact((tx) => {
    const before = tx.get('takeovers', id);
    if (before && !isIdle(tx)) decide(tx, before, { move, actor: purser, now: clock.now() });
  });
}

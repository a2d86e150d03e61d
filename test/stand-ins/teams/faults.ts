/** Trouble on demand, and the log of every request that a fault or a test can look at. */
import type { Activity } from './shapes.ts';

export type What = 'create' | 'send' | 'edit' | 'delete' | 'members' | 'team' | 'other';

/** One request of the bot to the connector. */
export interface Logged {
  n: number;
  /** On the clock of the test. */
  at: Date;
  method: string;
  /** After the service URL, decoded: `v3/conversations/a:1…/activities`. */
  path: string;
  what: What;
  /** As the bot wrote it, so perhaps with `;messageid=`. */
  conversation: string | undefined;
  body: Activity | undefined;
  authorization: string | undefined;
  /** 0 while unanswered, and for ever if the connection was cut or left hanging. */
  status: number;
  /** What was answered, if it was a refusal. */
  refusal?: unknown;
  fault?: Fault['kind'];
}

interface Selected {
  /** Which requests; all if left out. */
  match?: What | ((request: Logged) => boolean);
  /** How many of them (1). */
  times?: number;
}

export type Fault = Selected &
  (
    | { kind: 'status'; status: number; body?: unknown; headers?: Record<string, string> }
    /** `retryAfter` in seconds; without it there is no such header. */
    | { kind: '429'; retryAfter?: number }
    /** The connection is cut; the message was never seen. */
    | { kind: 'reset-before' }
    /** The message is posted, then the connection is cut. */
    | { kind: 'reset-after' }
    /** No answer, ever; `worked` says whether the message was posted. */
    | { kind: 'hang'; worked?: boolean }
    /** Answered after `ms` on the clock of the test. */
    | { kind: 'slow'; ms: number }
  );

/** The first fault that is meant for this request, counted down. */
export function takeFault(faults: Fault[], request: Logged): Fault | undefined {
  const index = faults.findIndex(({ match }) =>
    typeof match === 'function' ? match(request) : match === undefined || match === request.what,
  );
  const fault = faults[index];
  if (!fault) return undefined;
  const left = (fault.times ?? 1) - 1;
  if (left > 0) fault.times = left;
  else faults.splice(index, 1);
  return fault;
}

/**
 * The lines of the log that tell what Purser does, one each: a turn, a sync, a step of a notice or of a job, a decision, a call, a start,
 * a stop. They are closed shapes: no text of others' has a place in them. `docs/operating.md` tells operators the same.
 */
import type { AuditAction, Job, LedgerEvent, Notice, Part, Rung, Trouble } from '../../store/records.ts';
import type { Cause } from './correlation.ts';

type Level = 'error' | 'warn' | 'info' | 'debug';

/** What became of something that reached Purser. */
export type TurnOutcome =
  | 'answered'
  /** A no, in words. */
  | 'refused'
  /** Beyond what one person may have. */
  | 'limited'
  /** A fault of ours. */
  | 'failed'
  /** Teams did not take the answer. */
  | 'unanswered'
  /** It took longer than Teams waits; what it does goes on. */
  | 'late'
  /** Teams delivered it once more. */
  | 'repeated'
  /** Nobody said anything; Purser has learnt from it where it is. */
  | 'noted'
  /** It was not said to Purser. */
  | 'ignored';

export interface TurnLine {
  event: 'turn';
  kind: 'message' | 'submit' | 'press' | 'installation' | 'members' | 'other';
  /** The command's name; `none` where none was found. */
  command: string;
  outcome: TurnOutcome;
  ms: number;
  /** Its id; the log has its pseudonym. */
  activity: string | null;
  /** The same. */
  person: string;
  /** A limited one of whom nothing more is told. */
  silent?: boolean;
}

export interface SyncLine {
  event: 'sync';
  outcome: 'read' | 'partly' | 'failed';
  ms: number;
  parts: Partial<Record<Part['id'], 'read' | 'skipped' | Trouble>>;
  failed: readonly Part['id'][];
  counts: Record<'purchases' | 'products' | 'people' | 'holdings' | 'rules', number>;
}

export interface NoticeLine {
  event: 'notice';
  notice: Notice['id'];
  kind: Notice['saying']['card'];
  road: Rung;
  outcome: LedgerEvent;
  attempt: number;
  /** The person, or the chat: its id; the log has its pseudonym. */
  reader: string;
}

export interface JobStepLine {
  event: 'job-step';
  job: Job['id'];
  kind: Job['work']['kind'];
  /** By its key, in which ids are replaced. */
  step: string;
  outcome: 'done' | 'failed' | 'again' | 'later';
  attempt: number;
  /** Null where it was begun before Purser was started. */
  ms: number | null;
  /** What remains of the job. */
  left: number;
}

/** What is on record of anybody's doing has a line: the journal is where it is read in words. */
export interface DecisionLine {
  event: 'decision';
  decision: AuditAction;
  /** The entry of the journal. */
  entry: string;
  /** The takeover, the change, the job or the order; null where it is about none. */
  about: string | null;
  purchase: string | null;
  /** `microsoft`: nobody did it through Purser, it was seen there. */
  by: 'person' | 'purser' | 'microsoft';
  person: string | null;
  via: Cause['via'] | null;
}

/** One request, to Microsoft or the Bot Connector. */
export interface Call {
  service: 'graph' | 'licensing' | 'sign-in' | 'teams';
  method: string;
  host: string;
  /** Without the ids in it. */
  route: string;
  /** 0 where no answer came. */
  status: number;
  ms: number;
  attempt: number;
  /** By which Microsoft's support finds it; null where the answer has none. */
  requestId: string | null;
}
export type CallLine = Call & { event: 'call' };
/** Told of each request. */
export type Called = (call: Call) => void;

export interface StartLine {
  event: 'start';
  port: number;
  opsPort?: number;
  version: string;
  node: string;
  store: string;
  settings: Readonly<Record<string, string>>;
}

export interface StopLine {
  event: 'stop';
  why: string;
}

export interface TurnedAwayLine {
  event: 'turned-away';
  why: string;
  status: number;
}

export type Line =
  | TurnLine
  | SyncLine
  | NoticeLine
  | JobStepLine
  | DecisionLine
  | CallLine
  | StartLine
  | StopLine
  | TurnedAwayLine;

/** What a line says in words. */
export const words: Readonly<Record<Line['event'], string>> = {
  turn: 'a turn',
  sync: 'a sync',
  notice: 'a notice',
  'job-step': 'a step of a job',
  decision: 'a decision',
  call: 'a call',
  start: 'listening',
  stop: 'leaving',
  'turned-away': 'an activity was turned away',
};

const ofTurn: Readonly<Record<TurnOutcome, Level>> = {
  ...{ answered: 'info', refused: 'info', noted: 'info', repeated: 'info', ignored: 'debug' },
  ...{ limited: 'warn', unanswered: 'warn', late: 'warn', failed: 'error' },
};
const warned: ReadonlySet<LedgerEvent> = new Set(['cut', 'refused', 'mail-failed', 'unreached']);
const ofStep = { done: 'info', later: 'debug', again: 'warn', failed: 'warn' } as const;

/** From which level on a line is written. */
export function levelOf(line: Line): Level {
  if (line.event === 'turn') return line.silent ? 'debug' : ofTurn[line.outcome];
  if (line.event === 'sync') return line.outcome === 'read' ? 'info' : 'warn';
  if (line.event === 'notice') return warned.has(line.outcome) ? 'warn' : 'info';
  if (line.event === 'job-step') return ofStep[line.outcome];
  return line.event === 'call' ? 'debug' : 'info';
}

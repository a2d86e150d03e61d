/** The one line of the log that tells of something that reached Purser: of what kind it was, and what became of it, never what was said. */
import { because } from '../logging/correlation.ts';
import type { TurnLine, TurnOutcome } from '../logging/lines.ts';
import type { Answer } from '../router/incoming.ts';
import type { DoorActivity } from './door.ts';

/** What becomes of it, as far as that is known. */
export type Turning = Pick<TurnLine, 'command' | 'outcome' | 'silent'>;

type Kind = TurnLine['kind'];

const kinds: Readonly<Record<string, Kind>> = { installationUpdate: 'installation', conversationUpdate: 'members' };

function kindOf({ type, name, value }: DoorActivity): Kind {
  if (type === 'invoke') return name === 'adaptiveCard/action' ? 'press' : 'other';
  if (type === 'message') return typeof value === 'object' && value !== null && 'verb' in value ? 'submit' : 'message';
  return Object.hasOwn(kinds, type) ? (kinds[type] as Kind) : 'other';
}

const via: Partial<Record<Kind, 'card' | 'typed'>> = { press: 'card', submit: 'card', message: 'typed' };

/** Runs a turn, under an id of its own that all bears that follows from it, and tells what became of it. */
export function toldTurn<T>(
  activity: DoorActivity,
  tell: (line: TurnLine) => void,
  run: (turning: Turning) => Promise<T>,
): Promise<T> {
  const kind = kindOf(activity);
  const turning: Turning = { command: 'none', outcome: 'ignored' };
  const beganAt = performance.now();
  return because({ via: via[kind] }, async () => {
    try {
      return await run(turning);
    } finally {
      const person = activity.from.aadObjectId ?? activity.from.id;
      const ms = Math.round(performance.now() - beganAt);
      tell({ event: 'turn', kind, ...turning, ms, activity: activity.id ?? null, person });
    }
  });
}

const outcomes: Readonly<Record<Answer['outcome'], TurnOutcome>> = {
  done: 'answered',
  refused: 'refused',
  fault: 'failed',
};

/** @param isOut whether Teams took the answer */
export function noteAnswer(turning: Turning, { command, outcome }: Answer, isOut: boolean): void {
  turning.command = command;
  turning.outcome = isOut || outcome === 'fault' ? outcomes[outcome] : 'unanswered';
}

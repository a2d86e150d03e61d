/** One answer of the report. Its words are the report's own: nothing that Microsoft or a person wrote has a place in it. */
import type { Trouble } from '../../../store/records.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';

/** `some`: of part of them. `unanswered`: Microsoft didn't say, or there was nothing to see it by. */
export type Verdict = 'yes' | 'no' | 'some' | 'unanswered';

/** By words of the report's own. */
export type Counts = Record<string, number | boolean>;

export interface Answer {
  id: string;
  question: string;
  answer: Verdict;
  counts: Counts;
  /** Of the call that failed, where one did. */
  status?: number;
  trouble?: Trouble | 'fault';
}

export interface Question {
  id: string;
  question: string;
  ask(): Promise<{ answer: Verdict; counts: Counts }>;
}

/** One that fails leaves the others as they are. */
export async function answerTo({ id, question, ask }: Question): Promise<Answer> {
  try {
    return { id, question, ...(await ask()) };
  } catch (error) {
    const failed = error instanceof MicrosoftFailed ? error : undefined;
    const status = failed?.status === undefined ? {} : { status: failed.status };
    return { id, question, answer: 'unanswered', counts: {}, ...status, trouble: failed?.trouble ?? 'fault' };
  }
}

/** How often each known word occurs. Any other is counted as `other`, since it may be anything. */
export function tally(values: readonly unknown[], known: readonly string[], prefix = ''): Counts {
  const counts: Counts = {};
  for (const value of values) {
    const word = known.find((each) => typeof value === 'string' && each.toLowerCase() === value.toLowerCase());
    const key = `${prefix}${word ?? (value === null || value === undefined ? 'null' : 'other')}`;
    counts[key] = Number(counts[key] ?? 0) + 1;
  }
  return counts;
}

export function verdictOf(holds: number, of: number): Verdict {
  if (of === 0) return 'unanswered';
  return holds === 0 ? 'no' : holds === of ? 'yes' : 'some';
}

export type Row = Readonly<Record<string, unknown>>;

export function textIn(row: Row, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value.toLowerCase() : null;
}

export function rowsIn(row: Row, name: string): Row[] {
  const value = row[name];
  return Array.isArray(value) ? value.filter((each): each is Row => typeof each === 'object' && each !== null) : [];
}

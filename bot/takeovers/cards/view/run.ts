/** The run of a takeover: how far it is, for whom it failed and why, and what Microsoft keeps. */
import { type Takeover, troubles } from '../../../../store/records.ts';
import type { Language } from '../../../language/index.ts';
import { noAutomation, phaseOf } from '../../run/run.ts';
import { hasBegun, type Tally, tallyOf } from '../../run/transfers.ts';
import { firstNames } from '../names.ts';
import { failureText } from '../turns.ts';
import type { Told } from './viewer.ts';

export interface RunView {
  act: 'move' | 'cancel';
  /** How many people something is done for, and for how many it is done. */
  of: number;
  done: number;
  /** How many keep their licence until the subscription ends. */
  kept: number;
  failed: { count: number /** By what went wrong: one remedy often helps several people. */; causes: readonly Cause[] };
}

interface Cause {
  text: string;
  names: string;
}

/** Undefined while nothing runs, and where nobody is touched: there is nothing to count. */
export function runOf(takeover: Takeover, told: Told): RunView | undefined {
  const act = takeover.act.kind;
  if (takeover.job === null || act === 'stay') return undefined;
  const { of, done, kept, failed } = tallyOf(takeover, told.dependencies.store);
  return { act, of, done, kept: kept.length, failed: { count: failed.length, causes: causesOf(failed, told) } };
}

function causesOf(failed: Tally['failed'], told: Told): Cause[] {
  return [...new Set(failed.map(({ why }) => why))].map((why) => {
    const people = failed.filter((each) => each.why === why).map(({ person }) => person);
    return { text: failureText(why, told.language), names: firstNames(people, told) };
  });
}

export function hasRunBegun(takeover: Takeover, { dependencies }: Told): boolean {
  return hasBegun(takeover, dependencies.store);
}

/** Failures in these phases are shown holder by holder. */
const lots: ReadonlySet<string> = new Set(['give', 'take']);

/** Why the run failed as a whole, in the words of the system that refused; undefined where it failed for holders only. */
export function failureOf({ state, job }: Takeover, { dependencies, language }: Told): string | undefined {
  if (state !== 'failed' || job === null) return undefined;
  const steps = dependencies.store.get('jobs', job)?.steps ?? [];
  const failed = steps.find((step) => step.state === 'failed' && !lots.has(phaseOf(step.key)));
  const isOwn = failed?.why === 'blocked' || failed?.why === 'changed';
  if (!failed || isOwn) return undefined;
  return phaseOf(failed.key) === 'end' ? endFailure(failed.why, language) : failureText(failed.why, language);
}

/** The automation's own words, or the reason why it could not be reached. */
function endFailure(why: string | null, { t }: Language): string {
  if (why === noAutomation) return t('takeoverCard.noAutomation');
  const trouble = troubles.find((each) => each === why);
  return t('takeoverCard.automationSaid', { words: trouble ? t(`trouble.${trouble}`) : (why ?? '') });
}

/** The run of a takeover: how far it is, for whom it failed and why, and what Microsoft keeps. */
import { type Act, type Takeover, troubles } from '../../../../store/records.ts';
import type { Language } from '../../../language/index.ts';
import { noAutomation, phaseOf } from '../../run/run.ts';
import { hasBegun, losersOf, type Tally, tallyOf } from '../../run/transfers.ts';
import { firstNames, sortedNames } from '../names.ts';
import { failureText } from '../turns.ts';
import type { Told } from './viewer.ts';

export interface RunView {
  act: Act['kind'];
  /** How many people were approved, and for how many it is done. */
  of: number;
  done: number;
  /** How many keep their licence until the subscription ends, since Microsoft refused to take it; and what it says. */
  kept: { count: number; why: string };
  /** How many hold a seat that nobody takes: it ends with the purchase. */
  ends: number;
  /** Those for whom it was not done, by the reason: one remedy often helps several people. */
  out: { count: number; causes: readonly Cause[] };
  /** Those of them who lose access when it ends, which waits for somebody's word. */
  losers: { ids: readonly string[]; names: string };
}

interface Cause {
  text: string;
  names: string;
}

/** Undefined while nothing runs, and where everybody stays and nobody was looked at: there is nothing to count. */
export function runOf(takeover: Takeover, told: Told): RunView | undefined {
  const { store } = told.dependencies;
  const act = takeover.act.kind;
  if (takeover.job === null) return undefined;
  const { of, done, kept, ends, out } = tallyOf(takeover, store);
  if (act === 'stay' && done.length + out.length === 0) return undefined;
  const losers = losersOf(takeover, store).map(({ person }) => person);
  return {
    ...{ act, of, done: done.length, ends: ends.length },
    kept: {
      count: kept.length,
      why: causesOf(kept, told)
        .map(({ text }) => text)
        .slice(0, mostReasons)
        .join(' · '),
    },
    out: { count: out.length, causes: causesOf(out, told) },
    losers: { ids: losers, names: sortedNames(losers, told) },
  };
}

/** Why Microsoft keeps licences is hardly ever told in more ways. */
const mostReasons = 3;

function causesOf(out: Tally['out'], told: Told): Cause[] {
  return [...new Set(out.map(({ why }) => why))].map((why) => {
    const people = out.filter((each) => each.why === why).map(({ person }) => person);
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

/** How far the run of a takeover is, for whom it failed, and what Microsoft keeps. */
import type { Section } from '../../../cards/report.ts';
import { type Takeover, troubles } from '../../../store/records.ts';
import { ends } from '../../../store/takeover/table.ts';
import { noAutomation, phaseOf } from '../run/run.ts';
import { type Tally, tallyOf } from '../run/transfers.ts';
import type { Viewed } from './viewed.ts';
import { firstLines, namesOf, whyLine } from './wording.ts';

export function progressSections(takeover: Takeover, viewed: Viewed): Section[] {
  const { act, job, state } = takeover;
  // Who stays on their seats is not touched, so there is nothing to count.
  if (job === null || act.kind === 'stay') return [];
  if (state === 'done' && act.kind === 'cancel') return lostSection(takeover, viewed);
  const { t, format } = viewed.language;
  const { of, done, failed, kept } = tallyOf(takeover, viewed.house.store);
  const isKept = kept.length > 0 && !ends.has(state);
  // Of a cancel nothing is done for who keeps it until the end, so nothing is counted.
  const isCounted = act.kind === 'move' || kept.length < of;
  const keeps = t(act.kind === 'move' ? 'takeoverCard.kept' : 'takeoverCard.keptCancel', { count: kept.length });
  const title = t(`takeoverCard.progress.${act.kind}`, { count: of, done: format.number(done) });
  const lines = [...(isCounted ? [{ title }] : []), ...(isKept ? [{ title: keeps }] : [])];
  return [{ lines }, ...failedSection(failed, viewed)];
}

/** In the words of whoever refused, where it was no holder that it failed for. */
export function failureLine({ state, job }: Takeover, viewed: Viewed): string[] {
  const steps = state === 'failed' ? (viewed.house.store.get('jobs', job ?? '')?.steps ?? []) : [];
  const failed = steps.find((step) => step.state === 'failed' && !lots.has(phaseOf(step.key)));
  const isOwn = failed?.why === 'blocked' || failed?.why === 'changed';
  if (!failed || isOwn) return [];
  if (phaseOf(failed.key) !== 'end') return [whyLine(failed.why, viewed)];
  const { t } = viewed.language;
  return [
    failed.why === noAutomation
      ? t('takeoverCard.noAutomation')
      : t('takeoverCard.automationSaid', { words: endWords(failed.why, viewed) }),
  ];
}

/** What the automation said itself, or why it could not be reached. */
function endWords(why: string | null, { language: { t } }: Viewed): string {
  const trouble = troubles.find((each) => each === why);
  return trouble ? t(`trouble.${trouble}`) : (why ?? '');
}

/** What failed in these is told holder by holder. */
const lots: ReadonlySet<string> = new Set(['give', 'take']);

/** By what went wrong: whoever sees to it can often do so for several at once. In a chat nobody is named. */
function failedSection(failed: Tally['failed'], viewed: Viewed): Section[] {
  if (failed.length === 0) return [];
  const title = viewed.language.t('takeoverCard.failed', { count: failed.length });
  if (viewed.place === 'chat') return [{ lines: [{ mark: { text: '⚠', tone: 'attention' }, title }] }];
  const whys = [...new Set(failed.map(({ why }) => why))];
  const lines = firstLines(
    whys,
    (why) => ({
      title: whyLine(why, viewed),
      text: namesOf(
        failed.filter((each) => each.why === why).map(({ person }) => person),
        viewed,
      ),
    }),
    viewed,
  );
  return [{ heading: title, lines }];
}

/** Once it is over: who had it, and has it no more. */
function lostSection({ holders }: Takeover, viewed: Viewed): Section[] {
  if (holders.ids.length === 0) return [];
  const { t } = viewed.language;
  const title = t('takeoverCard.lost', { count: holders.ids.length });
  return [{ lines: [{ title, ...(viewed.place === 'person' ? { text: namesOf(holders.ids, viewed) } : {}) }] }];
}

/** How far the run of a takeover is, for whom it failed, and what Microsoft keeps. */
import type { Line, Section } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import { firstLines } from './names.ts';
import type { RunView } from './view/run.ts';
import type { TakeoverView } from './view/view.ts';

export function runSections(view: TakeoverView): readonly Section[] {
  const { run, state, act } = view;
  if (!run) return [];
  if (state === 'done' && act === 'cancel') return lostSections(view);
  return [{ lines: progressLines(run, view) }, ...failedSections(run, view)];
}

function progressLines({ act, of, done, kept }: RunView, { hasEnded, language }: TakeoverView): Line[] {
  const { t, format } = language;
  // A cancellation does nothing for people who keep their licence until the end, so they are not counted.
  const isCounted = act === 'move' || kept < of;
  const keeps = t(act === 'move' ? 'takeoverCard.kept' : 'takeoverCard.keptCancel', { count: kept });
  return [
    ...when(isCounted, { title: t(`takeoverCard.progress.${act}`, { count: of, done: format.number(done) }) }),
    ...when(kept > 0 && !hasEnded, { title: keeps }),
  ];
}

/** In a chat nobody is named. */
function failedSections({ failed }: RunView, { reader, language }: TakeoverView): readonly Section[] {
  if (failed.count === 0) return [];
  const title = language.t('takeoverCard.failed', { count: failed.count });
  if (reader.place === 'chat') return [{ lines: [{ mark: { text: '⚠', tone: 'attention' }, title }] }];
  const lines = firstLines(failed.causes, ({ text, names }) => ({ title: text, text: names }), { language });
  return [{ heading: title, lines }];
}

/** Once it is over: the people who had it and no longer do. */
function lostSections({ count, holderNames, reader, language: { t } }: TakeoverView): readonly Section[] {
  const title = t('takeoverCard.lost', { count });
  return when(count > 0, { lines: [{ title, ...(reader.place === 'person' && { text: holderNames }) }] });
}

/** How far the run of a takeover is, for whom it was not done and why, and what Microsoft keeps. */
import type { Line, Section } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import { firstLines } from './names.ts';
import type { RunView } from './view/run.ts';
import type { TakeoverView } from './view/view.ts';

export function runSections(view: TakeoverView): readonly Section[] {
  const { run, state, act } = view;
  if (!run) return [];
  const isOver = state === 'done' && act === 'cancel';
  return [...(isOver ? lostSections(run, view) : [{ lines: progressLines(run, view) }]), ...outSections(run, view)];
}

function progressLines(run: RunView, { hasEnded, seatsEnd, language }: TakeoverView): Line[] {
  const { act, of, done, kept, ends } = run;
  const { t, format } = language;
  // A cancellation does nothing for people who keep their licence until the end, so they are not counted.
  const isCounted = act !== 'cancel' || (!seatsEnd && kept.count < of);
  const keeps = t(act === 'move' ? 'takeoverCard.kept' : 'takeoverCard.keptCancel', { count: kept.count });
  return [
    ...when(isCounted, { title: t(`takeoverCard.progress.${act}`, { count: of, done: format.number(done) }) }),
    ...when(kept.count > 0 && !hasEnded, { title: keeps, ...(kept.why && { text: kept.why }) }),
    ...endLines(ends, { act, hasEnded, language }),
  ];
}

/** What becomes, or became, of the seats that nobody takes. */
function endLines(
  ends: number,
  { act, hasEnded, language: { t } }: Pick<TakeoverView, 'act' | 'hasEnded' | 'language'>,
) {
  if (ends === 0 || act === 'stay') return [];
  return [{ title: hasEnded ? t('takeoverCard.ended') : t(`takeoverCard.ends.${act}`, { count: ends }) }];
}

/** Everybody who was approved is counted, and named with what put them out of it. In a chat nobody is named. */
function outSections({ act, out }: RunView, { reader, language }: TakeoverView): readonly Section[] {
  if (out.count === 0) return [];
  const title = language.t(`takeoverCard.out.${act}`, { count: out.count });
  if (reader.place === 'chat') return [{ lines: [{ mark: { text: '⚠', tone: 'attention' }, title }] }];
  const lines = firstLines(out.causes, ({ text, names }) => ({ title: text, text: names }), { language });
  return [{ heading: title, lines }];
}

/** Once it is over: the people who had it and no longer do. */
function lostSections({ of, out }: RunView, { holderNames, reader, language }: TakeoverView): readonly Section[] {
  const { t, format } = language;
  if (of === 0) return [];
  const isAll = out.count === 0;
  const title = isAll
    ? t('takeoverCard.lost', { count: of })
    : t('takeoverCard.lostSome', { count: of, done: format.number(of - out.count) });
  return [{ lines: [{ title, ...(reader.place === 'person' && isAll && { text: holderNames }) }] }];
}

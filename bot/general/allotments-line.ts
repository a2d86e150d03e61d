/** A line of status: what Microsoft's allotments tell of whose seats are whose. A tenant need not have them. */
import type { Line } from '../../cards/report.ts';
import type { Context } from '../core/command.ts';

/** Nothing is amiss where a tenant doesn't have them, or doesn't show them. */
export function allotmentsLine({ dependencies: { store }, language: { t, format }, now }: Context): Line {
  const title = t('status.part.allotments');
  const { answer, goodAt } = store.get('parts', 'allotments') ?? {};
  if (!answer || !goodAt) return { mark: { text: '…', tone: 'plain' }, title, text: t('status.neverRead') };
  const { said, single, pooled, unnamed, keptFrom } = answer;
  const told = keptFrom
    ? t('status.allotments.kept', { when: format.dateTime(keptFrom) })
    : t(`status.allotments.${said}`, { single, count: single + pooled + unnamed });
  const mark = said === 'whole' ? ({ text: '✓', tone: 'good' } as const) : ({ text: '–', tone: 'plain' } as const);
  return { mark, title: `${title} · ${t('status.read', { ago: format.relative(goodAt, now) })}`, text: told };
}

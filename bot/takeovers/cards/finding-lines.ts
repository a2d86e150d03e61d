/** The findings of a preflight in words: some block a takeover, some are worth a thought, some are good to know. */
import type { Line } from '../../../cards/report.ts';
import type { Finding } from '../../../store/records.ts';
import { type Severity, severities } from '../../../store/takeover/preflight.ts';
import { shortName } from '../../core/lines.ts';
import type { Language } from '../../language/index.ts';
import { calledIn } from '../../people/told-apart.ts';
import { seatsOf } from '../../purchases/wording.ts';
import { sortedNames } from './names.ts';
import type { Told } from './view/viewer.ts';

const tones: Record<Severity, NonNullable<Line['mark']>['tone']> = {
  blocks: 'attention',
  warns: 'attention',
  tells: 'plain',
};

/** @param product what they would have afterwards; of the purchase where nobody is moved */
export function findingLines(findings: readonly Finding[], product: string, told: Told): Line[] {
  const { t } = told.language;
  return findings.map((finding) => {
    const severity = severities[finding.what];
    return {
      mark: { text: t(`draft.severity.${severity}`), tone: tones[severity] },
      title: [titleOf(finding, product, told), ...lapsedIn(finding, told.language)].join(' '),
      // People who lose access are named under a heading of their own.
      ...('who' in finding && finding.what !== 'loses-access' && { text: sortedNames(finding.who, told) }),
    };
  });
}

/** What stands behind the numbers, each in a sentence of its own. */
function lapsedIn(finding: Finding, { t }: Language): string[] {
  if (!('missing' in finding) || finding.what === 'list-short') return [];
  const [key, over] = finding.what === 'target-short' ? (['beside', -finding.free] as const) : (['within', 0] as const);
  const { warning = 0, suspended = 0 } = finding;
  return [
    ...(over > 0 ? [t('draft.finding.overused', { count: over })] : []),
    ...(warning > 0 ? [t(`draft.finding.expired.${key}`, { count: warning })] : []),
    ...(suspended > 0 ? [t('draft.finding.suspended', { count: suspended })] : []),
  ];
}

function titleOf(finding: Finding, product: string, { language, dependencies }: Told): string {
  const { t, format } = language;
  switch (finding.what) {
    case 'holders-unknown':
    case 'seats-unread':
    case 'nobody-holds-it':
      return t(`draft.finding.${finding.what}`);
    case 'target-departmental':
      return t('draft.finding.target-departmental', { product });
    case 'target-short': {
      const { need, free, missing, atLeast } = finding;
      const told = { product, need, free: Math.max(0, free) };
      return atLeast
        ? t('draft.finding.target-perhaps-short', { ...told, missing })
        : t('draft.finding.target-short', { ...told, count: missing });
    }
    case 'pool-short':
    case 'pool-covers': {
      const { left, used, missing } = finding;
      return t(`draft.finding.${finding.what}`, { left, used, count: missing });
    }
    case 'kept':
      return t('draft.finding.kept', {
        name: shortName(calledIn(dependencies.store, finding.by)),
        date: format.date(finding.until),
      });
    case 'list-short':
      return t('draft.finding.list-short', { count: finding.missing });
    case 'unnamed':
      return t('draft.finding.unnamed', { count: finding.count });
    case 'list-long':
      return t('draft.finding.list-long', {
        bought: seatsOf(finding.bought, { language }),
        count: finding.listed,
      });
    default:
      return t(`draft.finding.${finding.what}`, { product, count: finding.who.length });
  }
}

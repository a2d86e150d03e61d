/** What a preflight found, as people read it: what is in the way and how to clear it, what to mind, what to know. */
import type { Line } from '../../../cards/report.ts';
import type { Finding } from '../../../store/records.ts';
import { type Severity, severities } from '../../../store/takeover/preflight.ts';
import type { Drafting } from '../request/drafting.ts';
import { sortedNames } from './wording.ts';

const tones: Record<Severity, NonNullable<Line['mark']>['tone']> = {
  blocks: 'attention',
  warns: 'attention',
  tells: 'plain',
};

/** @param product what they would have afterwards; of the purchase where nobody is moved */
export function findingLines(findings: readonly Finding[], product: string, view: Drafting): Line[] {
  const { t } = view.language;
  return findings.map((finding) => {
    const severity = severities[finding.what];
    return {
      mark: { text: t(`draft.severity.${severity}`), tone: tones[severity] },
      title: titleOf(finding, product, view),
      // Who loses access has a heading of its own.
      ...('who' in finding && finding.what !== 'loses-access' ? { text: sortedNames(finding.who, view) } : {}),
    };
  });
}

function titleOf(finding: Finding, product: string, { language: { t } }: Drafting): string {
  switch (finding.what) {
    case 'holders-unknown':
    case 'seats-unread':
    case 'nobody-holds-it':
      return t(`draft.finding.${finding.what}`);
    case 'target-short': {
      const { need, free, missing } = finding;
      return t('draft.finding.target-short', { product, need, free, count: missing });
    }
    case 'pool-short':
    case 'pool-covers': {
      const { left, used, missing } = finding;
      return t(`draft.finding.${finding.what}`, { left, used, count: missing });
    }
    case 'list-short':
      return t('draft.finding.list-short', { count: finding.missing });
    case 'list-long':
      return t('draft.finding.list-long', {
        bought: t('purchases.seats', { count: finding.bought }),
        count: finding.listed,
      });
    default:
      return t(`draft.finding.${finding.what}`, { product, count: finding.who.length });
  }
}

/** The end of the subscription, while a takeover waits for it: who brings it about, and what they have reported. */
import type { ReportedOutcome, Takeover } from '../../../../store/records.ts';
import { shortName } from '../../../core/lines.ts';
import { calledIn } from '../../../people/told-apart.ts';
import { hasLeft } from './purchaser-answer.ts';
import type { Viewer } from './viewer.ts';

export interface EndingView {
  /** Microsoft or the operator's automation is at it; or a person has to do it. */
  who: 'automation' | 'microsoft' | 'person';
  /** The reader can do it at Microsoft, and still has to. */
  isGuided: boolean;
  /** The reader needs Microsoft's support: the purchaser is gone, or Microsoft's page did not do it. */
  needsSupport: boolean;
  /** Since when it waits. */
  since: string;
  /** Newest first. */
  reports: readonly ReportView[];
  /** How many more there were, which only the journal has. */
  uncounted: number;
  /** For Microsoft's support, which asks for the number that the purchase has in Microsoft's shop. */
  support: { id: string; tenant: string; refused: { date: string; words: string } | undefined };
}

interface ReportView {
  text: string;
  /** When the subscription ends, as they say. */
  endsOn: string | null;
  name: string;
  at: string;
  words: string | null;
}

/** After an outcome either Microsoft goes on, or a person has to try again. */
const afterwards: Record<ReportedOutcome, 'wait' | 'try'> = {
  cancelled: 'wait',
  'renewal-off': 'wait',
  'microsoft-moves': 'wait',
  refused: 'try',
  'no-button': 'try',
};

/** Undefined unless it waits. */
export function endingOf(takeover: Takeover, viewer: Viewer): EndingView | undefined {
  if (takeover.state !== 'waiting') return undefined;
  const { history, purchase, reports } = takeover;
  const { place, parts, now, language } = viewer;
  const last = reports.at(-1)?.what;
  const next = last && afterwards[last];
  const who = takeover.ending !== 'guided' ? 'automation' : next === 'wait' ? 'microsoft' : 'person';
  const isGuided = who === 'person' && place === 'person' && (parts.has('requester') || parts.has('admin'));
  const isStuck = next === 'try' || (purchase.purchaser !== null && hasLeft(purchase.purchaser.id, viewer));
  return {
    who,
    isGuided,
    needsSupport: isGuided && isStuck,
    since: language.format.dateTime(history.findLast(({ move }) => move === 'wait')?.at ?? now.toISOString()),
    reports: reports.map((report) => reportView(report, viewer)).reverse(),
    uncounted: takeover.left?.reports ?? 0,
    support: supportOf(takeover, viewer),
  };
}

function reportView(
  { what, by, at, words, endsAt }: Takeover['reports'][number],
  { language: { t, format }, dependencies: { store } }: Viewer,
): ReportView {
  return {
    text: t(`takeoverCard.report.${what}`),
    endsOn: endsAt && format.date(endsAt),
    name: shortName(calledIn(store, by)),
    at: format.dateTime(at),
    words,
  };
}

function supportOf({ purchase, reports }: Takeover, { dependencies, language }: Viewer): EndingView['support'] {
  const refused = reports.findLast(({ what, words }) => what === 'refused' && words !== null);
  return {
    id: dependencies.store.get('purchases', purchase.id)?.commerceId ?? purchase.subscription,
    tenant: dependencies.config.tenantId,
    refused: refused && { date: language.format.date(refused.at), words: refused.words ?? '' },
  };
}

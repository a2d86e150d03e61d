/**
 * How a person ends a subscription, where no API does: the words are those of Microsoft's own page ("Take control of this
 * subscription", field.md §1.5), and where its button is missing or refuses, Microsoft's support is asked [64].
 */
import type { Line, Section } from '../../../cards/report.ts';
import type { Reporting, Takeover } from '../../../store/records.ts';
import { shortName } from '../../core/lines.ts';
import { hasLeft } from './facts.ts';
import type { Viewed } from './viewed.ts';
import { namesIn } from './wording.ts';

export function waitingSections(takeover: Takeover, viewed: Viewed): Section[] {
  if (takeover.state !== 'waiting') return [];
  const reports = reportsSection(takeover, viewed);
  if (takeover.ending !== 'guided') return [...webhookSection(takeover, viewed), ...reports];
  const { t } = viewed.language;
  const name = shortName(takeover.requester.name);
  const last = takeover.reports.at(-1)?.what;
  if (last && afterIt[last] === 'wait') return [{ lines: [waitLine(viewed)] }, ...reports];
  return isGuided(takeover, viewed)
    ? [stepsSection(takeover, viewed), ...reports, ...supportSection(takeover, viewed)]
    : [{ lines: [{ title: t('takeoverCard.guided', { name }) }] }, ...reports];
}

/** What follows from what somebody found: Microsoft is at it, or it is to be tried again. */
const afterIt: Record<Reporting, 'wait' | 'try'> = {
  cancelled: 'wait',
  'renewal-off': 'wait',
  'microsoft-moves': 'wait',
  refused: 'try',
  'no-button': 'try',
};

/** Whether the reader is one who can do it at Microsoft, and still has to. */
export function isGuided({ state, ending, reports }: Takeover, { parts, place }: Viewed): boolean {
  const last = reports.at(-1)?.what;
  const isToDo = state === 'waiting' && ending === 'guided' && !(last && afterIt[last] === 'wait');
  return isToDo && place === 'person' && (parts.has('requester') || parts.has('admin'));
}

function waitLine(viewed: Viewed): Line {
  return { title: viewed.language.t('takeoverCard.wait', { every: everyOf(viewed) }) };
}

/** How often the sync looks. */
function everyOf({ language: { t }, house }: Viewed): string {
  return t('takeover.check.every', { count: house.config.syncMinutes });
}

function webhookSection({ history }: Takeover, viewed: Viewed): Section[] {
  const { t, format } = viewed.language;
  const since = history.findLast(({ move }) => move === 'wait')?.at ?? viewed.now.toISOString();
  return [{ lines: [{ title: t('takeoverCard.automation', { when: format.dateTime(since) }) }, waitLine(viewed)] }];
}

const steps = ['open', 'find', 'end', 'renewal', 'tell'] as const;

function stepsSection(takeover: Takeover, viewed: Viewed): Section {
  const { t } = viewed.language;
  const seats = t('purchases.seats', { count: takeover.purchase.quantity });
  const blanks = { ...namesIn(takeover, viewed), seats, every: everyOf(viewed) };
  return {
    heading: t('takeoverCard.guide.title'),
    lines: [
      { title: t('takeoverCard.guide.why') },
      ...steps.map((step, at) => ({ title: `${at + 1}. ${t(`takeoverCard.guide.${step}`, blanks)}` })),
    ],
  };
}

/** The newest say how it stands. */
const mostReports = 3;

function reportsSection({ reports }: Takeover, viewed: Viewed): Section[] {
  const { t, format } = viewed.language;
  const lines = reports
    .slice(-mostReports)
    .reverse()
    .map(({ what, by, at, words, endsAt }): Line => {
      const title = t(`takeoverCard.report.${what}`);
      const ends = endsAt && t('takeoverCard.endsOn', { date: format.date(endsAt) });
      return {
        title: ends ? `${title} · ${ends}` : title,
        text: [shortName(by.name), format.dateTime(at), words].filter(Boolean).join(' · '),
      };
    });
  return [{ heading: t('takeoverCard.reports'), lines }];
}

/** Ready to be sent. Support asks for the number in the system of Microsoft's shop, where Graph tells it. */
function supportSection(takeover: Takeover, viewed: Viewed): Section[] {
  if (!needsSupport(takeover, viewed)) return [];
  const { t, format } = viewed.language;
  const { config, store } = viewed.house;
  const { purchase } = takeover;
  const commerce = store.get('purchases', purchase.id)?.commerceId;
  const text = t('takeoverCard.support.text', {
    ...namesIn(takeover, viewed),
    id: commerce ?? purchase.subscription,
    seats: t('purchases.seats', { count: purchase.quantity }),
    tenant: config.tenantId,
  });
  const refused = takeover.reports.findLast(({ what, words }) => what === 'refused' && words !== null);
  const said = refused && t('takeoverCard.support.said', { date: format.date(refused.at), words: refused.words ?? '' });
  return [{ heading: t('takeoverCard.support.title'), lines: [{ title: [text, said].filter(Boolean).join(' ') }] }];
}

/** Whoever bought it is gone, or Microsoft's page did not do it. */
export function needsSupport(takeover: Takeover, viewed: Viewed): boolean {
  const { purchaser } = takeover.purchase;
  const last = takeover.reports.at(-1)?.what;
  const isStuck = last !== undefined && afterIt[last] === 'try';
  return isGuided(takeover, viewed) && (isStuck || (purchaser !== null && hasLeft(purchaser.id, viewed)));
}

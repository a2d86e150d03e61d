/** What somebody must know of a takeover to decide about it, in the order in which they ask: costs, way back, reason, time. */
import type { Fact } from '../../../cards/report.ts';
import type { Takeover } from '../../../store/records.ts';
import { countingApprovals, openObjections } from '../../../store/takeover/advance.ts';
import { ends } from '../../../store/takeover/table.ts';
import { noticesAbout } from '../../core/ledger.ts';
import { shortName } from '../../core/lines.ts';
import { isTrusted, type Viewed } from './viewed.ts';
import { namesIn, namesOf, startOf, whyWanted } from './wording.ts';

export function factsOf(takeover: Takeover, viewed: Viewed): Fact[] {
  const { act, requester, requestedAt } = takeover;
  const { t, format } = viewed.language;
  const isOpen = !ends.has(takeover.state);
  // What speaks for it and against it, while that can still change anything.
  const isAhead = takeover.state === 'pending' || takeover.state === 'approved';
  const rows: [label: string, text: string | undefined][] = [
    [t('takeoverCard.fact.cost'), isAhead ? t(`takeoverCard.cost.${act.kind}`) : undefined],
    [t('takeoverCard.fact.undo'), isAhead ? t(`takeoverCard.undo.${act.kind}`) : undefined],
    [t('takeoverCard.fact.why'), whyWanted(takeover, viewed)],
    [t('takeoverCard.fact.by'), `${shortName(requester.name)} · ${format.dateTime(requestedAt)}`],
    [t('draft.confirm.about'), isAhead && isTrusted(viewed) ? namesOf(takeover.holders.ids, viewed) : undefined],
    [t('takeoverCard.fact.decideBy'), decideByOf(takeover, viewed)],
    [t('takeoverCard.fact.starts'), startsOf(takeover, viewed)],
    [t('takeoverCard.fact.purchaser'), isOpen ? purchaserSays(takeover, viewed) : undefined],
    [t('takeoverCard.fact.approved'), approvalsOf(takeover, viewed)],
    [
      t('takeoverCard.fact.putTo'),
      takeover.state === 'pending' && takeover.putTo ? shortName(takeover.putTo.name) : undefined,
    ],
  ];
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

function decideByOf({ state, decideBy }: Takeover, { language: { format }, now }: Viewed): string | undefined {
  const last = format.lastMoment(decideBy);
  return state === 'pending' ? `${format.dateTime(last)} (${format.relative(last, now)})` : undefined;
}

/** While nobody has decided, a subscription that is just ended has the day in its title. */
function startsOf(takeover: Takeover, viewed: Viewed): string | undefined {
  const { t, format } = viewed.language;
  const start = startOf(takeover, viewed);
  // An objection holds it, and the card says so.
  if (!start || openObjections(takeover).length > 0) return undefined;
  if (takeover.state === 'approved') return `${format.dateTime(start)} (${format.relative(start, viewed.now)})`;
  return takeover.act.kind === 'cancel' ? undefined : t('takeoverCard.earliest', { date: format.date(start) });
}

/** "1 of 2: Megan Bowen" */
function approvalsOf(takeover: Takeover, { language: { t, format } }: Viewed): string | undefined {
  const { needed, state } = takeover;
  const names = countingApprovals(takeover).map(({ by }) => shortName(by.name));
  if (names.length === 0 && (needed === 1 || ends.has(state))) return undefined;
  if (needed === 1) return format.list(names);
  const blanks = { done: names.length, needed, names: format.list(names) };
  return t(names.length > 0 ? 'takeoverCard.approvalsBy' : 'takeoverCard.approvals', blanks);
}

/** What they have answered so far, to this or when they were asked to end it themselves. */
function purchaserSays(takeover: Takeover, viewed: Viewed): string | undefined {
  const { t } = viewed.language;
  const { purchaser } = takeover.purchase;
  if (!purchaser) return undefined;
  const { what, words } = hasLeft(purchaser.id, viewed)
    ? { what: 'left' as const, words: null }
    : answerOf(takeover, purchaser.id, viewed);
  // That they object is for those who decide, as their words are; the others read that they know of it.
  const isObjection = what === 'objected' || what === 'answered';
  const shown = isObjection && !isTrusted(viewed) ? 'seen' : what;
  const said = [t(`takeoverCard.answer.${shown}`), isTrusted(viewed) ? words : null].filter(Boolean).join(' · ');
  return `${namesIn(takeover, viewed).purchaser} · ${said}`;
}

export function hasLeft(person: string, { house }: Pick<Viewed, 'house'>): boolean {
  const known = house.store.get('people', person);
  return known !== undefined && (known.leftAt !== null || !known.enabled);
}

type Says = 'objected' | 'answered' | 'seen' | 'silent' | 'unreached' | 'unasked';

function answerOf(
  { id, purchase, objections }: Takeover,
  purchaser: string,
  { house }: Viewed,
): { what: Says; words: string | null } {
  const objection = objections.findLast(({ by }) => by.id === purchaser);
  // An objection that is open or overruled stands on the card in a section of its own.
  const isOwn = objection?.answer?.how !== 'replied';
  if (objection) return { what: objection.answer ? 'answered' : 'objected', words: isOwn ? null : objection.words };
  const asked = noticesAbout(house.store, purchase.id).filter(
    ({ to, saying }) =>
      'person' in to &&
      to.person === purchaser &&
      (saying.card === 'asked' || (saying.card === 'announced' && saying.takeover === id)),
  );
  const answer = asked.find((notice) => notice.answer)?.answer;
  if (answer) return answer;
  const [newest] = asked.filter(({ outcome }) => outcome !== 'moot');
  if (!newest) return { what: 'unasked', words: null };
  return { what: newest.outcome === 'unreached' ? 'unreached' : 'silent', words: null };
}

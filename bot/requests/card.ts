/** The card of a licence request: who asks for what and why, what there is to know for who decides, and what its reader can do. */
import type { Button, Card } from '../../cards/card.ts';
import { type Answer, type Choice, type Fact, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { LicenceRequest } from '../../store/records.ts';
import { turnBy } from '../../store/request/advance.ts';
import { requestTable } from '../../store/request/table.ts';
import { type Context, press } from '../core/command.ts';
import { listedNames, shortName } from '../core/lines.ts';
import type { Language } from '../language/index.ts';
import { calledIn } from '../people/told-apart.ts';
import { alsoAsked, type Seats } from './seats.ts';
import { termText } from './terms.ts';
import {
  badgeOf,
  isLongerAsked,
  nextTexts,
  stateText,
  titleOf,
  type View,
  type Viewer,
  viewerOf,
  viewOf,
} from './view.ts';

type Decision = NonNullable<LicenceRequest['decision']>;

/** @param remark what the reader should know first, e.g. why their press did nothing */
export function requestCard(request: LicenceRequest, viewer: Viewer, remark?: string): Card {
  const view = viewOf(request, viewer);
  const { format } = view.language;
  const { id, at } = request;
  const mayDecide = may(view, 'approve');
  const mayExtend = may(view, 'extend') && request.endsOn !== null;
  const card = report({
    name: titleOf(view),
    subtitle: `${id} · ${format.dateTime(at)}`,
    badges: [badgeOf(request, view.language)],
    paragraphs: present(remark, ...nextTexts(view)),
    sections: [{ facts: factsOf(view) }],
    ...((mayDecide || mayExtend) && { choice: termChoice(view, mayDecide ? 'decide' : 'extend') }),
    ...(mayDecide && { answer: wordsOf(view) }),
    buttons: buttonsOf(view),
    summary: isSaid.has(request.state) ? titleOf(view) : `${stateText(request, view.language)} · ${titleOf(view)}`,
    fallback: fallbackOf(request, view.language),
  });
  return { ...card, shows: id };
}

export function fallbackOf({ id }: Pick<LicenceRequest, 'id'>, { t, words }: Language): string {
  return t('fallback', { command: `${words.commands.request.names[0]} ${id}` });
}

export function showRequest(request: LicenceRequest, context: Context, remark?: string): Card {
  return requestCard(request, viewerOf(request, context), remark);
}

/** Whether its reader could make that move now, as far as the table says. */
function may(
  { request, parts }: View,
  move: keyof (typeof requestTable)['pending'] | 'extend' | 'retry' | 'ask-longer',
): boolean {
  return requestTable[request.state][move]?.by.some((part) => parts.has(part)) ?? false;
}

/** The title says its state. */
const isSaid: ReadonlySet<LicenceRequest['state']> = new Set(['pending', 'waiting', 'given'] as const);

const closed: ReadonlySet<LicenceRequest['state']> = new Set(['rejected', 'withdrawn', 'ended'] as const);

function factsOf(view: View): Fact[] {
  const { request, isTheirs, language, dependencies, isForOther, person } = view;
  const { t, format } = language;
  const { store } = dependencies;
  const isPending = request.state === 'pending';
  const fact = (label: string, text: string): Fact => ({ label, text });
  const department = store.get('people', request.person.id)?.department;
  const also = isTheirs || !isPending ? 0 : alsoAsked(request, store);
  const isOpen = isPending || request.state === 'waiting' || request.state === 'failed';
  return present(
    (isForOther || (!isTheirs && department)) && fact(t('request.fact.for'), present(person, department).join(' · ')),
    fact(t('request.fact.why'), request.why),
    request.term && fact(t(isPending ? 'request.fact.wanted' : 'request.fact.term'), termText(request.term, language)),
    !isTheirs && isOpen && fact(t('request.fact.seats'), seatsText(view.seats, language)),
    also > 0 && fact(t('request.fact.also'), t('request.also', { count: also })),
    request.ticket && fact(t('request.fact.ticket'), request.ticket),
    isPending && isTheirs && request.admins.length > 0 && fact(t('request.fact.canDecide'), deciderNames(view)),
    isPending &&
      !isTheirs &&
      request.dueAt &&
      fact(t('request.fact.called'), format.moment(format.lastMoment(request.dueAt))),
    ...decisionFacts(view),
  );
}

/** More are counted. */
const mostNamed = 3;

function deciderNames({ request, dependencies: { store }, language }: View): string {
  const all = [...request.deciders, ...request.admins].filter(
    ({ id }) => id !== request.person.id && id !== request.requester.id,
  );
  const names = [...new Map(all.map((each) => [each.id, shortName(calledIn(store, each))])).values()];
  return listedNames(names, { most: mostNamed }, language);
}

function decisionFacts(view: View): Fact[] {
  const { request, language, dependencies } = view;
  const { t, format } = language;
  const { store } = dependencies;
  if (request.decision?.as === 'grant') return [grantFact(view, request.decision)];
  const turn = turnBy(request, 'approve', 'reject', 'withdraw');
  if (!turn?.by || request.state === 'pending') return [];
  const labels = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;
  const label = labels[turn.move as keyof typeof labels];
  return present(
    { label: t(`request.fact.${label}`), text: `${shortName(calledIn(store, turn.by))}, ${format.dateTime(turn.at)}` },
    turn.words && { label: t('request.fact.words'), text: turn.words },
  );
}

function grantFact({ request, language, dependencies: { store } }: View, { by, words }: Decision): Fact {
  const { t } = language;
  const both = store.get('grants', request.product.sku)?.by ?? [by];
  const names = listedNames(
    [...new Set(both.map((each) => shortName(calledIn(store, each))))],
    { most: mostNamed },
    language,
  );
  return { label: t('request.fact.granted'), text: t('request.granted', { order: words ?? '', names }) };
}

export function seatsText({ all, free, atLeast }: Seats, { t }: Pick<Language, 't'>): string {
  if (all === 0) return t('request.seats.noneOwned');
  if (atLeast) return t('request.seats.atLeast', { free, all });
  return free > 0 ? t('request.seats.some', { free, all }) : t('request.seats.none', { all });
}

const terms = ['1m', '3m', '6m', '12m'];

/** What was asked for is picked already. */
function termChoice({ request: { term }, language }: View, why: 'decide' | 'extend'): Choice {
  const { t } = language;
  const offered = [...new Set([...(term ? [term] : []), ...terms])];
  return {
    id: 'limit',
    label: t(why === 'decide' ? 'request.term.label' : 'request.term.more'),
    options: [
      { title: t('request.term.always'), value: 'always' },
      ...offered.map((each) => ({ title: termText(each, language), value: each })),
    ],
    value: why === 'decide' ? (term ?? 'always') : (term ?? '3m'),
  };
}

function wordsOf({ language: { t } }: View): Answer {
  return { id: 'reason', label: t('request.words'), placeholder: t('request.wordsHint') };
}

function buttonsOf(view: View): Button[] {
  const {
    request,
    language: { t },
    isTheirs,
  } = view;
  const data = { request: request.id };
  const isTimed = request.endsOn !== null;
  return [
    ...when<Button>(may(view, 'approve'), {
      ...press(t('request.button.approve'), 'approve', data),
      style: 'positive',
      inputs: true,
    }),
    ...when<Button>(request.state === 'pending' && may(view, 'reject'), {
      ...press(t('button.reject'), 'reject', data),
      inputs: true,
    }),
    ...when<Button>(may(view, 'retry'), press(t('button.retry'), 'retry', data)),
    ...when<Button>(isTimed && may(view, 'extend'), {
      ...press(t('request.button.extend'), 'approve', data),
      inputs: true,
    }),
    ...when<Button>(
      isTheirs && isTimed && may(view, 'ask-longer') && !isLongerAsked(request),
      press(t('request.button.askLonger'), 'request', { ...data, move: 'ask-longer' }),
    ),
    ...when<Button>(isTheirs && may(view, 'withdraw'), press(t('button.withdraw'), 'withdraw', data)),
    ...when<Button>(
      isTheirs && closed.has(request.state),
      press(t('request.button.another'), 'request', { form: 'form' }),
    ),
  ];
}

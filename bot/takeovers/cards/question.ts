/** Questions asked before something is done to a takeover; each replaces its card until it is answered. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Report, report } from '../../../cards/report.ts';
import { present } from '../../../cards/when.ts';
import { reportedOutcomes, type Takeover } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { digest as digestOf } from '../../core/shown-hash.ts';
import type { Translate } from '../../language/index.ts';
import { badgesOf, stateBadge, unusualSections } from './badges.ts';
import { fallbackOf } from './card.ts';
import { detailsOf, factsOf } from './facts.ts';
import { objectionSections } from './objections.ts';
import { runSections } from './progress.ts';
import { type TakeoverView, takeoverView } from './view/view.ts';
import type { Viewer } from './view/viewer.ts';

export type Question = 'approve' | 'reject' | 'withdraw' | 'reply' | 'proceed' | 'without' | 'untold' | 'report';

/** The question, with everything the person has already sent. */
export interface Asking {
  question: Question;
  /** Says what is missing. */
  remark?: string | undefined;
  /** Their words. */
  said?: string | undefined;
  /** Their choice. */
  picked?: string | undefined;
}

/** People who can't see the card read the question; of those who lose access, how many and who. */
function summaryOf(question: Question, { count, run, untold, language: { t } }: TakeoverView): string {
  if (question === 'untold') return untoldText(untold, t);
  if (question !== 'without') return t(`takeoverCard.ask.${question}`, { count });
  const { ids, names } = run?.losers ?? { ids: [], names: '' };
  return t('takeoverCard.ask.without', { count: ids.length, names });
}

function untoldText(untold: TakeoverView['untold'], t: Translate): string {
  const { ids, names } = untold ?? { ids: [], names: '' };
  return t('takeoverCard.ask.untold', { count: ids.length, names });
}

type Asked = Pick<Report, 'paragraphs' | 'sections' | 'more' | 'choice' | 'date' | 'answer'> & { button: Button };

export function questionCard(takeover: Takeover, viewer: Viewer, { question, remark, said, picked }: Asking): Card {
  const view = takeoverView(takeover, viewer);
  const { t } = view.language;
  const { button, answer, choice, ...asked } = questions[question](view);
  return report({
    name: view.title,
    subtitle: view.numbers,
    badges: question === 'approve' ? badgesOf(view) : [stateBadge(view)],
    ...asked,
    ...(choice && { choice: { ...choice, ...(picked && { value: picked }) } }),
    ...(answer && { answer: { ...answer, ...(said && { value: said }) } }),
    paragraphs: present(remark, ...(asked.paragraphs ?? [])),
    buttons: [button, press(t('button.back'), 'approval', { request: view.id, back: 'back' })],
    summary: summaryOf(question, view),
    fallback: fallbackOf(view),
  });
}

const questions: Record<Question, (view: TakeoverView) => Asked> = {
  /** All that the card says, and what is unusual, once more. */
  approve(view) {
    const { id, digest, count, language, objections } = view;
    const { t } = language;
    const confirm = press(t('button.approveCancellation'), 'approve', { request: id, digest, confirm: 'confirm' });
    return {
      paragraphs: [t('takeoverCard.ask.approve', { count })],
      sections: [
        ...(objections.open.length > 0 ? objectionSections(view) : []),
        ...unusualSections(view),
        { facts: factsOf(view) },
      ],
      more: { title: t('button.more'), sections: [{ facts: detailsOf(view) }] },
      button: { ...confirm, style: 'destructive' },
    };
  },
  reject(view) {
    const { id, language } = view;
    const button = press(language.t('button.reject'), 'reject', { request: id, confirm: 'confirm' });
    return inWords('reject', { ...button, style: 'destructive' }, view);
  },
  withdraw(view) {
    const { id, hasBegun, language } = view;
    const { t } = language;
    const button = press(t('button.withdraw'), 'withdraw', { request: id, confirm: 'confirm' });
    return {
      ...inWords('withdraw', button, view),
      ...(hasBegun && { paragraphs: [t('takeoverCard.ask.withdrawBegun')] }),
      sections: runSections(view),
    };
  },
  reply: (view) => answerQuestion('reply', view),
  proceed: (view) => answerQuestion('proceed', view),
  without(view) {
    const { id, run, language } = view;
    const { t } = language;
    const { ids, names } = run?.losers ?? { ids: [], names: '' };
    const data = { request: id, digest: digestOf([...ids].sort()), confirm: 'confirm' } as const;
    return {
      paragraphs: [t('takeoverCard.ask.without', { count: ids.length, names })],
      sections: runSections(view),
      button: press(t('takeoverCard.endWithout'), 'proceed', data),
    };
  },
  untold({ id, untold, language: { t } }) {
    const data = { request: id, digest: digestOf([...(untold?.ids ?? [])].sort()), confirm: 'confirm' } as const;
    return { paragraphs: [untoldText(untold, t)], button: press(t('takeoverCard.theyKnow'), 'proceed', data) };
  },
  report({ id, language: { t } }) {
    const label = t('takeoverCard.ask.report');
    const options = reportedOutcomes.map((value) => ({ title: t(`takeoverCard.report.${value}`), value }));
    return {
      paragraphs: [],
      choice: { id: 'found', label, options, missing: t('takeover.choose') },
      date: { id: 'until', label: t('takeoverCard.hint.until') },
      answer: { id: 'reason', label: t('takeoverCard.hint.refusal'), placeholder: t('takeoverCard.hint.report') },
      button: { ...press(t('takeoverCard.send'), 'check', { request: id, confirm: 'confirm' }), inputs: true },
    };
  },
};

function inWords(
  question: Exclude<Question, 'report' | 'approve' | 'without' | 'untold'>,
  button: Button,
  { language: { t } }: TakeoverView,
): Asked {
  return {
    paragraphs: [t(`takeoverCard.ask.${question}`)],
    answer: {
      id: 'reason',
      label: t(`takeoverCard.label.${question}`),
      placeholder: t(`takeoverCard.hint.${question}`),
    },
    button: { ...button, inputs: true },
  };
}

/** The oldest objection that has no answer is answered first. */
function answerQuestion(name: 'reply' | 'proceed', view: TakeoverView): Asked {
  const { id, language } = view;
  const { open } = view.objections;
  const [first] = open;
  const data = { request: id, confirm: 'confirm', ...(first && { objection: first.at }) };
  const sections = open
    .slice(0, 1)
    .flatMap(({ said }) => (said ? [{ lines: [{ title: said.name, text: said.words }] }] : []));
  return { ...inWords(name, press(language.t(`button.${name}`), name, data), view), sections };
}

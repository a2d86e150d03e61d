/** What is asked once more, or in words, before something is done to a takeover; each in place of its card. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Report, report, type Section } from '../../../cards/report.ts';
import { reportings, type Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { hasBegun } from '../run/transfers.ts';
import { digestOf } from './buttons.ts';
import { progressSections } from './progress.ts';
import type { Viewed } from './viewed.ts';
import { actText, namesOf, stateLine } from './wording.ts';

export type Question = 'approve' | 'reject' | 'withdraw' | 'reply' | 'proceed' | 'report';

type Asked = Pick<Report, 'paragraphs' | 'sections' | 'choice' | 'date' | 'answer'> & { button: Button };

/**
 * @param remark what was missing in what they sent
 * @param said what they wrote already
 * @param picked what they chose already
 */
export function questionCard(
  takeover: Takeover,
  question: Question,
  viewed: Viewed,
  {
    remark,
    said,
    picked,
  }: { remark?: string | undefined; said?: string | undefined; picked?: string | undefined } = {},
): Card {
  const { t, words } = viewed.language;
  const { button, answer, choice, ...asked } = questions[question](takeover, viewed);
  return report({
    name: actText(takeover, viewed),
    subtitle: stateLine(takeover, viewed),
    ...asked,
    ...(choice ? { choice: picked ? { ...choice, value: picked } : choice } : {}),
    ...(answer ? { answer: said ? { ...answer, value: said } : answer } : {}),
    paragraphs: [...(remark ? [remark] : []), ...(asked.paragraphs ?? [])],
    buttons: [button, press(t('button.back'), 'approval', { request: takeover.id, back: 'back' })],
    summary: t(`takeoverCard.ask.${question}`, { count: takeover.holders.ids.length }),
    fallback: t('fallback', { command: `${words.commands.approval.names[0]} ${takeover.id}` }),
  });
}

const questions: Record<Question, (takeover: Takeover, viewed: Viewed) => Asked> = {
  approve(takeover, viewed) {
    const { id, holders } = takeover;
    const { t } = viewed.language;
    const data = { request: id, digest: digestOf(takeover), confirm: 'confirm' };
    const title = t('takeoverCard.ask.approve', { count: holders.ids.length });
    const names = viewed.place === 'person' && holders.ids.length > 0 ? { text: namesOf(holders.ids, viewed) } : {};
    return {
      sections: [{ lines: [{ title, ...names }] }],
      button: press(t('button.confirm'), 'approve', data),
    };
  },
  reject: ({ id }, { language: { t } }) =>
    inWords('reject', press(t('button.reject'), 'reject', { request: id, confirm: 'confirm' }), t),
  withdraw(takeover, viewed) {
    const { t } = viewed.language;
    const button = press(t('button.confirm'), 'withdraw', { request: takeover.id, confirm: 'confirm' });
    return {
      ...inWords('withdraw', button, t),
      ...(hasBegun(takeover, viewed.house.store) ? { paragraphs: [t('takeoverCard.ask.withdrawBegun')] } : {}),
      sections: progressSections(takeover, viewed),
    };
  },
  reply: (takeover, viewed) => answering('reply', takeover, viewed),
  proceed: (takeover, viewed) => answering('proceed', takeover, viewed),
  report({ id }, { language: { t } }) {
    const label = t('takeoverCard.ask.report');
    const options = reportings.map((value) => ({ title: t(`takeoverCard.report.${value}`), value }));
    return {
      paragraphs: [],
      choice: { id: 'found', label, options, missing: t('takeover.choose') },
      date: { id: 'until', label: t('takeoverCard.hint.until') },
      answer: { id: 'reason', label: t('takeoverCard.hint.refusal'), placeholder: t('takeoverCard.hint.report') },
      button: { ...press(t('takeoverCard.send'), 'check', { request: id, confirm: 'confirm' }), inputs: true },
    };
  },
};

function inWords(question: Exclude<Question, 'report' | 'approve'>, button: Button, t: Viewed['language']['t']): Asked {
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

/** The oldest that has no answer is answered first. */
function answering(name: 'reply' | 'proceed', takeover: Takeover, { language: { t } }: Viewed): Asked {
  const [open] = openObjections(takeover);
  const data = {
    request: takeover.id,
    confirm: 'confirm',
    ...(open ? { objection: takeover.objections.indexOf(open) } : {}),
  };
  const sections: Section[] = open ? [{ lines: [{ title: shortName(open.by.name), text: open.words }] }] : [];
  return { ...inWords(name, press(t(`button.${name}`), name, data), t), sections };
}

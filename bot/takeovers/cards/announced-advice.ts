/** Advice for purchaser and holders of an announced takeover: the next steps, the contact, and the buttons. */
import type { Button, Link } from '../../../cards/card.ts';
import type { Line, More, Report, Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { announcedDetails } from './announced-facts.ts';
import { type AnnouncedView, coming } from './view/announced.ts';

export function adviceSections(view: AnnouncedView): Section[] {
  const lines = nextSteps(view).map((step) => ({ title: `• ${step}` }));
  return [{ heading: view.language.t('asked.next'), lines }];
}

/** Whom to ask, and how to tell that this is no fraud: in small print, but never hidden. */
export function safeNotes({ requester, contact, pages, language: { t } }: AnnouncedView): string[] {
  return [
    `${t('asked.questions')} ${t('asked.whom', { name: requester, contact: contact.name })}`,
    [t('asked.safe'), t(pages.verify ? 'asked.check' : 'asked.doubt')].join(' '),
  ];
}

/** What few need, with the number to name in a question. */
export function furtherDetails(view: AnnouncedView): More {
  const { stage, who, notice, language } = view;
  const { t } = language;
  // Once it has ended, this is the next step.
  const isLater = who === 'purchaser' && coming.has(stage);
  return {
    title: t('button.more'),
    sections: [
      { facts: announcedDetails(view) },
      { lines: [...when<Line>(isLater, { title: t('asked.step.refund') }), ...questionsOf(view)] },
    ],
    notes: [...when(who === 'purchaser', t('asked.microsoft')), notice.id],
  };
}

function nextSteps(view: AnnouncedView): string[] {
  const { stage, who, off, fate, isHolder, names, contact, language } = view;
  const { t } = language;
  const hasEnded = off === 'over';
  if (stage === 'called-off' && !hasEnded) return [];
  const isMoved = !hasEnded && fate === 'move';
  const isPurchaser = who === 'purchaser';
  const refund = isPurchaser && t('asked.step.refund');
  const licence = !isMoved && t('announced.step.licence', { product: names.product, contact: contact.name });
  if (coming.has(stage)) {
    const own = isHolder && (isMoved ? t('announced.step.goOn') : saveText(view));
    return present(own, isHolder && licence, isPurchaser && t('announced.step.alone'));
  }
  const signIn = isMoved && !isPurchaser && t('announced.step.signIn');
  return present(signIn, licence, refund);
}

function saveText({ firmStart, language: { t, format } }: AnnouncedView): string {
  return firmStart ? t('announced.step.saveBy', { date: format.date(firmStart) }) : t('announced.step.save');
}

/** People who have read it may object after all, as long as an objection can hold anything. */
export function answerFields(view: AnnouncedView): Pick<Report, 'answer' | 'buttons'> {
  const { notice, canObject, language } = view;
  const { t } = language;
  const data = { notice: notice.id };
  const gotIt: readonly Button[] = when(!notice.answer, press(t('button.gotIt'), 'seen', data));
  if (!canObject) return { buttons: gotIt };
  return {
    answer: { id: 'reason', label: t('asked.words'), placeholder: t('asked.wordsHint'), missing: t('answer.missing') },
    buttons: [...gotIt, { ...press(t('button.object'), 'object', data), inputs: true }],
  };
}

/** What its reader asks next: a purchaser about money, people who lose a licence about what they made with it. */
const questions = { purchaser: ['refund', 'who-pays'], holder: ['files'] } as const;

function questionsOf({ who, language: { t } }: AnnouncedView): Line[] {
  return questions[who].map((key) => {
    const title = t(`faq.short.${key}`);
    return { title, press: press(title, 'faq', { words: key }) };
  });
}

export function announcedLinks({ stage, who, notice, pages, contact, language: { t } }: AnnouncedView): Link[] {
  const { verify, expenses } = pages;
  const isToRead = coming.has(stage) && !notice.answer;
  return [
    ...present(verify && { title: t('button.isThisReal'), url: verify }),
    ...present(who === 'purchaser' && !isToRead && expenses && { title: t('button.expenses'), url: expenses }),
    ...contact.links,
  ];
}

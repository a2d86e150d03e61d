/** The cards of the FAQ: an answer with its source, the questions of a subject, the subjects. */

import type { Button, Card, Link } from '../../cards/card.ts';
import { type Line, type Report, report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { type Context, press } from '../core/command.ts';
import { contactLinks, contactName } from '../core/contact.ts';
import type { FaqKey } from '../language/translation.ts';
import { type Entry, entries, faqKeys, newestFaq, type Related, type Source, type Topic, topics } from './entries.ts';
import { realness } from './real.ts';

/** The answer first, then what has changed since; where it comes from is small print. */
export function answerCard(key: FaqKey, context: Context): Card {
  const { t } = context.language;
  const entry = entries[key];
  const { changed, related } = entry;
  return card(
    {
      icon: key === 'real' ? 'ShieldCheckmark' : 'QuestionCircle',
      title: t(`faq.question.${key}`),
      paragraphs: [t(`faq.answer.${key}`, filling(context))],
      sections: [
        ...(changed ? [{ heading: t('faq.sinceTitle'), lines: [{ title: sinceText(key, context) }] }] : []),
        ...(key === 'real' ? realness(context) : []),
      ],
      notes: sourceLines(entry, context),
      buttons: [...related.map((each) => relatedButton(each, context)), allOf(entry.topic, context)],
      links: linksOf(key, entry, context),
    },
    context,
  );
}

/** The questions that may be meant. */
export function chooseCard(keys: readonly FaqKey[], context: Context): Card {
  const { t } = context.language;
  return card(
    {
      icon: 'QuestionCircle',
      title: t('faq.several'),
      // As lines: on a phone, a button cuts a question short.
      sections: [{ lines: keys.map((key) => questionLine(key, context)) }],
      buttons: [everything(context)],
    },
    context,
  );
}

export function topicCard(topic: Topic, context: Context): Card {
  const { t } = context.language;
  const keys = faqKeys.filter((key) => entries[key].topic === topic);
  return card(
    {
      icon: 'QuestionCircle',
      title: t(`faq.topic.${topic}`),
      sections: [{ lines: keys.map((key) => questionLine(key, context)) }],
      buttons: [everything(context)],
    },
    context,
  );
}

/** @param asked what no question was found for */
export function topicsCard(asked: string | undefined, context: Context): Card {
  const { t, words } = context.language;
  const contact = contactName(context);
  const example = words.commands.faq.examples[1] ?? '';
  return card(
    {
      icon: 'QuestionCircle',
      title: t('faq.title'),
      paragraphs: [asked ? t('faq.none', { what: asked, contact }) : t('faq.pick', { example })],
      sections: [{ lines: topics.map((topic) => topicLine(topic, context)) }],
      buttons: [
        press(t('faq.short.real'), 'faq', { words: 'real' }),
        press(t('faq.short.contact'), 'faq', { words: 'contact' }),
      ],
      links: contactLinks(context),
    },
    context,
  );
}

function card(content: Omit<Report, 'summary' | 'fallback'>, { language: { t, words } }: Context): Card {
  return report({
    ...content,
    summary: content.title ?? t('faq.title'),
    fallback: t('fallback', { command: words.commands.faq.names[0] }),
  });
}

/** What some answers have a blank for. */
function filling(context: Context) {
  const { names } = context.language.words.commands.centralise;
  return { contact: contactName(context), centralise: names[0] };
}

type Changed = keyof Context['language']['words']['messages']['faq']['since'];

function sinceText(key: FaqKey, { language: { t } }: Context): string {
  return t(`faq.since.${key as Changed}`);
}

function questionLine(key: FaqKey, { language: { t } }: Context): Line {
  const title = t(`faq.question.${key}`);
  return { title, press: press(title, 'faq', { words: key }) };
}

function topicLine(topic: Topic, { language: { t } }: Context): Line {
  const title = t(`faq.topic.${topic}`);
  return { title, press: press(title, 'faq', { words: topic }) };
}

function everything({ language: { t } }: Context): Button {
  return press(t('faq.all'), 'faq');
}

function allOf(topic: Topic, { language: { t } }: Context): Button {
  return press(t('faq.about'), 'faq', { words: topic });
}

function relatedButton(related: Related, { language: { t, words } }: Context): Button {
  if (related === 'purchases') return press(t('button.listPurchases'), 'purchases');
  if (related === 'waiting') return press(words.commands.waiting.names[0] ?? related, 'waiting');
  return press(t(`faq.short.${related}`), 'faq', { words: related });
}

function linksOf(key: FaqKey, { source, changed }: Entry, context: Context): Link[] {
  const { verify } = context.dependencies.config.pages;
  const { t } = context.language;
  const page = changed?.page ?? source?.page;
  return [
    ...(key === 'real' && verify ? [{ title: t('button.isThisReal'), url: verify }] : []),
    ...(page ? [{ title: t('faq.microsoft'), url: page }] : contactLinks(context)),
  ];
}

function sourceLines({ source, changed }: Entry, context: Context): string[] {
  const { t, format } = context.language;
  if (!source) return [t('faq.ours', { date: format.date(context.now) })];
  const isOfThen = source.doc === 'faq' && source.date !== newestFaq && !changed;
  return [
    sourceText(source, context),
    ...when(isOfThen, t('faq.still', { date: format.date(newestFaq) })),
    ...(changed ? [t('faq.changed', aboutOf(changed, context))] : []),
  ];
}

function sourceText(source: Source, context: Context): string {
  const { t } = context.language;
  const about = aboutOf(source, context);
  return source.section
    ? t('faq.source', { ...about, section: t(`faq.section.${source.section}`) })
    : t('faq.sourcePage', about);
}

function aboutOf({ doc, date }: Source, { language: { t, format } }: Context): { doc: string; date: string } {
  return {
    doc: t('faq.by', { name: t(`faq.doc.${doc}`) }),
    date: date ? format.date(date) : t('faq.undated'),
  };
}

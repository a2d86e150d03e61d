/** To somebody who asked something: Teams did not take the answer. What they asked, whether it is done, and how to see it. */
import { type Line, report } from '../../cards/report.ts';
import type { Owed } from '../../store/records.ts';
import type { CardOf, NoticeKind } from '../core/notice.ts';
import type { Language } from '../language/index.ts';
import { notWelcomeCard } from './hello.ts';

const card: CardOf<'late-answer'> = ({ asked }, { language }) => {
  const { t, words } = language;
  const title = t('lateAnswer.title');
  return report({
    title,
    paragraphs: [t('lateAnswer.what')],
    sections: [{ lines: asked.map((each) => lineOf(each, language)) }],
    summary: title,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
};

export const lateAnswer: NoticeKind<'late-answer'> = {
  card,
  urgency: 1,
  audience: 'members',
  instead: notWelcomeCard,
  missed: false,
};

function lineOf({ command, at, recorded, again }: Owed, { t, format, words }: Language): Line {
  const name = Object.entries(words.commands).find(([each]) => each === command)?.[1].names[0];
  const title = `${name ? t('help.oneTitle', { command: name }) : t('lateAnswer.other')} · ${format.dateTime(at)}`;
  return {
    title,
    text: t(`lateAnswer.${recorded ? 'recorded' : 'notRecorded'}`),
    ...(again ? { press: { title: `${t('button.open')} ${title}`, verb: again.verb, data: again.data } } : {}),
  };
}

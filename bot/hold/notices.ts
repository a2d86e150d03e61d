/** To the chats that asked for alerts: Purser is on hold, and later that it goes on. */
import { type Report, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { holdOf } from '../../store/hold.ts';
import { press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';

const holdCard: CardOf<'hold'> = ({ since, by, words: why }, shown) => {
  const { t, format } = shown.language;
  const isOn = holdOf(shown.dependencies.store)?.since === since;
  // It was over before it could be said.
  if (!isOn && !shown.notice.delivered) return undefined;
  const name = shortName(by.name);
  return card(shown, {
    title: t(isOn ? 'hold.title' : 'hold.over'),
    paragraphs: [
      t('hold.pausedBy', { name, when: format.dateTime(since) }),
      ...present(why && t('hold.because', { why })),
      t(isOn ? 'hold.means' : 'hold.wasThen'),
    ],
    buttons: when(isOn, press(t('button.resume'), 'resume')),
  });
};

const resumedCard: CardOf<'resumed'> = ({ since, at, by, left }, shown) => {
  const { t, format } = shown.language;
  return card(shown, {
    title: t('hold.over'),
    paragraphs: [
      t('hold.resumedBy', { name: shortName(by.name), when: format.dateTime(at), since: format.dateTime(since) }),
      ...when(left > 0, t('hold.leftOut', { count: left })),
    ],
    buttons: [],
  });
};

function card(
  { notice, language: { t, words } }: Shown,
  said: Pick<Report, 'paragraphs' | 'buttons'> & { title: string },
) {
  return report({
    ...said,
    buttons: [...(said.buttons ?? []), press(t('button.status'), 'status')],
    notes: [notice.id],
    summary: said.title,
    fallback: t('fallback', { command: words.commands.status.names[0] }),
  });
}

export const hold: NoticeKind<'hold'> = { card: holdCard, urgency: 0, topic: 'alerts', audience: ['viewer'] };
export const resumed: NoticeKind<'resumed'> = { card: resumedCard, urgency: 1, topic: 'alerts', audience: ['viewer'] };

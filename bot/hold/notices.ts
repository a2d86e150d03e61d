/** To the admins: Purser is on hold, and later that it goes on. */
import type { Button, Card } from '../../cards/card.ts';
import { type Line, type Report, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { holdOf } from '../../store/hold.ts';
import type { Hold } from '../../store/records.ts';
import { press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, SayingOf, Shown } from '../core/notice.ts';
import type { Language } from '../language/index.ts';
import { calledIn } from '../people/told-apart.ts';
import { type Preview, previewOf } from './preview.ts';

const holdCard: CardOf<'hold'> = (saying, shown) => {
  const { t } = shown.language;
  const hold = holdOf(shown.dependencies.store);
  const isOn = hold?.since === saying.since;
  // It was over before it could be said.
  if (!isOn && !shown.notice.delivered) return undefined;
  const resume = press(t('button.resume'), 'resume');
  if (!isOn) return card(shown, { title: t('hold.over'), paragraphs: [...whyText(saying, shown), t('hold.wasThen')] });
  if (hold.why === 'restored') return restoredCard(hold, shown, resume);
  const paragraphs = [...whyText(saying, shown), t('hold.means')];
  return card(shown, { title: t('hold.title'), paragraphs, buttons: [resume] });
};

function whyText(
  { by, words: why, since }: SayingOf<'hold'>,
  { language: { t, format }, dependencies: { store } }: Shown,
): string[] {
  const when = format.dateTime(since);
  if (!by) return [t('hold.wasRestored', { when })];
  return [
    t('hold.pausedBy', { name: shortName(calledIn(store, by)), when }),
    ...present(why && t('hold.because', { why })),
  ];
}

/** How much of what is held, and nothing of what it says: it may be read in a channel. */
function restoredCard(hold: Hold & { why: 'restored' }, shown: Shown, resume: Button): Card {
  const { language, now, dependencies } = shown;
  const { t, format, words } = language;
  const preview = previewOf(dependencies.store, hold, now);
  const lines = heldLines(preview, language);
  const backup = hold.backup ? format.dateTime(hold.backup) : t('hold.unknownDay');
  return card(shown, {
    title: t('hold.restoredTitle'),
    paragraphs: [
      t('hold.restoredOn', { when: format.dateTime(hold.since), backup }),
      t('hold.means'),
      t('hold.howToResume', { resume: words.commands.resume.names[0] }),
    ],
    sections: [{ heading: t('hold.held'), lines: lines.length > 0 ? lines : [{ title: t('hold.nothingWaits') }] }],
    buttons: [resume],
  });
}

function heldLines({ posts, edits, old, jobs, waiting, differing, gone }: Preview, { t }: Language): Line[] {
  const counts = [
    ['hold.heldPosts', posts.reduce((sum, { count }) => sum + count, 0)],
    ['hold.heldOld', old.length],
    ['hold.edits', edits],
    ['hold.heldJobs', jobs.length],
    ['hold.heldTakeovers', waiting.length],
    ['hold.heldChanged', differing.length + gone.length],
  ] as const;
  return counts.flatMap(([key, count]) => (count > 0 ? [{ title: t(key, { count }) }] : []));
}

const resumedCard: CardOf<'resumed'> = ({ since, at, by, left }, shown) => {
  const { t, format } = shown.language;
  return card(shown, {
    title: t('hold.over'),
    paragraphs: [
      t('hold.resumedBy', {
        name: shortName(calledIn(shown.dependencies.store, by)),
        when: format.dateTime(at),
        since: format.dateTime(since),
      }),
      ...when(left > 0, t('hold.leftOut', { count: left })),
    ],
  });
};

function card(
  { language: { t, words } }: Pick<Shown, 'language'>,
  said: Pick<Report, 'paragraphs' | 'buttons' | 'sections'> & { title: string },
) {
  return report({
    ...said,
    buttons: [...(said.buttons ?? []), press(t('button.status'), 'status')],
    summary: said.title,
    fallback: t('fallback', { command: words.commands.status.names[0] }),
  });
}

export const hold: NoticeKind<'hold'> = { card: holdCard, urgency: 0, audience: ['admin'] };
export const resumed: NoticeKind<'resumed'> = { card: resumedCard, urgency: 1, audience: ['admin'] };

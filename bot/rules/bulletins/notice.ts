/** To the chats that asked for alerts: what Microsoft announces about self-service, beside what the baseline will do about it. */
import { type Fact, report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Bulletin } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { messageCentrePost } from '../../microsoft/links.ts';
import { newProducts } from '../baseline/desired.ts';
import { actsAlone } from '../baseline/set-back.ts';
import { wantedFor } from '../catalogue/wanted.ts';

const card: CardOf<'bulletin'> = ({ post }, shown) => {
  const { dependencies, language } = shown;
  const { t, words } = language;
  const bulletin = dependencies.store.get('bulletins', post);
  if (!bulletin) return undefined;
  return report({
    title: t(`bulletin.title.${bulletin.subject}`),
    name: bulletin.title,
    paragraphs: when(bulletin.text !== '', bulletin.text),
    sections: [
      { facts: factsOf(bulletin, shown) },
      { heading: t('bulletin.baseline'), lines: [{ title: whatFollows(shown) }] },
    ],
    notes: [t('notice.stop', { command: words.commands.notify.examples[2] })],
    buttons: [press(t('button.baseline'), 'baseline')],
    links: [{ title: t('button.messageCentre'), url: messageCentrePost(bulletin.id) }],
    summary: t('bulletin.summary', { title: bulletin.title }),
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
};

/** An edit is no news: what can't be edited any more stays as it was posted. */
export const bulletin: NoticeKind<'bulletin'> = {
  card,
  urgency: 3,
  topic: 'alerts',
  audience: ['viewer'],
  isNews: () => false,
};

function factsOf({ id, changedAt, actBy }: Bulletin, { language: { t, format } }: Shown): Fact[] {
  return [
    { label: t('bulletin.id'), text: id },
    { label: t('bulletin.changed'), text: format.date(changedAt) },
    ...(actBy ? [{ label: t('bulletin.actBy'), text: format.date(actBy) }] : []),
  ];
}

/** One sentence: what becomes of a product that Microsoft adds. */
function whatFollows({ dependencies: { store }, language: { t }, now }: Shown): string {
  const wanted = wantedFor({ id: newProducts }, store.all('wishes'), now);
  if (!wanted) return t('bulletin.unsaid');
  const value = t(`rules.value.${wanted.value}`);
  // It is what Microsoft gives each product by itself.
  if (wanted.value === 'Enabled') return t('bulletin.asIs', { value });
  return t(actsAlone(store) ? 'bulletin.alone' : 'bulletin.asks', { value });
}

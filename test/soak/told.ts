/** What became of every notice: as Purser keeps it, and as it stands in Teams. */
import type { Notice } from '../../store/records.ts';
import type { Chat } from '../stand-ins/teams/teams.ts';
import type { Outage } from './outage.ts';

export interface Told {
  notice: Notice;
  /** Where it stands, once for each time it was posted. */
  posts: Chat[];
  /** How often it was perhaps posted and nobody told Purser: the answer was cut off, or Purser was killed before it came. */
  cuts: number;
}

/** Those that show their id and are due by now: a welcome does not, and that something still runs is said in a week. */
export async function toldIn({ teams, begun, look }: Outage): Promise<Told[]> {
  const notices = await look((store) => [...store.all('notices')]);
  const posts = [...teams.chats.values()].flatMap((chat) =>
    chat.posts.flatMap(({ from, card }) => (from === 'bot' ? [{ chat, id: noticeOn(card) }] : [])),
  );
  const cut = teams.log
    .filter(({ what, fault }) => what === 'send' && (fault === 'reset-after' || fault === 'hang'))
    .map(({ body }) => noticeOn(body));
  return notices
    .filter(({ saying }) => saying.card !== 'welcome' && saying.card !== 'still-there')
    .map((notice) => ({
      notice,
      posts: posts.filter(({ id }) => id === notice.id).map(({ chat }) => chat),
      cuts: [...cut, ...begun.flat()].filter((id) => id === notice.id).length,
    }));
}

/** The id on a card. */
function noticeOn(card: unknown): string | undefined {
  return JSON.stringify(card ?? '')
    .match(/\bN-[1-9]\d*\b/g)
    ?.at(-1);
}

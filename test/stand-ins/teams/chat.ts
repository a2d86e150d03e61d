/** Conversations and what was posted in them. */
import { Feed, type Wait } from './feed.ts';
import type { Person } from './person.ts';
import { visibleText } from './screen.ts';
import { type Activity, type CardNode, cardOf } from './shapes.ts';

export interface Post {
  readonly id: string;
  /** Position among everything posted anywhere. */
  readonly order: number;
  readonly at: Date;
  /** `bot`, or the Entra object id of a person. */
  readonly from: string;
  text: string | undefined;
  card: CardNode | undefined;
  summary: string | undefined;
  /** How often it was edited. */
  edited: number;
  deleted: boolean;
  /** The first post of its thread, in a channel; its own id if it is that. */
  readonly thread: string | undefined;
  /** Cards that replaced the posted one for one person only, by Entra object id. */
  readonly views: Map<string, CardNode>;
  /** As the bot sent it last. */
  activity: Activity;
}

/** Something the bot did in a chat, as it stood at that moment. */
export interface Seen {
  what: 'post' | 'edit' | 'delete';
  chat: Chat;
  post: Post;
  text: string | undefined;
  card: CardNode | undefined;
}

export type ChatKind = 'personal' | 'group' | 'channel';

/** What a post looks like to this person, or to somebody who never pressed anything. */
export function describe(post: Post, person?: Person): string {
  const card = (person && post.views.get(person.id)) ?? post.card;
  const lines = [post.deleted ? '(deleted)' : (post.text ?? ''), card && !post.deleted ? visibleText(card) : ''];
  return lines.filter((line) => line !== '').join('\n');
}

export class Chat {
  readonly id: string;
  readonly kind: ChatKind;
  readonly name: string;
  readonly tenantId: string;
  readonly members: Map<string, Person>;
  readonly posts: Post[] = [];
  /** After how many posts the bot showed that it was typing, each time it did. */
  readonly typing: number[] = [];
  /** The team of a channel. */
  readonly team: { id: string; name: string; aadGroupId: string; installed: boolean } | undefined;
  /** Whether the bot is in this chat; a channel asks its team. */
  installed: boolean = false;
  readonly #feed: Feed<Seen>;

  constructor(shape: Pick<Chat, 'id' | 'kind' | 'name' | 'tenantId' | 'members'> & { team?: Chat['team'] }) {
    this.id = shape.id;
    this.kind = shape.kind;
    this.name = shape.name;
    this.tenantId = shape.tenantId;
    this.members = shape.members;
    this.team = shape.team;
    this.#feed = new Feed(() => `In ${this.name} the last post is:\n${this.last ? describe(this.last) : '(none)'}`);
  }

  get hasBot(): boolean {
    return this.team?.installed ?? this.installed;
  }

  /** The newest post that was not deleted. */
  get last(): Post | undefined {
    return this.posts.findLast((post) => !post.deleted);
  }

  find(id: string): Post | undefined {
    return this.posts.findLast((post) => post.id === id && !post.deleted);
  }

  /** What the bot answered to what was said; what it posts meanwhile of its own is no answer. */
  answerTo({ id }: { id: string }): Post | undefined {
    return this.posts.find(({ activity }) => activity.replyToId === id);
  }

  /** The bot's next post, edit or deletion here. */
  next(wait?: Wait<Seen>): Promise<Seen> {
    return this.#feed.next(wait);
  }

  get unread(): readonly Seen[] {
    return this.#feed.unread;
  }

  add(from: string, activity: Activity, given: { id: string; order: number; at: Date; thread?: string }): Post {
    const post: Post = {
      id: given.id,
      order: given.order,
      at: given.at,
      from,
      text: activity.text,
      card: cardOf(activity),
      summary: activity.summary,
      edited: 0,
      deleted: false,
      thread: this.kind === 'channel' ? (given.thread ?? given.id) : undefined,
      views: new Map(),
      activity,
    };
    this.posts.push(post);
    if (from === 'bot') this.#announce('post', post);
    return post;
  }

  edit(post: Post, activity: Activity): void {
    post.text = activity.text;
    post.card = cardOf(activity);
    post.summary = activity.summary;
    post.activity = activity;
    post.edited += 1;
    // An edit is for everybody: whoever had a view of their own sees the edited card again.
    post.views.clear();
    this.#announce('edit', post);
  }

  remove(post: Post): void {
    post.deleted = true;
    this.#announce('delete', post);
  }

  #announce(what: Seen['what'], post: Post): void {
    const seen: Seen = { what, chat: this, post, text: post.text, card: post.card };
    this.#feed.push(seen);
    for (const member of this.members.values()) member.feed.push(seen);
  }
}

/** Somebody with a Teams client: what they can do, and what they see. */
import { message } from './activities.ts';
import { Chat, describe, type Post, type Seen } from './chat.ts';
import { Feed, type Wait } from './feed.ts';
import { type GroupChat, installIn, type Team, uninstallFrom } from './groups.ts';
import { type Pressed, type Pressing, pressButton, refreshCard, type Wanted } from './press.ts';
import { visibleText } from './screen.ts';
import type { Account, Activity, Answer, CardNode } from './shapes.ts';
import type { World } from './world.ts';

export interface PersonShape {
  /** Entra object id. */
  id: string;
  name: string;
  /** `en-US` */
  locale?: string;
  timeZone?: string;
  userName?: string;
  mail?: string;
  guest?: boolean;
  /** Of another organisation. */
  tenantId?: string;
  /** Has the app already, without the bot having heard of it in this run. */
  installed?: boolean;
}

export interface Saying {
  /** Where (the personal chat with the bot). */
  in?: Chat;
  /** A post of the thread to answer in, in a channel; otherwise a new thread. */
  under?: Post;
  locale?: string;
  /** An id that was used before sends that very activity again. */
  id?: string;
  /** Mentions the bot before the text. Outside a personal chat the bot hears nothing else. */
  mention?: boolean;
}

export interface Said {
  id: string;
  /** Whether it went to the bot at all. */
  delivered: boolean;
  /** The HTTP status the bot answered with; 0 if it was not delivered. */
  status: number;
  answer: Answer | undefined;
  activity: Activity;
}

export class Person {
  readonly id: string;
  /** `29:…`, this bot's own name for the person. */
  readonly teamsId: string;
  readonly tenantId: string;
  name: string;
  locale: string;
  timeZone: string;
  userName: string;
  mail: string;
  guest: boolean;
  /** The bot was blocked; with which of its two documented answers Teams says so. */
  blocked: false | 'MessageWritesBlocked' | 'ConversationBlockedByUser' = false;
  /** The personal chat with the bot. */
  readonly chat: Chat;
  readonly chats = new Set<Chat>();
  readonly feed: Feed<Seen>;
  /** What the bot answered to presses in words, newest last. */
  readonly toasts: string[] = [];
  readonly #world: World;
  readonly #said = new Map<string, Activity>();

  constructor(world: World, shape: PersonShape) {
    this.#world = world;
    this.id = shape.id;
    this.name = shape.name;
    this.tenantId = shape.tenantId ?? world.tenantId;
    this.teamsId = world.stable('29:1', 'person', world.bot.appId, shape.id);
    this.locale = shape.locale ?? 'en-US';
    this.timeZone = shape.timeZone ?? 'UTC';
    this.userName = shape.userName ?? `${shape.name.replaceAll(' ', '.').toLowerCase()}@contoso.example`;
    this.mail = shape.mail ?? this.userName;
    this.guest = shape.guest ?? false;
    const id = world.stable('a:1', 'chat', world.bot.appId, shape.id);
    const members = new Map([[this.id, this]]);
    this.chat = new Chat({ id, kind: 'personal', name: `${shape.name}'s chat`, tenantId: this.tenantId, members });
    this.chat.installed = shape.installed ?? false;
    this.chats.add(this.chat);
    world.chats.set(id, this.chat);
    world.people.set(this.id, this);
    world.byTeamsId.set(this.teamsId, this);
    this.feed = new Feed(() => `On ${this.name}'s screen:\n${this.screen() || '(nothing)'}`);
  }

  get account(): Account {
    return { id: this.teamsId, name: this.name, aadObjectId: this.id };
  }

  async say(text: string, options: Saying = {}): Promise<Said> {
    const chat = options.in ?? this.chat;
    if (!this.chats.has(chat)) throw new Error(`${this.name} is not in ${chat.name}`);
    if (chat === this.chat && !chat.installed) throw new Error(`${this.name} has not installed the bot`);
    if (chat === this.chat && this.blocked) throw new Error(`${this.name} has blocked the bot`);
    const again = options.id === undefined ? undefined : this.#said.get(options.id);
    const activity = again ?? this.#type(chat, text, options);
    const id = activity.id ?? '';
    const hears = chat.hasBot && (chat.kind === 'personal' || options.mention === true || again !== undefined);
    if (!hears) return { id, delivered: false, status: 0, answer: undefined, activity };
    this.#said.set(id, activity);
    const answer = await this.#world.send(activity);
    return { id, delivered: true, status: answer.status, answer, activity };
  }

  /** Says it, waits for the answer, and reads the newest card. */
  async ask(text: string, options?: Saying): Promise<string> {
    this.feed.clear();
    await this.say(text, options);
    await this.next();
    return this.card();
  }

  #type(chat: Chat, text: string, { under, locale = this.locale, mention = false, id }: Saying): Activity {
    const stamp = this.#world.stamp();
    const given = { ...stamp, id: id ?? stamp.id };
    const thread = chat.kind === 'channel' ? (under?.thread ?? given.id) : undefined;
    const where = thread === undefined ? {} : { thread };
    const mentions = mention && chat.kind !== 'personal';
    const activity = message(this.#world, this, { chat, text, id: given.id, locale, mention: mentions, ...where });
    chat.add(this.id, activity, { ...given, ...where });
    return activity;
  }

  /** By its title, or by the visible text of what is pressed as a whole. */
  press(wanted: Wanted, options?: Pressing): Promise<Pressed> {
    return pressButton(this.#world, this, wanted, options);
  }

  /** What the client does by itself for a card with `refresh`, or on "Refresh card" (`trigger: 'manual'`). */
  refresh(options?: Pick<Pressing, 'on' | 'trigger'>): Promise<Pressed> {
    return refreshCard(this.#world, this, options);
  }

  /** Adds the app: for this person, or to a team or group chat. */
  async install(where?: Team | GroupChat): Promise<Answer[]> {
    if (where) return where.install(this);
    this.chat.installed = true;
    return installIn(this.#world, this, this.chat);
  }

  async uninstall(where?: Team | GroupChat): Promise<Answer[]> {
    if (where) return where.uninstall(this);
    this.chat.installed = false;
    return uninstallFrom(this.#world, this, this.chat);
  }

  /** The bot hears nothing of it until it writes. */
  block(how: 'MessageWritesBlocked' | 'ConversationBlockedByUser' = 'MessageWritesBlocked'): void {
    this.blocked = how;
  }

  unblock(): void {
    this.blocked = false;
  }

  /** What the bot wrote in the personal chat, oldest first. */
  inbox(): Post[] {
    return this.chat.posts.filter((post) => post.from === 'bot' && !post.deleted);
  }

  /** The card of a post as this person sees it. */
  view(post: Post): CardNode | undefined {
    return post.deleted ? undefined : (post.views.get(this.id) ?? post.card);
  }

  /** The bot's next post, edit or deletion that this person can see, anywhere. */
  next(wait?: Wait<Seen>): Promise<Seen> {
    return this.feed.next(wait);
  }

  get unread(): readonly Seen[] {
    return this.feed.unread;
  }

  /** The newest post with a card that this person can see. */
  newestCard(chat?: Chat): { chat: Chat; post: Post } | undefined {
    let newest: { chat: Chat; post: Post } | undefined;
    for (const one of chat ? [chat] : this.chats) {
      const post = one.posts.findLast((candidate) => this.view(candidate) !== undefined);
      if (post && (!newest || post.order > newest.post.order)) newest = { chat: one, post };
    }
    return newest;
  }

  /** All that can be read on the newest card, or on the card of this post. */
  card(post: Post | undefined = this.newestCard()?.post): string {
    const card = post && this.view(post);
    return card ? visibleText(card) : '';
  }

  /** The last post of each chat, as this person sees it. */
  screen(): string {
    const lasts = [...this.chats].flatMap((chat) => (chat.last ? [{ chat, post: chat.last }] : []));
    return lasts.map(({ chat, post }) => `${chat.name}: ${describe(post, this)}`).join('\n');
  }
}

/** The connector's routes: what the bot may do in conversations, and what Teams answers. */
import type { Chat, Post } from './chat.ts';
import { complaintsAbout, strayMentions } from './complaints.ts';
import {
  badArgument,
  badSyntax,
  blockedByUser,
  disabledByAdmin,
  noActivity,
  noConversation,
  noPermission,
  notAllowed,
  notFound,
  notInRoster,
  type Reply,
  throttled,
  tooBig,
  writesBlocked,
} from './errors.ts';
import type { What } from './faults.ts';
import { member, members, pagedMembers, teamChannels, teamDetails } from './roster.ts';
import { type Activity, cardOf } from './shapes.ts';
import type { World } from './world.ts';

export interface Call {
  method: string;
  /** `['v3', 'conversations', 'a:1…', 'activities']` */
  segments: string[];
  query: URLSearchParams;
  body: unknown;
  /** Characters of the body. */
  size: number;
}

interface NewConversation {
  isGroup?: boolean;
  members?: { id?: string }[];
  tenantId?: string;
  channelData?: { tenant?: { id?: string }; channel?: { id?: string } };
  activity?: Activity;
}

export function kindOf(method: string, segments: readonly string[]): What {
  const [, area, id, part] = segments;
  if (area === 'teams') return 'team';
  if (area !== 'conversations') return 'other';
  if (id === undefined) return method === 'POST' ? 'create' : 'other';
  if (part === 'members' || part === 'pagedmembers') return 'members';
  if (part !== 'activities') return 'other';
  return method === 'POST' ? 'send' : method === 'PUT' ? 'edit' : method === 'DELETE' ? 'delete' : 'other';
}

/** `channel;messageid=root` is a thread of a channel. */
const split = (id: string): [string, string | undefined] => {
  const [chat = '', thread] = id.split(';messageid=');
  return [chat, thread];
};

export function answer(world: World, call: Call): Reply {
  const what = kindOf(call.method, call.segments);
  const [, , id = '', part, last] = call.segments;
  if (what === 'create') return create(world, (call.body ?? {}) as NewConversation, call.size);
  if (what === 'team') return team(world, call);
  if (call.segments[1] === 'conversations' && call.segments.length === 2) throw notAllowed(call.method);
  if (what === 'other') throw notFound();
  const [chatId, thread] = split(id);
  const chat = world.chats.get(chatId);
  if (!chat) throw noConversation();
  if (what === 'members') {
    if (call.method !== 'GET') throw notAllowed(call.method);
    if (!chat.hasBot) throw notInRoster();
    count(world, chat, 'read');
    return part === 'pagedmembers' ? pagedMembers(chat, call.query) : last ? member(chat, last) : members(chat);
  }
  count(world, chat, 'write');
  allowed(world, chat);
  if (what === 'send')
    return send(world, chat, call.body as Activity | undefined, { thread, replyTo: last, size: call.size });
  const post = chat.find(last ?? '');
  if (!post) throw noActivity();
  if (post.from !== 'bot') throw noPermission('Only the sender may change a message.');
  return what === 'edit' ? edit(world, chat, post, call.body as Activity | undefined, call.size) : remove(chat, post);
}

function team(world: World, { method, segments }: Call): Reply {
  const [, , id = '', part] = segments;
  if (method !== 'GET') throw notAllowed(method);
  if (part === 'conversations') return teamChannels(world, id);
  if (part === undefined) return teamDetails(world, id);
  throw notFound();
}

function count(world: World, chat: Chat, kind: 'write' | 'read'): void {
  const delay = world.limits.conversation(chat.id, kind, world.clock.now().getTime());
  if (delay > 0) throw throttled(delay);
}

/** Whether the bot may write there at all. */
function allowed(world: World, chat: Chat): void {
  if (world.disabledByAdmin) throw disabledByAdmin();
  if (!chat.hasBot) throw notInRoster();
  const [person] = chat.kind === 'personal' ? chat.members.values() : [];
  if (person?.blocked === 'MessageWritesBlocked') throw writesBlocked();
  if (person?.blocked === 'ConversationBlockedByUser') throw blockedByUser();
}

/** Measured as UTF-16, as Teams does; pictures inside the card don't count. */
function measure(world: World, activity: Activity, size: number): void {
  const pictures = JSON.stringify(activity).match(/data:image\/[^"]*/g) ?? [];
  const characters = size - pictures.reduce((sum, picture) => sum + picture.length, 0);
  if (characters * 2 > world.limits.messageBytes) throw tooBig();
}

function inspect(world: World, chat: Chat, activity: Activity): void {
  const where = `a message in ${chat.name}`;
  const card = cardOf(activity);
  if (card) for (const what of complaintsAbout(card, world.declared)) world.complain(where, what);
  if ((activity.attachments?.length ?? 0) > 1) world.complain(where, 'it has several attachments; only a card is kept');
  if (card) for (const what of strayMentions(card, chat)) world.complain(where, what);
  if (card && !activity.summary) world.complain(where, 'a card without a summary: the notification would be empty');
}

function send(
  world: World,
  chat: Chat,
  activity: Activity | undefined,
  { thread, replyTo, size }: { thread?: string | undefined; replyTo?: string | undefined; size: number },
): Reply {
  if (activity?.type === 'typing') {
    chat.typing.push(chat.posts.length);
    return { status: 202, body: {} };
  }
  if (activity?.type !== 'message') throw badArgument('Unknown activity type');
  if (thread !== undefined && !chat.posts.some((post) => post.id === thread)) throw noConversation();
  const hasAttachment = (activity.attachments?.length ?? 0) > 0;
  if (!activity.text && !hasAttachment) throw badArgument('Activity resulted into multiple skype activities');
  measure(world, activity, size);
  inspect(world, chat, activity);
  const root = thread ?? (replyTo === undefined ? undefined : chat.find(replyTo)?.thread);
  const place = root === undefined ? {} : { thread: root };
  if (activity.text && hasAttachment) {
    // Teams makes two posts of it and tells the id of neither.
    const { attachments: _, ...text } = activity;
    const { text: __, ...attachment } = activity;
    chat.add('bot', text, { ...world.stamp(), ...place });
    chat.add('bot', attachment, { ...world.stamp(), ...place });
    return { status: 201, body: {} };
  }
  const post = chat.add('bot', activity, { ...world.stamp(), ...place });
  return { status: 201, body: { id: post.id } };
}

function edit(world: World, chat: Chat, post: Post, activity: Activity | undefined, size: number): Reply {
  if (activity?.type !== 'message') throw badArgument('Unknown activity type');
  measure(world, activity, size);
  inspect(world, chat, activity);
  chat.edit(post, activity);
  return { status: 200, body: { id: post.id } };
}

function remove(chat: Chat, post: Post): Reply {
  chat.remove(post);
  return { status: 200 };
}

/** A chat with one person, or a thread in a channel: Teams makes no others for a bot. */
function create(world: World, wanted: NewConversation, size: number): Reply {
  const incorrect = () => badSyntax('Incorrect conversation creation parameters');
  if (world.disabledByAdmin) throw disabledByAdmin();
  const channel = wanted.channelData?.channel?.id;
  if (channel !== undefined) return createThread(world, channel, wanted.activity, size);
  const [wantedMember, ...others] = wanted.members ?? [];
  if (wanted.isGroup || !wantedMember || others.length > 0) throw incorrect();
  const tenant = wanted.tenantId ?? wanted.channelData?.tenant?.id;
  if (!tenant) throw badSyntax('Could not parse tenant id');
  const { id = '' } = wantedMember;
  const person = world.people.get(id) ?? world.byTeamsId.get(id);
  if (!person) throw badArgument('Failed to decrypt pairwise id');
  if (tenant !== person.tenantId) throw noPermission('The bot is not allowed in this tenant.');
  count(world, person.chat, 'write');
  if (!person.chat.installed) throw notInRoster();
  if (wanted.activity) {
    allowed(world, person.chat);
    send(world, person.chat, wanted.activity, { size });
  }
  // Always the same one, and without the id of a first message even if there was one.
  return { status: 201, body: { id: person.chat.id } };
}

function createThread(world: World, channelId: string, activity: Activity | undefined, size: number): Reply {
  const chat = world.chats.get(channelId);
  if (chat?.kind !== 'channel') throw noConversation();
  if (!activity) throw badSyntax('Incorrect conversation creation parameters');
  count(world, chat, 'write');
  allowed(world, chat);
  const { body } = send(world, chat, activity, { size });
  const { id } = body as { id?: string };
  const root = id ?? chat.last?.id;
  return { status: 201, body: { id: `${chat.id};messageid=${root}`, activityId: id } };
}

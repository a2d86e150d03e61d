/** Activities as Teams writes them. */
import type { Chat, Post } from './chat.ts';
import type { Person } from './person.ts';
import type { Activity } from './shapes.ts';
import type { World } from './world.ts';

type Formats = Record<'date' | 'offset', Intl.DateTimeFormat>;
/** Kept per time zone: making one takes longer than everything else about an activity. */
const formats = new Map<string, Formats>();
function formatsOf(timeZone: string): Formats {
  const made = formats.get(timeZone) ?? {
    date: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
    offset: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
  };
  formats.set(timeZone, made);
  return made;
}

/** With the zone's offset at that moment: `2023-11-20T11:00:00+01:00`. */
function local(at: Date, zone: string): string {
  const { date, offset } = formatsOf(zone);
  const found = offset.formatToParts(at).find((part) => part.type === 'timeZoneName');
  return `${date.format(at).replace(' ', 'T')}${found?.value.replace('GMT', '') || '+00:00'}`;
}

function place(chat: Chat, tenantId: string, thread: string | undefined): Activity['conversation'] {
  if (chat.kind === 'personal') return { conversationType: 'personal', tenantId, id: chat.id };
  if (chat.kind === 'group') return { isGroup: true, conversationType: 'groupChat', tenantId, id: chat.id };
  const id = thread ? `${chat.id};messageid=${thread}` : chat.id;
  return { isGroup: true, conversationType: 'channel', tenantId, id };
}

export function channelData(chat: Chat, tenantId: string): Record<string, unknown> {
  const tenant = { id: tenantId };
  if (!chat.team) return { tenant };
  const { id, name, aadGroupId } = chat.team;
  const channel = { id: chat.id };
  return { teamsChannelId: chat.id, teamsTeamId: id, channel, team: { id, name, aadGroupId }, tenant };
}

/** A shared channel is its host's, also where people of other organisations speak in it as themselves. */
function tenantOf(chat: Chat, person: Person): string {
  return chat.kind === 'channel' ? chat.tenantId : person.tenantId;
}

/** What every activity of this person in this chat has. */
export function envelope(world: World, person: Person, chat: Chat, thread?: string): Activity {
  const at = world.clock.now();
  return {
    type: '',
    timestamp: at.toISOString(),
    localTimestamp: local(at, person.timeZone),
    localTimezone: person.timeZone,
    channelId: 'msteams',
    serviceUrl: world.serviceUrl,
    from: { id: person.teamsId, name: person.name, aadObjectId: person.id },
    conversation: place(chat, tenantOf(chat, person), thread),
    recipient: world.botAccount,
    channelData: channelData(chat, tenantOf(chat, person)),
  };
}

const clientInfo = (person: Person, locale: string) => ({
  type: 'clientInfo',
  locale,
  country: locale.split('-')[1] ?? 'US',
  platform: 'Web',
  timezone: person.timeZone,
});

const asHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Typed by a person. Teams marks a mention three times: in the text, in an entity and in the HTML of an attachment. */
export function message(
  world: World,
  person: Person,
  said: { chat: Chat; text: string; id: string; thread?: string; locale: string; mention: boolean },
): Activity {
  const { name } = world.bot;
  const mark = `<at>${name}</at>`;
  const span = `<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">${asHtml(name)}</span>`;
  const html = asHtml(said.text).replaceAll('\n', '<br>');
  return {
    ...envelope(world, person, said.chat, said.thread),
    type: 'message',
    id: said.id,
    text: said.mention ? `${mark} ${said.text}` : said.text,
    textFormat: 'plain',
    locale: said.locale,
    attachments: [{ contentType: 'text/html', content: `<p>${said.mention ? `${span}&nbsp;` : ''}${html}</p>` }],
    entities: [
      ...(said.mention ? [{ type: 'mention', mentioned: world.botAccount, text: mark }] : []),
      clientInfo(person, said.locale),
    ],
  };
}

/** A button that was pressed, as an invoke (`Action.Execute`). */
export function invoke(world: World, person: Person, chat: Chat, post: Post, value: unknown): Activity {
  const base = envelope(world, person, chat, post.thread);
  return {
    ...base,
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: world.eventId(),
    replyToId: post.id,
    locale: person.locale,
    entities: [clientInfo(person, person.locale)],
    channelData: {
      ...(base.channelData as object),
      source: { name: 'message' },
      legacy: { replyToId: post.id },
    },
    value,
  };
}

/** A button that was pressed, as a message with a value (`Action.Submit`). */
export function submission(world: World, person: Person, chat: Chat, post: Post, value: unknown): Activity {
  const { id } = world.stamp();
  const base = envelope(world, person, chat, post.thread);
  return {
    ...base,
    type: 'message',
    id,
    replyToId: post.id,
    locale: person.locale,
    entities: [clientInfo(person, person.locale)],
    channelData: { ...(base.channelData as object), source: { name: 'message' }, legacy: { replyToId: post.id } },
    value,
  };
}

/** The app was installed or removed. Unlike a conversationUpdate this one tells the person's locale. */
export function installation(world: World, person: Person, chat: Chat, action: 'add' | 'remove'): Activity {
  const base = envelope(world, person, chat);
  const settings = { selectedChannel: { id: chat.id } };
  return {
    ...base,
    type: 'installationUpdate',
    id: world.eventId(),
    action,
    locale: person.locale,
    entities: [clientInfo(person, person.locale)],
    channelData: { ...(base.channelData as object), settings, source: { name: 'message' } },
  };
}

/** Somebody, or the bot, came or went. */
export function membership(
  world: World,
  by: Person,
  chat: Chat,
  change: Pick<Activity, 'membersAdded' | 'membersRemoved'>,
): Activity {
  const base = envelope(world, by, chat);
  const eventType = change.membersAdded ? 'teamMemberAdded' : 'teamMemberRemoved';
  return {
    ...base,
    ...change,
    type: 'conversationUpdate',
    id: world.eventId(),
    channelData: { ...(base.channelData as object), ...(chat.team && { eventType }) },
  };
}

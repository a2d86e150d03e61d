/** Who is in a conversation or team, as the connector tells it. */
import type { Chat } from './chat.ts';
import { noConversation, noMember, notInRoster, type Reply } from './errors.ts';
import type { Team } from './groups.ts';
import type { Person } from './person.ts';
import type { World } from './world.ts';

const account = (person: Person) => {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: person.teamsId,
    name: person.name,
    aadObjectId: person.id,
    objectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: person.mail,
    userPrincipalName: person.userName,
    tenantId: person.tenantId,
    userRole: person.guest ? 'guest' : 'user',
  };
};

export const members = (chat: Chat): Reply => ({ status: 200, body: [...chat.members.values()].map(account) });

/** Pages of 50 to 500, whatever was asked for. */
export function pagedMembers(chat: Chat, query: URLSearchParams): Reply {
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 500) || 500));
  const from = Number(query.get('continuationToken') ?? 0);
  const all = [...chat.members.values()];
  const body = { members: all.slice(from, from + size).map(account) };
  return {
    status: 200,
    body: from + size < all.length ? { ...body, continuationToken: String(from + size) } : body,
  };
}

/** By the bot's own id for the person, the Entra object id or the user name. */
export function member(chat: Chat, id: string): Reply {
  const found = [...chat.members.values()].find((person) => [person.teamsId, person.id, person.userName].includes(id));
  if (!found) throw noMember();
  return { status: 200, body: account(found) };
}

const teamOf = (world: World, id: string): Team => {
  const team = world.teams.get(id);
  if (!team) throw noConversation();
  if (!team.installed) throw notInRoster();
  return team;
};

export function teamDetails(world: World, id: string): Reply {
  const { name, aadGroupId, channels, members: people } = teamOf(world, id);
  const counts = { channelCount: channels.length, memberCount: people.size };
  return { status: 200, body: { id, name, aadGroupId, type: 'standard', tenantId: world.tenantId, ...counts } };
}

/** General has no name here: each client shows its own word for it. */
export function teamChannels(world: World, id: string): Reply {
  const channels = teamOf(world, id).channels.map((channel, index) => ({
    id: channel.id,
    name: index === 0 ? null : channel.name,
    type: 'standard',
  }));
  return { status: 200, body: { conversations: channels } };
}

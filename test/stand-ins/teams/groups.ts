/** Teams with their channels, and group chats: where the bot is one of several. */
import { installation, membership } from './activities.ts';
import { Chat } from './chat.ts';
import type { Person } from './person.ts';
import type { Answer } from './shapes.ts';
import type { World } from './world.ts';

/** Teams tells of an installation twice, and not in any order: here both are under way at once. */
export function installIn(world: World, by: Person, chat: Chat): Promise<Answer[]> {
  const added = { membersAdded: [world.botAccount] };
  return Promise.all([
    world.send(installation(world, by, chat, 'add')),
    world.send(membership(world, by, chat, added)),
  ]);
}

export function uninstallFrom(world: World, by: Person, chat: Chat): Promise<Answer[]> {
  const gone = { membersRemoved: [world.botAccount] };
  // A personal chat has no roster the bot could be removed from, so there is only the one event.
  const events = [installation(world, by, chat, 'remove')];
  if (chat.kind !== 'personal') events.push(membership(world, by, chat, gone));
  return Promise.all(events.map((event) => world.send(event)));
}

export class Team {
  readonly name: string;
  /** The id of its General channel, as in Teams. */
  readonly id: string;
  readonly aadGroupId: string;
  readonly members = new Map<string, Person>();
  /** General first. */
  readonly channels: Chat[];
  installed: boolean = false;
  readonly #world: World;

  constructor(world: World, { name, channels }: { name: string; channels: string[] }) {
    this.#world = world;
    this.name = name;
    const hex = Buffer.from(world.stable('', 'group', name)).toString('hex');
    this.aadGroupId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    const names = ['General', ...channels.filter((channel) => channel !== 'General')];
    const idOf = (channel: string) => `${world.stable('19:', 'channel', name, channel)}@thread.tacv2`;
    this.id = idOf('General');
    const { tenantId } = world;
    this.channels = names.map(
      (channel) =>
        new Chat({ id: idOf(channel), kind: 'channel', name: channel, tenantId, members: this.members, team: this }),
    );
    for (const channel of this.channels) world.chats.set(channel.id, channel);
    world.teams.set(this.id, this);
  }

  get general(): Chat {
    return this.channel('General');
  }

  channel(name: string): Chat {
    const found = this.channels.find((channel) => channel.name === name);
    if (!found) throw new Error(`${this.name} has no channel ${name}`);
    return found;
  }

  /** Silently, as the people who are there before the test begins. */
  join(...people: Person[]): void {
    for (const person of people) {
      this.members.set(person.id, person);
      for (const channel of this.channels) person.chats.add(channel);
    }
  }

  async install(by: Person): Promise<Answer[]> {
    this.installed = true;
    return installIn(this.#world, by, this.general);
  }

  async uninstall(by: Person): Promise<Answer[]> {
    this.installed = false;
    return uninstallFrom(this.#world, by, this.general);
  }

  /** Somebody joins, and the bot is told. */
  async add(person: Person, by: Person = person): Promise<Answer> {
    this.join(person);
    return this.#world.send(membership(this.#world, by, this.general, { membersAdded: [person.account] }));
  }

  async remove(person: Person, by: Person = person): Promise<Answer> {
    this.members.delete(person.id);
    for (const channel of this.channels) person.chats.delete(channel);
    return this.#world.send(membership(this.#world, by, this.general, { membersRemoved: [person.account] }));
  }
}

export class GroupChat extends Chat {
  readonly #world: World;

  constructor(world: World, { name, members }: { name: string; members: Person[] }) {
    const id = `${world.stable('19:', 'group chat', name)}@thread.v2`;
    const people = new Map(members.map((person) => [person.id, person]));
    super({ id, kind: 'group', name, tenantId: world.tenantId, members: people });
    this.#world = world;
    for (const person of members) person.chats.add(this);
    world.chats.set(id, this);
  }

  async install(by: Person): Promise<Answer[]> {
    this.installed = true;
    return installIn(this.#world, by, this);
  }

  async uninstall(by: Person): Promise<Answer[]> {
    this.installed = false;
    return uninstallFrom(this.#world, by, this);
  }
}

/** Someone with a Playground window of their own, or somebody the others see in a roster. */
export interface Person {
  /** The Entra object id, which every window and every stand-in agrees on. */
  readonly entraId: string;
  readonly name: string;
  /** Where mail reaches them and how they sign in. Made up from the name where it doesn't matter. */
  readonly mail?: string;
}

/** The team and the group chat every window shows. General, which every team has, carries the team's own id. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  /** One channel beside General: a Playground shows no more. */
  readonly channel: { readonly id: string; readonly name: string };
  readonly groupChat: { readonly id: string; readonly name: string };
}

export interface Bot {
  readonly id: string;
  /** The bot's messaging endpoint, such as `http://127.0.0.1:3978/api/messages`. */
  readonly url: string;
  readonly name?: string;
}

/** Who a window belongs to and what stands in it. */
export interface Organisation {
  readonly person: Person;
  readonly everyone: readonly Person[];
  readonly tenantId: string;
  readonly bot: Bot;
  readonly team?: Team;
}

export const defaultTeam: Team = {
  id: '19:team@thread.tacv2',
  name: 'IT',
  groupId: '7e9a0000-0000-4000-8000-0000000000f0',
  channel: { id: '19:approvals@thread.tacv2', name: 'Approvals' },
  groupChat: { id: '19:group@thread.v2', name: 'Finance and IT' },
};

/** The chat between this person and the bot: the same every time, so that a bot started again still knows it. */
export function personalChatId(person: Person): string {
  return `a:${person.entraId}`;
}

/** The config file's schema 0.1.1 asks for exactly this many users beside the current one. */
const OTHERS = 5;

/** What the Playground reads at its start. It parses YAML, of which JSON is a part. */
export function configFile({ person, everyone, tenantId, bot, team = defaultTeam }: Organisation): string {
  const others = everyone.filter(({ entraId }) => entraId !== person.entraId).slice(0, OTHERS);
  const shown = [...others, ...Array.from({ length: OTHERS - others.length }, (_, n) => nobody(n + 1))];
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: bot.id, name: bot.name ?? 'Purser' },
    currentUser: user(person),
    users: shown.map(user),
    personalChat: { id: personalChatId(person) },
    groupChat: team.groupChat,
    team: { id: team.id, name: team.name, aadGroupId: team.groupId, channels: [team.channel] },
  });
}

/**
 * A person as the Playground knows one. Its own id for them is the Entra id too: Teams opens a personal chat for either
 * kind of id, the Playground only for its own, and quietly opens an invisible chat for any other.
 */
function user({ entraId, name, mail }: Person): Record<string, string> {
  const [givenName = name, ...rest] = name.split(' ');
  const plain = name.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const email = mail ?? `${plain.replaceAll(/[^a-z0-9]+/g, '.')}@contoso.example`;
  return {
    id: entraId,
    aadObjectId: entraId,
    name,
    givenName,
    surname: rest.join(' ') || name,
    userPrincipleName: email,
    email,
  };
}

function nobody(n: number): Person {
  return { entraId: `00000000-0000-4000-8000-00000000000${n}`, name: `Colleague ${n}` };
}

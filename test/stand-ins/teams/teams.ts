/**
 * Microsoft Teams in memory: a Bot Connector on loopback that signs what people say, demands the bot's own token back,
 * keeps every chat as each person sees it, and holds to Teams' limits on the clock it was given.
 *
 * It never deduplicates: what is sent twice is there twice, as in Teams.
 *
 *     const teams = await startTeams({ clock, tenantId, bot: { appId }, verifyBotToken });
 *     // start the bot with `teams.env`, then:
 *     teams.bot.url = 'http://127.0.0.1:3978/api/messages';
 *     const adele = teams.person({ id: '…', name: 'Adele Vance' });
 *     await adele.install();
 *     await adele.say('purchases');
 *     const { card } = await adele.next();
 *     await adele.press('Take over', { inputs: { reason: 'central contract' } });
 *     assert.match(adele.card(), /TK-1/);
 *     assert.deepEqual(teams.complaints, []);
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../bot/clock.ts';
import { GroupChat, Team } from './groups.ts';
import { Person, type PersonShape } from './person.ts';
import { type Doors, listen, portOf } from './server.ts';
import type { Activity, Answer } from './shapes.ts';
import { channelIssuer, type Forgery, forgeries, signToken, type TokenChanges } from './tokens.ts';
import { type Bot, type Delivering, World } from './world.ts';

export type { Chat, Post, Seen } from './chat.ts';
export type { Fault, Logged, What } from './faults.ts';
export type { GroupChat, Team } from './groups.ts';
export type { Person, PersonShape, Said, Saying } from './person.ts';
export type { Pressed, Pressing, Wanted } from './press.ts';
export { type Button, buttons, visibleText } from './screen.ts';
export type { Activity, Answer, CardNode } from './shapes.ts';
export type { Forgery, TokenChanges } from './tokens.ts';
export type { Bot, Complaint, Delivery } from './world.ts';

export interface TeamsOptions extends Doors {
  clock: Clock;
  tenantId: string;
  /** The url may follow once the bot listens: `teams.bot.url = …`. */
  bot: { appId: string; url?: string; name?: string };
  /** Any free one if left out. */
  port?: number;
}

export type Teams = Pick<
  World,
  | 'bot'
  | 'tenantId'
  | 'serviceUrl'
  | 'chats'
  | 'faults'
  | 'limits'
  | 'log'
  | 'deliveries'
  | 'complaints'
  | 'declared'
  | 'disabledByAdmin'
> & {
  /** What a bot needs to run against this with all its authentication on; the rest comes from the tenant's stand-in. */
  readonly env: Readonly<Record<string, string>>;
  readonly people: ReadonlyMap<string, Person>;
  person(shape: PersonShape): Person;
  team(shape: { name: string; channels?: string[]; members?: Person[] }): Team;
  groupChat(shape: { name: string; members: Person[] }): GroupChat;
  /** The Bot Connector's token, or one that is wrong in the given ways. */
  token(changes?: TokenChanges): Promise<string>;
  /** Every kind of header that must be refused. */
  forgeries(): Promise<Forgery[]>;
  /** Sends any activity to the bot. */
  post(activity: Activity, options?: Delivering): Promise<Answer>;
  /** Delivers the same activity again, `times` at once (2) or one after the other. */
  deliver(activity: Activity, options?: { times?: number; together?: boolean }): Promise<Answer[]>;
  close(): Promise<void>;
};

function environment(origin: string, mark: string, serviceUrl: string): Record<string, string> {
  return {
    ToBotFromChannelOpenIdMetadataUrl: `${origin}/${mark}/.well-known/openidconfiguration`,
    ToBotFromChannelTokenIssuer: channelIssuer,
    ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/${mark}/emulator/.well-known/openid-configuration`,
    ToChannelFromBotOAuthScope: channelIssuer,
    OAuthUrl: `${origin}/${mark}/oauth`,
    CallerId: 'urn:botframework:azure',
    SERVICE_URLS: serviceUrl,
  };
}

export async function startTeams(options: TeamsOptions): Promise<Teams> {
  const { clock, tenantId, bot } = options;
  const known: Bot = { appId: bot.appId, url: bot.url ?? '', name: bot.name ?? 'Purser' };
  const world = new World({ clock, tenantId, bot: known });
  const mark = randomUUID();
  // Known for good before anything can be asked: only the port is missing until the server listens.
  world.serviceUrl = 'http://127.0.0.1/teams/';
  const server = await listen(world, options, { port: options.port ?? 0, mark });
  const origin = `http://127.0.0.1:${portOf(server)}`;
  world.serviceUrl = `${origin}/teams/`;

  return Object.assign(world, {
    env: environment(origin, mark, world.serviceUrl),
    person: (shape: PersonShape) => new Person(world, shape),
    team: ({ name, channels = [], members = [] }: { name: string; channels?: string[]; members?: Person[] }) => {
      const team = new Team(world, { name, channels });
      team.join(...members);
      return team;
    },
    groupChat: (shape: { name: string; members: Person[] }) => new GroupChat(world, shape),
    token: (changes?: TokenChanges) => signToken(known.appId, world.serviceUrl, changes),
    forgeries: () => forgeries(known.appId, world.serviceUrl),
    post: (activity: Activity, delivering?: Delivering) => world.send(activity, delivering),
    deliver: (activity: Activity, how: { times?: number; together?: boolean } = {}) => deliver(world, activity, how),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

async function deliver(
  world: World,
  activity: Activity,
  { times = 2, together = true }: { times?: number; together?: boolean },
): Promise<Answer[]> {
  if (together) return Promise.all(Array.from({ length: times }, () => world.send(activity)));
  const answers: Answer[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await world.send(activity));
  return answers;
}

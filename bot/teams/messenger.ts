/**
 * The Messenger port, spoken by Teams through botbuilder's CloudAdapter. Everything Purser sends leaves from here or in answer
 * to a turn, through connectors without the SDK's silent retry: a POST that was cut off may have been posted.
 */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsInfo, type TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  type ConnectorClient,
  ConnectorFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
// The SDK's index leaves this file out.
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type {
  Activity,
  ChannelAccount,
  ConversationAccount,
  ConversationParameters,
  InvokeResponse,
} from 'botframework-schema';
import type { Card } from '../../cards/card.ts';
import type { Config } from '../config/config.ts';
import { begin, routeOf } from '../logging/calls.ts';
import type { Called } from '../logging/lines.ts';
import type { Tokens } from '../microsoft/tokens.ts';
import { boundedAnswers, type Pipeline } from './connector-bounds.ts';
import { SigningKeys } from './keys.ts';
import type { Pace } from './pace.ts';

/** Where a card can be posted: a conversation of Teams, and the connector that serves it. */
export interface Address {
  chat: string;
  serviceUrl: string;
}

/** Each call is one try; the caller decides what to make of its error (`connector-answer.ts`). */
export interface Messenger {
  /** Posts a card as a new message. @returns its id, by which it can be edited; null where Teams tells none */
  post(to: Address, card: Card): Promise<string | null>;
  /** Replaces a card that was posted. Teams notifies nobody of that. */
  edit(to: Address, activity: string, card: Card): Promise<void>;
  /**
   * Opens (or finds) the personal chat with someone: the same one however often it is asked for.
   *
   * @param person Teams id (`29:…`) or Entra object id
   */
  openChat(person: string, serviceUrl: string): Promise<Address>;
  /** The Entra id of somebody in a chat, as its roster has it; null where it tells none. @param teamsId `29:…` */
  member(chat: Address, teamsId: string): Promise<string | null>;
  /** The Entra ids of everybody in a chat, or of the first two thousand; each call is one page of them. */
  members(chat: Address): Promise<ReadonlySet<string>>;
}

/** A card alone in its activity: text beside it would be split into a message of its own, and could never be edited. */
export function activityOf({ content, summary, said }: Card): Partial<Activity> {
  if (said !== undefined) return { type: 'message', text: said };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  return { type: 'message', summary, attachments };
}

const channel = 'msteams';
/** A turn that answers in person and says so in the channel makes two calls within the 15 s that Teams waits. */
const deadlineMs = 6_000;

/** A CloudAdapter that can authenticate an activity without running it. */
export class TeamsAdapter extends CloudAdapter {
  readonly #authentication: ConfigurationBotFrameworkAuthentication;

  constructor(authentication: ConfigurationBotFrameworkAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** @throws the SDK's own errors, where the token is not good */
  authenticate(authorization: string, activity: Activity): Promise<AuthenticateRequestResult> {
    return this.#authentication.authenticateRequest(activity, authorization);
  }

  /** Runs an activity that was let in. */
  receive(
    admitted: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(admitted, activity, logic);
  }
}

/** Told of each request to the connector. */
interface Observing {
  pace: Pace;
  called?: Called;
}

/** @param tokens the bot's own; undefined in development, where nobody is authenticated */
export function createAdapter(
  config: Config['bot'],
  tokens: Tokens | undefined,
  { pace, called }: Observing,
): TeamsAdapter {
  const credentials = new BotCredentials(config.appId, tokens);
  const watch: Watch = (url, method) => {
    const counted = pace.count(conversationIn(url));
    const ended = begin({ service: 'teams', method, url, route: routeOf(url), attempt: 1 }, called);
    return (status, headers) => {
      counted();
      ended(status, headers);
      if (status === 401) credentials.refused();
    };
  };
  const { ToBotFromChannelOpenIdMetadataUrl, ToBotFromEmulatorOpenIdMetadataUrl } = config.framework;
  fetchKeysDirectly([ToBotFromChannelOpenIdMetadataUrl, ToBotFromEmulatorOpenIdMetadataUrl]);
  return new TeamsAdapter(new BoundedAuthentication({ ...config.framework }, credentials, watch));
}

/** From now on the SDK takes the keys of these documents from here. It keeps them by address, for the whole process. */
function fetchKeysDirectly(metadataUrls: readonly string[]): void {
  const cache: Map<string, unknown> = JwtTokenExtractor['openIdMetadataCache'];
  for (const url of metadataUrls) cache.set(url, new SigningKeys(url));
}

export function createMessenger(adapter: TeamsAdapter, config: Pick<Config, 'bot' | 'tenantId'>): Messenger {
  const { appId, framework } = config.bot;
  const bot = { id: `28:${appId}`, name: 'Purser' };
  const inChat = ({ chat, serviceUrl }: Address, act: (context: TurnContext) => Promise<void>): Promise<void> => {
    // Teams finds the rest of a conversation by its id, and refuses empty fields.
    const conversation = { id: chat } as ConversationAccount;
    return adapter.continueConversationAsync(appId, { bot, channelId: channel, conversation, serviceUrl }, act);
  };
  return {
    async post(to, card) {
      let posted: string | null = null;
      await inChat(to, async (context) => {
        posted = (await context.sendActivity(activityOf(card)))?.id || null;
      });
      return posted;
    },
    edit: (to, activity, card) =>
      inChat(to, async (context) => void (await context.updateActivity({ ...activityOf(card), id: activity }))),
    async member(chat, teamsId) {
      let id: string | null = null;
      await inChat(chat, async (context) => {
        id = (await TeamsInfo.getMember(context, teamsId)).aadObjectId?.toLowerCase() ?? null;
      });
      return id;
    },
    async members(chat) {
      const ids = new Set<string>();
      await inChat(chat, async (context) => {
        let next: string | undefined;
        for (let page = 0; page < mostPages; page++) {
          const { members, continuationToken } = await TeamsInfo.getPagedMembers(context, pageSize, next);
          for (const { aadObjectId } of members) if (aadObjectId) ids.add(aadObjectId.toLowerCase());
          next = continuationToken || undefined;
          if (!next) return;
        }
      });
      return ids;
    },
    async openChat(person, serviceUrl) {
      let chat = '';
      const parameters = personalChat(bot, person, config.tenantId);
      const scope = framework.ToChannelFromBotOAuthScope;
      await adapter.createConversationAsync(appId, channel, serviceUrl, scope, parameters, async (context) => {
        chat = context.activity.conversation.id;
      });
      return { chat, serviceUrl };
    },
  };
}

/** Of a roster; Teams gives no larger pages. */
const pageSize = 500;
const mostPages = 4;

/** The SDK's type asks for an activity and a topic, which Teams refuses for a personal chat. */
function personalChat(bot: ChannelAccount, person: string, tenantId: string): ConversationParameters {
  return {
    bot,
    isGroup: false,
    members: [{ id: person, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  } as unknown as ConversationParameters;
}

/** The serviceUrl the token names; empty where it names none. */
export function namedServiceUrl({ claimsIdentity }: AuthenticateRequestResult): string {
  return claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim) ?? '';
}

/** Signs what goes to the connector with the bot's token. botbuilder's own factories can't use a private login address. */
class BotCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #tokens: Tokens | undefined;
  /** The last token was refused, and would be again until it expires. */
  #isRefused: boolean = false;

  constructor(appId: string, tokens: Tokens | undefined) {
    super();
    this.#appId = appId;
    this.#tokens = tokens;
  }

  refused(): void {
    this.#isRefused = true;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#tokens === undefined;
  }

  override async createCredentials(
    _appId: string,
    audience: string | undefined,
  ): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const tokens = this.#tokens;
    return {
      signRequest: async (request) => {
        if (!tokens) return request;
        const token = await tokens(audience ?? 'https://api.botframework.com', this.#isRefused);
        this.#isRefused = false;
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    };
  }
}

/** Bot Framework's authentication, giving out only connectors that neither retry, hang, follow a redirect nor read without end. */
class BoundedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #watch: Watch;

  constructor(settings: Record<string, string>, credentials: ServiceClientCredentialsFactory, watch: Watch) {
    super(settings, credentials);
    this.#watch = watch;
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    const result = await super.authenticateRequest(activity, authorization);
    return {
      ...result,
      ...(result.connectorFactory && { connectorFactory: new BoundedConnectors(result.connectorFactory, this.#watch) }),
    };
  }

  override createConnectorFactory(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ): ConnectorFactory {
    return new BoundedConnectors(super.createConnectorFactory(...identity), this.#watch);
  }
}

/** Called with every request to the connector. It returns a function to call with the answer's status, 0 where none came. */
type Watch = (url: string, method: string) => ReturnType<typeof begin>;

/** The conversation a request is about, without the thread. */
function conversationIn(url: string): string | undefined {
  const [, id] = /\/v3\/conversations\/([^/?]+)\//.exec(url) ?? [];
  return id && decodeURIComponent(id).replace(/;messageid=.*$/, '');
}

class BoundedConnectors extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #watch: Watch;

  constructor(inner: ConnectorFactory, watch: Watch) {
    super();
    this.#inner = inner;
    this.#watch = watch;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.#inner.create(serviceUrl, audience);
    // The SDK's options to this end are ignored; only its private pipeline obeys (measured on botframework-connector 4.23.3).
    const { pipeline } = connector['client'] as { pipeline: Pipeline };
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.removePolicy({ name: 'redirectPolicy' });
    pipeline.addPolicy(boundedAnswers, { afterPhase: 'Sign' });
    pipeline.addPolicy({
      name: 'deadline',
      sendRequest: (request, next) => {
        request.timeout = deadlineMs;
        const ended = this.#watch(request.url, request.method);
        return next(request).then(
          (response) => {
            ended(response.status, response.headers);
            return response;
          },
          (error: { statusCode?: number }) => {
            ended(error.statusCode ?? 0);
            throw error;
          },
        );
      },
    });
    return connector;
  }
}

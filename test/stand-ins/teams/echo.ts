/** The smallest bot with botbuilder's own adapter and all its authentication on, to try the stand-in against. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';

export const botToken = 'the-bots-own-token';

class FixedCredentials extends AppCredentials {
  override async getToken(): Promise<string> {
    return botToken;
  }
  protected override refreshToken(): never {
    throw new Error('never asked');
  }
}

/** Stands for a login: it knows one app and always has the same token for it. */
class FixedFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  constructor(appId: string) {
    super();
    this.#appId = appId;
  }
  override async isValidAppId(appId = ''): Promise<boolean> {
    return appId === this.#appId;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(appId: string): Promise<AppCredentials> {
    return new FixedCredentials(appId);
  }
}

export function counter(presses: number, note = '') {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      { type: 'TextBlock', text: `Pressed ${presses} times`, wrap: true },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: note || 'no note' }] },
      { type: 'Input.Text', id: 'note', label: 'Note', isRequired: true },
      {
        type: 'Container',
        selectAction: { type: 'Action.Execute', verb: 'open', data: { row: 2 } },
        items: [{ type: 'ColumnSet', columns: ['Visio', '12 seats'].map(column) }],
      },
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Execute',
            title: 'Count',
            verb: 'count',
            data: { presses },
            fallback: { type: 'Action.Submit', title: 'Count', data: { verb: 'count', presses } },
          },
          { type: 'Action.OpenUrl', title: 'Help', url: 'https://example.com/' },
        ],
      },
    ],
  };
}
const column = (text: string) => ({ type: 'Column', items: [{ type: 'TextBlock', text, wrap: true }] });

const posted = (content: object): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(content)),
  summary: 'A counter',
});

async function turn(context: TurnContext): Promise<void> {
  const { type, value, text = '' } = context.activity;
  if (type === 'invoke') {
    const { verb, data } = value.action;
    const presses = Number(data.presses ?? 0) + 1;
    const card = counter(presses, data.note);
    const body =
      verb === 'count'
        ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
        : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: `row ${data.row}` };
    const response: InvokeResponse = { status: 200, body };
    await context.sendActivity({ type: 'invokeResponse', value: response });
  } else if (type === 'message' && value) await context.sendActivity(`submitted ${JSON.stringify(value)}`);
  else if (type === 'message') await answer(context, text.replace(/<at>.*<\/at>\s*/, ''));
}

async function answer(context: TurnContext, text: string): Promise<void> {
  if (text === 'card') await context.sendActivity(posted(counter(0)));
  else if (text === 'who')
    await context.sendActivity((await TeamsInfo.getPagedMembers(context)).members.length.toString());
  else if (text === 'both') {
    const response = await context.sendActivity({ ...posted(counter(0)), text: 'beside' });
    await context.sendActivity(`id ${response?.id || 'none'}`);
  } else if (text === 'edit') {
    const response = await context.sendActivity(posted(counter(1)));
    await context.updateActivity({ ...posted(counter(2)), ...(response?.id && { id: response.id }) });
  } else await context.sendActivity(`you said ${text}`);
}

type Parsed = IncomingMessage & { body?: Record<string, unknown> };

async function readJson(request: Parsed): Promise<void> {
  let text = '';
  for await (const chunk of request) text += chunk;
  request.body = JSON.parse(text) as Record<string, unknown>;
}

const outward = (response: ServerResponse) => ({
  socket: response.socket,
  header: (name: string, value: unknown) => response.setHeader(name, String(value)),
  status: (code: number) => {
    response.statusCode = code;
  },
  send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
  end: () => response.end(),
});

export async function startEcho(appId: string, env: Readonly<Record<string, string>>) {
  const login = { ToChannelFromBotLoginUrl: 'https://login.example.com/tenant' };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({ ...env, ...login }, new FixedFactory(appId)),
  );
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const server = createServer((request: Parsed, response) => {
    const handled = readJson(request).then(() =>
      adapter.process({ body: request.body ?? {}, headers: request.headers, method: 'POST' }, outward(response), turn),
    );
    handled.catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    adapter,
    url: `http://127.0.0.1:${port}/api/messages`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

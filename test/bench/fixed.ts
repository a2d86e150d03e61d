/** What a turn costs before Purser does anything: the same server, adapter and JWT, and one card that is always the same. */
import type { TurnContext } from 'botbuilder';
import type { Activity } from 'botframework-schema';
import type { Clock } from '../../bot/clock.ts';
import type { Config } from '../../bot/config/config.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createTokens } from '../../bot/microsoft/tokens.ts';
import { createServer } from '../../bot/server.ts';
import { activityOf, createAdapter } from '../../bot/teams/messenger.ts';
import { createPace } from '../../bot/teams/pace.ts';
import { withRetries } from '../../bot/teams/with-retries.ts';
import type { Store } from '../../store/store.ts';

export interface Fixed {
  url: string;
  close(): Promise<void>;
}

export async function startFixed(
  config: Config,
  content: object,
  deps: { clock: Clock; store: Store },
): Promise<Fixed> {
  const { clock, store } = deps;
  const adapter = createAdapter(config.bot, config.bot.identity && createTokens(config.bot.identity), {
    pace: createPace(clock, config.bot.perSecond),
  });
  const card = { content, summary: 'A card' } as Parameters<typeof activityOf>[0];
  const answer = async (context: TurnContext): Promise<void> => {
    await withRetries(clock, () => context.sendActivity(activityOf(card)));
  };
  const app = async (authorization: string, body: unknown): Promise<{ status: number }> => {
    const activity = body as Activity;
    await adapter.receive(await adapter.authenticate(authorization, activity), activity, answer);
    return { status: 200 };
  };
  const house = { app, downloads: async () => undefined, metrics: createMetrics(store, clock, new Map()) };
  const server = createServer({
    routes: { public: true, watching: true },
    house: () => house,
    dev: false,
    readiness: () => ({ ready: true, troubles: [] }),
  });
  const port = await server.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}/api/messages`, close: () => server.close() };
}

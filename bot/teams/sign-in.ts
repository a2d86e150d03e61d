/**
 * Whether the bot can still sign in to Teams. A token kept from before hides for an hour that its secret has expired, so it is
 * asked for anew now and then; without one Purser hears everybody and can answer nobody.
 */
import type { Trouble } from '../../store/records.ts';
import type { Clock } from '../clock.ts';
import type { BotSignIn } from '../core/dependencies.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { MicrosoftFailed } from '../microsoft/commerce.ts';
import { ask, noAnswer, type Patience } from '../microsoft/retry-policy.ts';
import type { Tokens } from '../microsoft/tokens.ts';

/** Nobody waits for it; the next sync tries again. */
const patience: Patience = { attempts: 2, longestWaitMs: 5_000, deadlineMs: 12_000 };

interface Deps {
  /** The bot's own; undefined in development, where nobody signs in. */
  tokens: Tokens | undefined;
  /** The audience of the connector's tokens. */
  scope: string;
  clock: Clock;
  log: Log;
  metrics: Pick<Metrics, 'botSignIn'>;
}

export interface CheckedSignIn extends BotSignIn {
  /** Asks Entra for a new token, and remembers how that went. Never rejects. */
  check(): Promise<void>;
}

export function createBotSignIn(deps: Deps): CheckedSignIn {
  let state: ReturnType<BotSignIn['state']>;
  return {
    state: () => state,
    async check() {
      if (!deps.tokens) return;
      const failed = await tryBotSignIn(deps.tokens, deps);
      state = { trouble: failed?.trouble ?? null };
      deps.metrics.botSignIn(!failed);
      if (failed) deps.log.error(failed, 'the bot gets no token for Teams: nobody can be answered');
    },
  };
}

/** @returns why Entra gave no token; undefined if it gave one */
export async function tryBotSignIn(
  tokens: Tokens,
  { scope, clock }: Pick<Deps, 'scope' | 'clock'>,
): Promise<{ trouble: Trouble; detail: string } | undefined> {
  try {
    const attempt = () => tokens(scope, true);
    await ask(clock, { patience, route: 'sign-in of the bot', attempt, describe: noAnswer });
    return undefined;
  } catch (error) {
    if (error instanceof MicrosoftFailed) return { trouble: error.trouble, detail: error.detail };
    throw error;
  }
}

/** The way out to Teams, and how fast Teams lets it be used. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Called } from '../logging/lines.ts';
import type { Tokens } from '../microsoft/tokens.ts';
import { createAdapter, createMessenger, type Messenger, type TeamsAdapter } from './messenger.ts';
import { createPace, type Pace } from './pace.ts';

export interface Teams {
  adapter: TeamsAdapter;
  messenger: Messenger;
  pace: Pace;
}

interface Options {
  config: Config;
  clock: Clock;
  /** Undefined in development. */
  tokens: Tokens | undefined;
  called: Called;
}

export function connectTeams({ config, clock, tokens, called }: Options): Teams {
  const pace = createPace(clock, config.bot.perSecond);
  const adapter = createAdapter(config.bot, tokens, { pace, called });
  return { adapter, messenger: createMessenger(adapter, config), pace };
}

/** What leads people to Purser: its public address, its Teams app, its mailbox. */
import type { Config } from '../config/config.ts';
import { missingToCheck } from '../core/first-message.ts';
import { isLoopback } from '../http.ts';
import type { ConnectionState } from '../microsoft/commerce.ts';
import type { Clients } from './clients.ts';
import { type Finding, finding, type Gap, unlooked } from './gaps.ts';
import { stateIn } from './grants.ts';

export function links(config: Config): Finding {
  const { publicUrl, microsoft } = config;
  const address: Gap[] =
    publicUrl && !isLoopback(publicUrl)
      ? []
      : [{ name: 'public-url', needed: false, about: { is: publicUrl ? 'local' : 'none', url: publicUrl ?? '' } }];
  // A pilot sends none.
  const mail: Gap[] = microsoft.mailFrom || microsoft.readOnly ? [] : [{ name: 'mail', needed: false, about: {} }];
  const missing = missingToCheck(config).join(', ');
  const checks: Gap[] = missing === '' ? [] : [{ name: 'first-messages', needed: false, about: { missing } }];
  return finding('links', [...address, ...checks, ...mail], { url: publicUrl ?? '' });
}

/** Whether the organisation’s catalogue has an app of the bot’s id: that of another package would lead nowhere. */
export async function teamsApp(config: Config, { app }: Clients, states: readonly ConnectionState[]): Promise<Finding> {
  const state = stateIn(states, 'installing');
  if (!config.microsoft.appId || !state || state.trouble) return unlooked('app');
  const found = await app.find().catch(() => undefined);
  const id = config.microsoft.appId;
  return finding('app', found ? [] : [{ name: 'teams-app', needed: false, about: { id } }], { id });
}

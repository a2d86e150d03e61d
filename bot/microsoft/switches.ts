/**
 * Switches of the tenant that Graph reads and sets: each is a rule of its own, on (`Enabled`) or off (`Disabled`). Auto-claim is
 * none of them, since no interface that Microsoft supports knows it.
 */
import { z } from 'zod/v4';
import type { RuleValue, Switch } from '../../store/records.ts';
import { MicrosoftFailed, type RuleFacts } from './commerce.ts';
import type { Asking, Graph } from './graph.ts';
import { type Patience, patient } from './retry-policy.ts';

interface Known {
  /** As Microsoft's reference calls what it does. */
  name: string;
  route: string;
  /** Fetches that and no more, where Graph lets itself be asked so. */
  query: string;
  asking: Asking;
  /** Whether it is on. */
  shape: z.ZodType<boolean>;
  body(on: boolean): object;
}

export const switchOf: Readonly<Record<Switch, Known>> = {
  // "authorizationPolicy resource type"
  'switch:email-sign-up': {
    name: 'Sign-up for email-based subscriptions',
    route: '/policies/authorizationPolicy',
    query: '?$select=allowedToSignUpEmailBasedSubscriptions',
    asking: {},
    shape: z
      .object({ allowedToSignUpEmailBasedSubscriptions: z.boolean() })
      .transform((policy) => policy.allowedToSignUpEmailBasedSubscriptions),
    body: (on) => ({ allowedToSignUpEmailBasedSubscriptions: on }),
  },
  // "adminAppsAndServices resource type", which is in beta only, and "appsAndServicesSettings"
  'switch:trials': {
    name: 'Users can start trials on behalf of the organization',
    route: '/admin/appsAndServices',
    query: '',
    asking: { version: 'beta' },
    shape: z
      .object({ settings: z.object({ isAppAndServicesTrialEnabled: z.boolean() }) })
      .transform(({ settings }) => settings.isAppAndServicesTrialEnabled),
    body: (on) => ({ settings: { isAppAndServicesTrialEnabled: on } }),
  },
};

/** @throws MicrosoftFailed */
export async function readSwitch(id: Switch, graph: Graph, patience: Patience = patient): Promise<RuleFacts> {
  const { name, route, query, asking, shape } = switchOf[id];
  const isOn = await graph.get(`${route}${query}`, shape, { ...asking, patience });
  return { id, surface: 'switch', name, value: isOn ? 'Enabled' : 'Disabled' };
}

/** @throws MicrosoftFailed */
export async function writeSwitch(id: Switch, wanted: RuleValue, graph: Graph): Promise<void> {
  const { route, asking, body } = switchOf[id];
  if (wanted === 'OnlyTrialsWithoutPaymentMethod')
    throw new MicrosoftFailed('refused', `Graph ${route}: a switch is on or off`);
  await graph.patch(route, body(wanted === 'Enabled'), asking);
}

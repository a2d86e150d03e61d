/** Every call that Purser makes to Microsoft, by whom it is made to. */

import { billing } from './billing.ts';
import { connector, connectorKeys } from './connector.ts';
import { graph } from './graph.ts';
import { licensing } from './licensing.ts';
import type { Listed, Service } from './listed.ts';
import { signIn } from './sign-in.ts';

export const list: Readonly<Record<Service, readonly Listed[]>> = {
  graph,
  licensing,
  billing,
  'sign-in': signIn,
  connector,
  'connector-keys': connectorKeys,
};

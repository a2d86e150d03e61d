/** What Purser was granted: read from its token, and tried where a harmless request tells. */

import type { ConnectionState } from '../microsoft/commerce.ts';
import { grantedIn, isGranted, missingForDirectory } from '../microsoft/granted.ts';
import { graphAudience } from '../microsoft/graph.ts';
import { licensingAudience } from '../microsoft/licensing.ts';
import { permissionsPage } from '../microsoft/links.ts';
import { allotmentsAlone, permissions } from '../microsoft/permissions.ts';
import type { Clients } from './clients.ts';
import { type Finding, finding, type Gap, unlooked } from './gaps.ts';

export interface Granted {
  graph: ReadonlySet<string> | null;
  licensing: ReadonlySet<string> | null;
}

/** What the tokens say; null where there is none, or it can't be read. */
export async function grantedTo({ tokens }: Pick<Clients, 'tokens'>): Promise<Granted> {
  const of = async (audience: string) => {
    const token = await tokens(audience).catch(() => '');
    return token ? grantedIn(token) : null;
  };
  const [graph, licensing] = await Promise.all([of(graphAudience), of(licensingAudience)]);
  return { graph, licensing };
}

interface Asked {
  clients: Clients;
  granted: Granted;
  states: readonly ConnectionState[];
  clientId: string;
}

export function stateIn(states: readonly ConnectionState[], connection: ConnectionState['connection']) {
  return states.find((state) => state.connection === connection);
}

/** Subscriptions, people and roles, without which there is nothing. */
export function directory({ granted, states, clientId }: Asked): Finding {
  const state = stateIn(states, 'directory');
  const missing = state?.missing ?? (granted.graph ? missingForDirectory(granted.graph) : []);
  const link = permissionsPage(clientId);
  const about = { list: missing.join(', ') || 'Directory.Read.All', link, trouble: state?.trouble ?? '' };
  if (missing.length > 0 || state?.trouble === 'no-permission')
    return finding('directory', [{ name: 'directory-permission', needed: true, about }]);
  if (state?.trouble) return finding('directory', [{ name: 'directory', needed: true, about }]);
  const isOne = granted.graph ? isGranted('Directory.Read.All', granted.graph) : true;
  return finding('directory', [], { by: isOne ? 'Directory.Read.All' : 'Organization.Read.All, User.Read.All …' });
}

/** Who may buy what: asked for products, and again for offer types. */
export async function rules({ clients, states, clientId }: Asked): Promise<Finding> {
  const link = permissionsPage(clientId);
  const trouble = stateIn(states, 'purchasing-rules')?.trouble ?? null;
  if (trouble) return finding('rules', [rulesGap(trouble, link)]);
  try {
    const read = await clients.rules.rules([]);
    const count = (surface: string) => String(read.rules.filter((rule) => rule.surface === surface).length);
    return finding('rules', [], { products: count('product'), offers: count('offer') });
  } catch {
    return finding('rules', [rulesGap('unreachable', link)]);
  }
}

function rulesGap(trouble: NonNullable<ConnectionState['trouble']>, link: string): Gap {
  const about = { trouble, link, permission: 'Policy.Read.AllowSelfServicePurchase' };
  if (trouble === 'no-service') return { name: 'licensing-service', needed: true, about };
  if (trouble === 'no-permission') return { name: 'licensing-permission', needed: true, about };
  // Nobody knows whether Microsoft ever lets an app do it: a set-up must not stay unfinished for that.
  if (trouble === 'despite-permission') return { name: 'licensing-refused', needed: false, about };
  return { name: 'licensing', needed: true, about };
}

/** Who may activate a role. Nothing where there is no such thing here. */
export function roles({ states }: Asked): Finding {
  const state = stateIn(states, 'eligible-roles');
  if (!state) return finding('roles', [], { eligible: 'absent' });
  return finding('roles', [], { eligible: state.trouble ? 'unread' : 'read' });
}

/** What is of use only where Purser may change something. */
const changes = (name: string): boolean => /ReadWrite|^Mail\.Send$/.test(name);

/** What nobody has to grant, each with what it is for. */
export function more({ granted, clientId }: Asked, { mail, pilot }: { mail: boolean; pilot: boolean }): Finding {
  if (!granted.graph) return unlooked('more');
  const link = permissionsPage(clientId);
  const optional = permissions.filter(
    ({ name, need, connection }) => need === 'optional' || connection === 'leavers' || name === 'Mail.Send',
  );
  const missing = optional.filter(({ name, api }) => {
    if ((name === 'Mail.Send' && !mail) || (pilot && changes(name))) return false;
    const from = api === 'Microsoft Graph' ? granted.graph : granted.licensing;
    return from !== null && !isGranted(name, from);
  });
  const gaps = missing.map(
    ({ name, api }): Gap => ({ name: 'permission', of: name, needed: false, about: { name, api, link } }),
  );
  if (!isGranted(allotmentsAlone, granted.graph))
    gaps.push({
      ...{ name: 'permission', of: allotmentsAlone, needed: false },
      about: { name: allotmentsAlone, link },
    });
  return finding('more', gaps, { count: String(optional.length - missing.length), of: String(optional.length) });
}

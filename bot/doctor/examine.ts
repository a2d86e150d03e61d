/** Looks at everything an operator has to set up, one thing after the other: what rests on something broken is not looked at. */
import type { Config } from '../config/config.ts';
import { type Clients, createClients } from './clients.ts';
import { type Area, areas, type Finding, unlooked } from './gaps.ts';
import { directory, grantedTo, more, roles, rules } from './grants.ts';
import { links, teamsApp } from './links.ts';
import { clockFinding, hear, network, tenantRefused } from './network.ts';
import { groups } from './people.ts';
import { records } from './records.ts';
import { type Given, readSettings } from './settings.ts';
import { signIn } from './signing-in.ts';

/** By area; what is not there could not be looked at. */
type Found = Partial<Record<Area, Finding>>;

export interface Examined {
  /** Undefined where too little of the settings can be read to look any further. */
  config: Config | undefined;
  findings: readonly Finding[];
  /** Undefined where Entra gives no token. */
  clients: Clients | undefined;
}

export async function examine(given: Given): Promise<Examined> {
  const { config, finding: settings } = readSettings(given);
  const { clients, ...around } = config ? await lookAround(config, given) : { clients: undefined };
  const found: Found = { settings, ...around };
  // In development nobody signs in to Teams.
  const looked = areas.filter((area) => !(config?.dev && (area === 'bot' || area === 'app')));
  return { config, clients, findings: looked.map((area) => found[area] ?? unlooked(area)) };
}

async function lookAround(config: Config, given: Given): Promise<Found & { clients: Clients | undefined }> {
  const heard = await hear(config);
  const store = await records(config.store.folder);
  const hasProxy = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'].some((name) => given[name]?.trim());
  const clock = clockFinding(heard);
  const around: Found = { ...(clock && { clock }), network: network(heard, hasProxy), store, links: links(config) };
  if (heard.some(({ host, failure }) => host === 'login' && failure)) return { ...around, clients: undefined };
  const { tokens, findings } = await signIn(config, given, tenantRefused(heard));
  const signedIn: Found = Object.fromEntries(findings.map((finding) => [finding.area, finding]));
  const isShut = heard.some(({ host, failure }) => host === 'graph' && failure);
  if (!tokens || isShut) return { ...around, ...signedIn, clients: undefined };
  const clients = createClients(config, tokens);
  return { ...around, ...signedIn, ...(await lookInside(config, clients)), clients };
}

async function lookInside(config: Config, clients: Clients): Promise<Found> {
  const [states, granted] = await Promise.all([clients.probe(), grantedTo(clients)]);
  const asked = { clients, granted, states, clientId: config.microsoft.identity.clientId };
  const known = directory(asked);
  const mail = config.microsoft.mailFrom !== undefined;
  const canRead = known.state === 'good';
  return {
    directory: known,
    rules: await rules(asked),
    roles: canRead ? roles(asked) : unlooked('roles'),
    groups: canRead ? await groups(config, clients) : unlooked('groups'),
    app: await teamsApp(config, clients, states),
    more: more(asked, { mail, pilot: config.microsoft.readOnly }),
  };
}

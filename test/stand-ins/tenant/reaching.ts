/** The app catalogue of Teams, the app for a person, and mail. */
import { z } from 'zod/v4';
import { equals, filter } from './filter.ts';
import type { GraphCall } from './graph.ts';
import { graphError } from './graph-errors.ts';
import { type Answer, field, parsed } from './http.ts';
import { malformed, page, type Shape } from './odata.ts';
import type { TeamsApp } from './state.ts';
import { found } from './users.ts';

/** Who has which app. The tenant keeps its own record unless a test lets a stand-in of Teams answer. */
export interface Installs {
  has(person: string, app: TeamsApp): boolean;
  /** Graph answers once this is done. */
  add(person: string, app: TeamsApp): void | Promise<void>;
}

export function ownInstalls(): Installs {
  const known = new Set<string>();
  return {
    has: (person, app) => known.has(`${person} ${app.id}`),
    add: (person, app) => void known.add(`${person} ${app.id}`),
  };
}

/** What lies in a mailbox. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** By address, in lower case; also of people outside. */
export type Mailboxes = Map<string, Mail[]>;

const appShape: Shape<TeamsApp> = {
  type: 'microsoft.graph.teamsApp',
  set: 'appCatalogs/teamsApps',
  properties: {
    id: (app) => app.id,
    externalId: (app) => app.externalId,
    displayName: (app) => app.displayName,
    distributionMethod: (app) => app.distributionMethod,
  },
};

/** "List teamsApp": everything in the organisation's catalogue. */
export function listTeamsApps({ company, call, base, listings }: GraphCall): Answer {
  const clauses = [
    equals<TeamsApp>('id', (app) => app.id),
    equals<TeamsApp>('externalId', (app) => app.externalId),
    equals<TeamsApp>('displayName', (app) => app.displayName),
    equals<TeamsApp>('distributionMethod', (app) => app.distributionMethod),
  ];
  const chosen = filter(clauses, call.query.get('$filter'), 'teamsApp');
  if ('status' in chosen) return chosen;
  const rows = (): TeamsApp[] => company.teamsApps.filter(chosen.test);
  return page({ call, base, listings, shape: appShape, rows, size: Number.POSITIVE_INFINITY });
}

/** The role for one's own app alone reaches no other; which app is whose, `webApplicationInfo` of its manifest says. */
function isOwn({ app, may }: GraphCall, wanted: TeamsApp): boolean {
  return wanted.clientId === app || may('TeamsAppInstallation.ReadWriteForUser.All');
}

/** "List apps installed for user", with `$expand=teamsApp` and `$filter=teamsApp/id eq '…'`. */
export function listInstalledApps(asked: GraphCall): Answer {
  const { company, call, base, listings, id, installs } = asked;
  const user = found(company, id);
  if (user === undefined) return notFound(`The user '${id}' was not found.`);
  const clauses = [
    equals<TeamsApp>('teamsApp/id', (app) => app.id),
    equals<TeamsApp>('teamsApp/externalId', (app) => app.externalId),
  ];
  const chosen = filter(clauses, call.query.get('$filter'), 'teamsAppInstallation');
  if ('status' in chosen) return chosen;
  const teamsApp = { teamsApp: (app: TeamsApp) => ({ ...app, clientId: undefined, blockedFor: undefined }) };
  const shape: Shape<TeamsApp> = {
    type: 'microsoft.graph.userScopeTeamsAppInstallation',
    set: `users('${user.id}')/teamwork/installedApps`,
    properties: {
      id: (app) => installation(user.id, app),
      ...(call.query.get('$expand')?.startsWith('teamsApp') && teamsApp),
    },
  };
  const rows = (): TeamsApp[] =>
    company.teamsApps.filter((app) => isOwn(asked, app) && installs.has(user.id, app) && chosen.test(app));
  return page({ call, base, listings, shape, rows, size: Number.POSITIVE_INFINITY });
}

/** "Install app for user": 201 without a body, 409 where they have it. Microsoft documents the statuses, not the sentences. */
export function installApp(asked: GraphCall): Answer {
  const { company, call, base, id, installs } = asked;
  const bind = field(call.body, 'teamsApp@odata.bind');
  const wanted = typeof bind === 'string' ? /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/.exec(bind)?.[1] : undefined;
  if (wanted === undefined) return malformed();
  const user = found(company, id);
  if (user === undefined) return notFound(`The user '${id}' was not found.`);
  const app = company.teamsApps.find((each) => each.id === wanted.toLowerCase());
  if (app === undefined) return notFound(`The app '${wanted}' was not found in the catalogue.`);
  if (!isOwn(asked, app)) return graphError(403, 'Forbidden', `The caller may not install the app '${wanted}'.`);
  if (app.blockedFor.includes(user.id)) {
    return graphError(403, 'Forbidden', `The app '${wanted}' is blocked by the app permission policy of the user.`);
  }
  if (installs.has(user.id, app)) return graphError(409, 'Conflict', 'The app is already installed for the user.');
  return {
    status: 201,
    headers: { location: `${base}/users/${user.id}/teamwork/installedApps/${installation(user.id, app)}` },
    commit: () => installs.add(user.id, app),
  };
}

function installation(person: string, app: TeamsApp): string {
  return Buffer.from(`${person}##${app.id}`).toString('base64');
}

function notFound(message: string): Answer {
  return graphError(404, 'NotFound', message);
}

const Sending = z.object({
  message: z.object({
    subject: z.string(),
    body: z.object({ contentType: z.string().regex(/^(text|html)$/i), content: z.string() }),
    toRecipients: z.array(z.object({ emailAddress: z.object({ address: z.string() }) })).default([]),
  }),
});

/** "user: sendMail": 202 without a body. Accepted is not delivered, but here it is. */
export function sendMail({ company, call, id, mailboxes, now }: GraphCall): Answer {
  const sending = Sending.safeParse(parsed(call.body));
  if (!sending.success) return malformed();
  const { subject, body, toRecipients } = sending.data.message;
  const addresses = toRecipients.map(({ emailAddress }) => emailAddress.address);
  if (addresses.length === 0 || !addresses.every((address) => /^[^\s@]+@[^\s@]+$/.test(address))) {
    return graphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  }
  const user = found(company, id);
  const from = user === undefined ? company.sharedMailboxes.find((each) => each === id.toLowerCase()) : user.mail;
  if (from === undefined) return graphError(404, 'ErrorInvalidUser', `The requested user '${id}' is invalid.`);
  if (from === null) {
    const why = 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.';
    return graphError(404, 'MailboxNotEnabledForRESTAPI', why);
  }
  return {
    status: 202,
    commit: () => {
      for (const to of addresses) deliver(mailboxes, { from, to, subject, text: body.content, at: now });
    },
  };
}

function deliver(mailboxes: Mailboxes, mail: Mail): void {
  const address = mail.to.toLowerCase();
  mailboxes.set(address, [...(mailboxes.get(address) ?? []), mail]);
}

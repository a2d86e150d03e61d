/** What was deleted, the organisation itself, and its policy for sign-ups. */
import type { GraphCall } from './graph.ts';
import { badRequest, missing } from './graph-errors.ts';
import { type Answer, parsed } from './http.ts';
import { userShape } from './objects.ts';
import { malformed, page, type Shape, selected, shown } from './odata.ts';
import type { Company, DeletedUser } from './state.ts';

export function getDeletedItem({ company, call, base, id }: GraphCall): Answer {
  const user = company.deletedUsers.find((each) => each.id === id.toLowerCase());
  if (user === undefined) return missing(id);
  const names = selected(userShape, call.query);
  if ('status' in names) return names;
  const context = `${base}/$metadata#directoryObjects/$entity`;
  const type = '#microsoft.graph.user';
  return { status: 200, body: { '@odata.context': context, '@odata.type': type, ...shown(userShape, names, user) } };
}

export function listDeletedUsers({ company, call, base, listings }: GraphCall): Answer {
  const rows = (): DeletedUser[] => company.deletedUsers;
  return page({ call, base, listings, shape: userShape, rows, size: 100, top: true });
}

const organisationShape: Shape<Company> = {
  type: 'microsoft.graph.organization',
  set: 'organization',
  properties: {
    id: (company) => company.tenantId,
    displayName: (company) => company.name,
    countryLetterCode: (company) => company.countryLetterCode,
    preferredLanguage: () => 'en',
    tenantType: () => 'AAD',
    verifiedDomains: ({ domain }) => [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: true,
        name: domain,
        type: 'Managed',
      },
    ],
  },
};

export function listOrganisation({ company, call, base, listings }: GraphCall): Answer {
  return page({
    call,
    base,
    listings,
    shape: organisationShape,
    rows: () => [company],
    size: Number.POSITIVE_INFINITY,
  });
}

export function getAuthorizationPolicy({ company, base }: GraphCall): Answer {
  const context = `${base}/$metadata#policies/authorizationPolicy/$entity`;
  const id = 'authorizationPolicy';
  return {
    status: 200,
    body: { '@odata.context': context, id, displayName: 'Authorization Policy', ...company.authorizationPolicy },
  };
}

/** 204 ("Update authorizationPolicy"). */
export function patchAuthorizationPolicy({ company, call }: GraphCall): Answer {
  const change = parsed(call.body);
  if (change === null) return malformed();
  const unknown = Object.keys(change).find((name) => !(name in company.authorizationPolicy));
  if (unknown !== undefined) return badRequest(`Invalid property '${unknown}'.`);
  return { status: 204, commit: () => void Object.assign(company.authorizationPolicy, change) };
}

/** Beta only ("adminAppsAndServices resource type"). */
export function getAppsAndServices({ company, base }: GraphCall): Answer {
  const context = `${base}/$metadata#admin/appsAndServices/$entity`;
  return { status: 200, body: { '@odata.context': context, id: 'appsAndServices', settings: company.appsAndServices } };
}

/** Properties that aren't given stay as they are ("Update adminAppsAndServices"). */
export function patchAppsAndServices({ company, call }: GraphCall): Answer {
  const change = parsed(call.body)?.['settings'];
  if (typeof change !== 'object' || change === null) return malformed();
  const unknown = Object.keys(change).find((name) => !(name in company.appsAndServices));
  if (unknown !== undefined) return badRequest(`Invalid property '${unknown}'.`);
  return { status: 204, commit: () => void Object.assign(company.appsAndServices, change) };
}

/**
 * Microsoft Entra's login: discovery, keys, and tokens for apps (client credentials with a secret or a signed assertion).
 * The errors are Entra's: "Microsoft Entra authentication and authorization error codes".
 */
import { randomUUID } from 'node:crypto';
import { assertionRefused } from './assertion.ts';
import type { Answer, Call } from './http.ts';
import type { Api, App, Company } from './state.ts';
import { audiences, type Tokens } from './tokens.ts';

/** Where a multi-tenant bot gets its tokens: the Bot Framework's own tenant. */
const BOT_FRAMEWORK = { domain: 'botframework.com', id: 'd6d49420-f39b-4df7-a1dc-d59a935871db' };

export interface Login {
  readonly company: Company;
  readonly tokens: Tokens;
  /** `https://localhost:PORT`: MSAL takes the first segment of an authority as the tenant, so this has no path. */
  readonly url: string;
}

/** The answer to a call that is the login's, or null. */
export async function login(world: Login, call: Call): Promise<Answer | null> {
  const { path, method } = call;
  if (path === '/common/discovery/instance') return instances(world, call);
  if (/^(\/[^/]+)?\/discovery\/(v2\.0\/)?keys$/.test(path)) {
    return { status: 200, body: { keys: [world.tokens.publicKey] } };
  }
  const configured = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/.exec(path)?.[1];
  if (configured !== undefined) return configuration(world, configured);
  const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(path)?.[1];
  if (tenant === undefined) return null;
  return method === 'POST' ? token(world, tenant, new URLSearchParams(call.body)) : { status: 405 };
}

/** MSAL asks this of authorities it doesn't know. */
function instances({ url }: Login, call: Call): Answer {
  const endpoint = call.query.get('authorization_endpoint') ?? '';
  const tenant = /^https:\/\/[^/]+\/([^/]+)\//.exec(endpoint)?.[1] ?? 'common';
  const host = new URL(url).host;
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `${url}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    },
  };
}

function configuration(world: Login, tenant: string): Answer {
  const id = directory(world, tenant);
  if (id === null) return notFound(tenant);
  const base = `${world.url}/${tenant}`;
  return {
    status: 200,
    body: {
      token_endpoint: `${base}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      issuer: `${world.url}/${id}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      tenant_region_scope: 'EU',
    },
  };
}

/** The tenant id a path segment stands for. */
function directory({ company }: Login, tenant: string): string | null {
  const name = tenant.toLowerCase();
  if (name === BOT_FRAMEWORK.domain || name === BOT_FRAMEWORK.id) return BOT_FRAMEWORK.id;
  return [company.tenantId, company.domain, 'common', 'organizations'].includes(name) ? company.tenantId : null;
}

async function token(world: Login, tenant: string, form: URLSearchParams): Promise<Answer> {
  const tenantId = directory(world, tenant);
  if (tenantId === null) return notFound(tenant);
  if (form.get('grant_type') !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 70003, "The app requested an unsupported grant type ''.");
  }
  const clientId = form.get('client_id') ?? '';
  const app = world.company.apps.find(({ appId }) => appId === clientId);
  if (app === undefined) {
    const message = `Application with identifier '${clientId}' was not found in the directory '${world.company.name}'.`;
    return refused(400, 'unauthorized_client', 700016, message);
  }
  const refusal = await badCredentials(app, form, `${world.url}/${tenant}/oauth2/v2.0/token`);
  if (refusal !== null) return refusal;
  const api = apiOf(world, form.get('scope') ?? '');
  if (typeof api !== 'string') return api;
  const { seconds } = world.tokens;
  const body = { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds };
  return { status: 200, body: { ...body, access_token: await world.tokens.sign({ app, api, tenantId }) } };
}

async function badCredentials(app: App, form: URLSearchParams, endpoint: string): Promise<Answer | null> {
  const secret = form.get('client_secret');
  const assertion = form.get('client_assertion');
  if (assertion !== null) {
    const why = await assertionRefused(app, assertion, endpoint);
    return why === null ? null : refused(401, 'invalid_client', why.code, why.message);
  }
  if (secret === null || secret === '') {
    const message =
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.";
    return refused(401, 'invalid_client', 7000216, message);
  }
  if (app.secrets.includes(secret)) return null;
  if (app.expiredSecrets?.includes(secret)) {
    return refused(
      401,
      'invalid_client',
      7000222,
      `The provided client secret keys for app '${app.appId}' are expired.`,
    );
  }
  const message =
    'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, ' +
    `not the client secret ID, for a secret added to app '${app.appId}'.`;
  return refused(401, 'invalid_client', 7000215, message);
}

function apiOf({ company }: Login, scope: string): Api | Answer {
  // MSAL adds the OpenID scopes of its own; for an app they mean nothing.
  const [asked = '', ...more] = scope.split(' ').filter((each) => !/^(openid|profile|offline_access)$/.test(each));
  const resource = /^(.+)\/\.default$/.exec(asked)?.[1];
  if (resource === undefined || more.length > 0) {
    const rule = 'Client credential flows must have a scope value with /.default suffixed to the resource identifier.';
    return refused(400, 'invalid_scope', 1002012, `The provided value for scope ${scope} is not valid. ${rule}`);
  }
  const isThere = (api: string): boolean => api !== 'licensing' || company.licensingForApps !== 'absent';
  for (const [api, audience] of Object.entries(audiences)) if (resource === audience && isThere(api)) return api as Api;
  const message =
    `The resource principal named ${resource} was not found in the tenant named ${company.name}. This can happen if the ` +
    'application has not been installed by the administrator of the tenant or consented to by any user in the tenant.';
  return refused(400, 'invalid_resource', 500011, message);
}

function notFound(tenant: string): Answer {
  return refused(
    400,
    'invalid_tenant',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID.`,
  );
}

function refused(status: number, error: string, code: number, message: string): Answer {
  const [trace, correlation] = [randomUUID(), randomUUID()];
  const timestamp = new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${message} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  };
}

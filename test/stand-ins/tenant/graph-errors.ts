/** Graph's error envelope: `{ error: { code, message, innerError } }`. */
import { randomUUID } from 'node:crypto';
import type { Answer } from './http.ts';
import type { Service } from './quotas.ts';

export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const id = randomUUID();
  const date = new Date().toISOString().slice(0, 19);
  return {
    status,
    headers: { 'request-id': id, 'client-request-id': id, ...headers },
    body: { error: { code, message, innerError: { date, 'request-id': id, 'client-request-id': id } } },
  };
}

/** With the header Graph sends beside a 401; the id in it is Graph's own. */
export function unauthorized(message: string): Answer {
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
    'client_id="00000003-0000-0000-c000-000000000000"';
  return graphError(401, 'InvalidAuthenticationToken', message, { 'www-authenticate': challenge });
}

/** How each service says that the app lacks a role; Teams names those that would do. */
export const forbidding: Record<Service, (needed: readonly string[], held: readonly string[]) => Answer> = {
  directory: () => graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
  teams: (needed, held) => {
    const [oneOf, roles] = [needed.join(', '), held.join(', ')];
    const message = `Missing role permissions on the request. API requires one of '${oneOf}'. Roles on the request '${roles}'.`;
    return graphError(403, 'Forbidden', message);
  },
  outlook: () => graphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
};

export function missing(id: string): Answer {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphError(404, 'Request_ResourceNotFound', message);
}

export function badRequest(message: string): Answer {
  return graphError(400, 'Request_BadRequest', message);
}

export function unsupportedQuery(message: string): Answer {
  return graphError(400, 'Request_UnsupportedQuery', message);
}

/** "Throttled response" in Graph's throttling guidance. */
export function tooManyRequests(headers: Record<string, string>): Answer {
  const answer = graphError(429, 'TooManyRequests', 'Please retry again later.', headers);
  const { error } = answer.body as { error: { innerError: Record<string, string> } };
  Object.assign(error.innerError, { code: '429', message: 'Please retry after', status: '429' });
  return answer;
}

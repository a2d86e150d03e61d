/** What MSAL asks of Microsoft Entra to get a token. */
import type { Listed, Shape } from './listed.ts';

const flow = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow';
const oidc = 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc';

/** What MSAL tells of itself with each token it asks for; it is named in its sources (`AADServerParamKeys`). */
const telling: Record<string, Shape> = {
  'x-client-SKU': 'text',
  'x-client-VER': 'text',
  'x-client-OS': 'text',
  'x-client-CPU': 'text',
  'x-ms-lib-capability': 'text',
  'client-request-id': 'text',
  'x-client-current-telemetry?': 'text',
  'x-client-last-telemetry?': 'text',
};
const asked: Record<string, Shape> = { client_id: 'text', scope: 'text', grant_type: '=client_credentials' };

export const signIn: readonly Listed[] = [
  {
    call: 'GET /{id}/v2.0/.well-known/openid-configuration',
    purpose: 'where tokens are given',
    ...{ source: oidc, sure: 'documented', permission: '–' },
  },
  {
    call: 'GET /common/discovery/instance?api-version=1.1&authorization_endpoint={any text}',
    purpose: 'by which names this cloud goes',
    ...{ source: '@azure/msal-common, AuthorityMetadata', sure: 'seen in code', permission: '–' },
  },
  {
    call: 'POST /{id}/oauth2/v2.0/token?client-request-id={id}',
    purpose: 'a token for one of the services',
    bodies: [
      { ...asked, ...telling, client_secret: 'text' },
      {
        ...{ ...asked, ...telling, client_assertion: 'text' },
        client_assertion_type: '=urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      },
    ],
    ...{ source: flow, sure: 'documented', permission: '–' },
  },
];

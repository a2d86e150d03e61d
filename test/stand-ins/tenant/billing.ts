/** Azure Billing, as far as anybody asks: "Billing Accounts - List" of 2024-04-01. */
import type { Answer, Call } from './http.ts';
import type { Company } from './state.ts';

export const BILLING = '/billing';
const ACCOUNTS = '/billing/providers/Microsoft.Billing/billingAccounts';

/** Azure Resource Manager's envelope. */
export function billingError(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** Answers a call whose token is good. Without `includeAll` only those are listed that the caller has a role on: none here. */
export function billing({ billingAccounts }: Company, { method, path, query }: Call): Answer {
  if (path !== ACCOUNTS) return billingError(404, 'NotFound', 'The resource was not found.');
  if (method !== 'GET') return billingError(405, 'MethodNotAllowed', 'The method is not allowed.');
  if (query.get('api-version') !== '2024-04-01')
    return billingError(400, 'MissingApiVersionParameter', 'The api-version query parameter is required.');
  const shown = query.get('includeAll') === 'true' ? billingAccounts : [];
  const value = shown.map(({ name, ...properties }) => ({
    ...{ id: `/providers/Microsoft.Billing/billingAccounts/${name}`, name },
    type: 'Microsoft.Billing/billingAccounts',
    properties: { ...properties, accountStatus: 'Active', hasReadAccess: false },
  }));
  return { status: 200, body: { value } };
}

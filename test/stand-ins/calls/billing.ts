/** What is sent to Azure Billing: by the doctor alone, for its report. */
import type { Listed } from './listed.ts';

export const billing: readonly Listed[] = [
  {
    call: 'GET /providers/Microsoft.Billing/billingAccounts?includeAll=true&api-version=2024-04-01',
    purpose: 'the doctor’s report: whether billing accounts appear',
    source: 'https://learn.microsoft.com/rest/api/billing/billing-accounts/list',
    ...{ sure: 'documented', permission: '–', paged: true },
  },
];

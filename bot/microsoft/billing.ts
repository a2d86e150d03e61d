/** Azure Billing (`Microsoft.Billing`, 2024-04-01): which billing accounts there are. Purser reads nothing else of it. */
import { z } from 'zod/v4';
import { MicrosoftFailed } from './commerce.ts';
import { TokenRefused, type Tokens } from './tokens.ts';
import { createWire } from './wire.ts';

export const billingAudience = 'https://management.azure.com';

const route = '/providers/Microsoft.Billing/billingAccounts';
const deadlineMs = 20_000;
const wire = createWire({ readOnly: true });
const mostPages = 50;

const Account = z.object({
  properties: z
    .object({
      agreementType: z.string().nullish(),
      accountType: z.string().nullish(),
      accountStatus: z.string().nullish(),
      hasReadAccess: z.boolean().nullish(),
    })
    .default({}),
});
const Page = z.object({ value: z.array(Account), nextLink: z.string().nullish() });
export type BillingAccount = z.infer<typeof Account>['properties'];

/**
 * Also those that Purser has no role on, where Microsoft shows them ("Billing Accounts - List", `includeAll`).
 *
 * @throws MicrosoftFailed
 */
export async function billingAccounts(url: string, tokens: Tokens): Promise<BillingAccount[]> {
  const token = await tokens(billingAudience).catch((error: unknown) => {
    throw error instanceof TokenRefused ? new MicrosoftFailed('no-token', `billing ${error.code}`) : error;
  });
  const found: BillingAccount[] = [];
  let next: string | undefined = `${url}${route}?includeAll=true&api-version=2024-04-01`;
  for (let pages = 0; next !== undefined; pages++) {
    const page: z.infer<typeof Page> = await read(next, token);
    found.push(...page.value.map(({ properties }) => properties));
    next = page.nextLink ?? undefined;
    if (next !== undefined && (pages >= mostPages || new URL(next).origin !== new URL(url).origin))
      throw new MicrosoftFailed('broken-answer', 'billing: a page led astray');
  }
  return found;
}

async function read(address: string, token: string): Promise<z.infer<typeof Page>> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const response = await wire(address, { headers, signal: AbortSignal.timeout(deadlineMs) });
    const { status } = response;
    if (!response.ok)
      throw new MicrosoftFailed(status < 500 ? 'refused' : 'unreachable', `billing ${status}`, { status });
    return Page.parse(await response.json());
  } catch (error) {
    if (error instanceof MicrosoftFailed) throw error;
    const isBroken = error instanceof z.ZodError || error instanceof SyntaxError;
    throw new MicrosoftFailed(isBroken ? 'broken-answer' : 'unreachable', 'billing', { cause: error });
  }
}

/**
 * Who may buy what: products and offer types from the licensing API, the switch for e-mail sign-ups from Graph.
 * A rule's id names its surface and what Microsoft calls it there: `product:CFQ7TTC0HD32`, `offer:SaaS`.
 */
import { z } from 'zod/v4';
import { type Rule, type RuleValue, ruleValues, type Surface } from '../../store/records.ts';
import { type Commerce, MicrosoftFailed, type RuleFacts, type RulesRead } from './commerce.ts';
import { type Graph, graphAudience } from './graph.ts';
import { type Licensing, licensingAudience } from './licensing.ts';
import { withNewToken } from './retry-policy.ts';
import { word } from './shapes.ts';

const policy = '/policies/AllowSelfServicePurchase';
export const emailSignUpRoute = '/policies/authorizationPolicy';
const emailSignUp = 'switch:email-sign-up';

/** What Microsoft's reference of `authorizationPolicy` says the switch does. */
const emailSignUpName = 'Sign-up for email-based subscriptions';

/** Clients of this API spell its properties in different cases (`productID` too). */
function inLowerCase(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
}

const value = z
  .string()
  .transform((word) => ruleValues.find((known) => known.toLowerCase() === word.toLowerCase()))
  .pipe(z.enum(ruleValues));

const Row = z.preprocess(
  inLowerCase,
  z.object({ policyvalue: value, scope: word, productid: word, productname: word, scopeid: word, scopevalue: word }),
);
const List = z.preprocess(inLowerCase, z.object({ items: z.array(z.unknown()) }));
/** A row of another scope than "product" names itself by its scope; which words Microsoft uses there is not known. */
const Listed: z.ZodType<RuleFacts> = Row.transform((row, context) => {
  const isProduct = row.scope?.toLowerCase() === 'product' || !row.scopeid;
  const key = isProduct ? row.productid : row.scopeid;
  if (!key) {
    context.addIssue('a row without an id');
    return z.NEVER;
  }
  return isProduct
    ? { id: `product:${key}`, surface: 'product', name: row.productname ?? key, value: row.policyvalue }
    : { id: `offer:${key}`, surface: 'offer', name: row.scopevalue ?? key, value: row.policyvalue };
});
const AuthorizationPolicy = z.object({ allowedToSignUpEmailBasedSubscriptions: z.boolean() });

/** Both services, each asked once more with a new token where a permission is missing. */
interface Services {
  graph<T>(call: (graph: Graph) => Promise<T>): Promise<T>;
  licensing<T>(call: (licensing: Licensing) => Promise<T>): Promise<T>;
}

/** @param renew gets a new token for an audience */
export function createRules(
  graph: Graph,
  licensing: Licensing,
  renew: (audience: string) => Promise<unknown>,
): Pick<Commerce, 'rules' | 'rule' | 'setRule'> {
  const services: Services = {
    graph: (call) =>
      withNewToken(
        () => call(graph),
        () => renew(graphAudience),
      ),
    licensing: (call) =>
      withNewToken(
        () => call(licensing),
        () => renew(licensingAudience),
      ),
  };
  const one = (id: Rule['id']) => readRule(id, services);
  return {
    async rules(known) {
      const listed = await readList(services).catch((error: unknown) => readOneByOne(known, troubleIn(error), one));
      const signUp = await readSwitch(known, one);
      const rules = [...listed.rules, ...signUp.rules];
      const trouble = listed.trouble ?? signUp.trouble;
      if (trouble && rules.length === 0) throw trouble;
      return { rules, trouble };
    },
    rule: async (id) => (await one(id)).value,
    setRule: (id, wanted) => writeRule(id, wanted, services),
  };
}

async function readRule(id: Rule['id'], services: Services): Promise<RuleFacts> {
  const { surface, key, route } = addressOf(id);
  if (surface === 'switch') {
    const query = '$select=allowedToSignUpEmailBasedSubscriptions';
    const policy = await services.graph((graph) => graph.get(`${route}?${query}`, AuthorizationPolicy));
    const value = policy.allowedToSignUpEmailBasedSubscriptions ? 'Enabled' : 'Disabled';
    return { id, surface, name: emailSignUpName, value };
  }
  const row = await services.licensing((licensing) => licensing.get(route, Row));
  return { id, surface, name: row.productname ?? row.scopevalue ?? key, value: row.policyvalue };
}

async function readList(services: Services): Promise<RulesRead> {
  // Without a query: the module's own `scope` was refused by Microsoft at times (microsoft-365-docs issue 11065).
  const { items } = await services.licensing((licensing) => licensing.get(`${policy}/products`, List));
  const rows = items.map((item) => Listed.safeParse(item));
  const read = rows.flatMap(({ data }) => (data ? [data] : []));
  // Listed twice it is one rule, not a new one at every reading.
  const rules = [...new Map(read.map((rule) => [rule.id, rule])).values()];
  if (read.length === rows.length && rules.length > 0) return { rules, trouble: null };
  const detail = `licensing ${policy}/products: ${read.length} of ${rows.length} rows can be read`;
  return { rules, trouble: new MicrosoftFailed('broken-answer', detail) };
}

async function writeRule(id: Rule['id'], wanted: RuleValue, services: Services): Promise<void> {
  const { surface, route } = addressOf(id);
  if (surface !== 'switch') return services.licensing((licensing) => licensing.put(route, { policyValue: wanted }));
  if (wanted === 'OnlyTrialsWithoutPaymentMethod')
    throw new MicrosoftFailed('refused', `Graph ${route}: a switch is on or off`);
  const body = { allowedToSignUpEmailBasedSubscriptions: wanted === 'Enabled' };
  return services.graph((graph) => graph.patch(route, body));
}

const collections: Record<Exclude<Surface, 'switch'>, string> = { product: 'products', offer: 'offerTypes' };

/** @throws MicrosoftFailed for an id that leads nowhere */
function addressOf(id: Rule['id']): { surface: Surface; key: string; route: string } {
  const [, surface, key = ''] = /^(product|offer|switch):(.+)$/.exec(id) ?? [];
  if (surface === 'switch' && id === emailSignUp) return { surface, key, route: emailSignUpRoute };
  if (surface === 'product' || surface === 'offer')
    return { surface, key, route: `${policy}/${collections[surface]}/${encodeURIComponent(key)}` };
  throw new MicrosoftFailed('refused', `${id} is no rule`);
}

function troubleIn(error: unknown): MicrosoftFailed {
  if (error instanceof MicrosoftFailed) return error;
  throw error;
}

/**
 * One product that is dead in Microsoft's catalogue has broken the whole list before, with a 404 (microsoft-365-docs issue
 * 4387); the others still answer when asked for one by one. Any other failure would repeat itself for each of them.
 */
async function readOneByOne(
  known: readonly Rule['id'][],
  trouble: MicrosoftFailed,
  one: (id: Rule['id']) => Promise<RuleFacts>,
): Promise<RulesRead> {
  const rules: RuleFacts[] = [];
  if (trouble.status !== 404) return { rules, trouble };
  for (const id of known) {
    if (id === emailSignUp) continue;
    try {
      rules.push(await one(id));
    } catch (error) {
      if (troubleIn(error).trouble !== 'refused') break;
    }
  }
  return { rules, trouble };
}

/** Where Purser was never allowed to see the switch, it isn't listed; probing its connection says why. */
async function readSwitch(
  known: readonly Rule['id'][],
  one: (id: Rule['id']) => Promise<RuleFacts>,
): Promise<RulesRead> {
  try {
    return { rules: [await one(emailSignUp)], trouble: null };
  } catch (error) {
    const trouble = troubleIn(error);
    const isUnknown = trouble.trouble === 'no-permission' && !known.includes(emailSignUp);
    return { rules: [], trouble: isUnknown ? null : trouble };
  }
}

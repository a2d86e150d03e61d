/**
 * Who may buy what: products and offer types from the licensing API, the tenant's switches from Graph.
 * A rule's id names its surface and what Microsoft calls it there: `product:CFQ7TTC0HD32`, `offer:SaaS`.
 */
import { z } from 'zod/v4';
import {
  isSwitch,
  type Rule,
  type RuleValue,
  ruleValues,
  type Surface,
  type Switch,
  switches,
} from '../../store/records.ts';
import { type Commerce, MicrosoftFailed, type RuleFacts, type RulesRead } from './commerce.ts';
import { type Graph, graphAudience } from './graph.ts';
import { type Licensing, licensingAudience } from './licensing.ts';
import { withNewToken } from './retry-policy.ts';
import { word } from './shapes.ts';
import { readSwitch, writeSwitch } from './switches.ts';

const policy = '/policies/AllowSelfServicePurchase';

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
      const sold = await readSold(known, services).catch((error: unknown) =>
        readOneByOne(known, troubleIn(error), one),
      );
      const ofTenant = await Promise.all(switches.map((each) => readKnownSwitch(each, known, one)));
      const rules = [sold, ...ofTenant].flatMap((read) => read.rules);
      const trouble = [sold, ...ofTenant].find((read) => read.trouble)?.trouble ?? null;
      if (trouble && rules.length === 0) throw trouble;
      return { rules, trouble };
    },
    rule: async (id) => (await one(id)).value,
    setRule: (id, wanted) => writeRule(id, wanted, services),
  };
}

async function readRule(id: Rule['id'], services: Services): Promise<RuleFacts> {
  if (isSwitch(id)) return services.graph((graph) => readSwitch(id, graph));
  const { surface, key, route } = addressOf(id);
  const row = await services.licensing((licensing) => licensing.get(route, Row));
  return { id, surface, name: row.productname ?? row.scopevalue ?? key, value: row.policyvalue };
}

/**
 * Microsoft's own module asks for products, and apart from that for offer types; that a list without `scope` holds both nobody
 * has seen. Some tenants refuse the query (microsoft-365-docs issue 11065): there the whole list is asked for.
 */
async function readSold(known: readonly Rule['id'][], services: Services): Promise<RulesRead> {
  const products = (await readList('?scope=product', services)) ?? (await readList('', services)) ?? noList;
  if (products.rules.some(({ surface }) => surface === 'offer')) return products;
  const offers = await readList('?scope=OfferType', services);
  const isLost = !offers && known.some((id) => id.startsWith('offer:'));
  const rules = [...products.rules, ...(offers?.rules ?? [])];
  return { rules, trouble: products.trouble ?? offers?.trouble ?? (isLost ? noList.trouble : null) };
}

const noList: RulesRead = {
  rules: [],
  trouble: new MicrosoftFailed('refused', `licensing ${policy}/products: refused with the scope and without`),
};

/** Undefined where Microsoft refuses the query. */
async function readList(query: string, services: Services): Promise<RulesRead | undefined> {
  const asked = services.licensing((licensing) => licensing.get(`${policy}/products${query}`, List));
  const list = await asked.catch((error: unknown) => {
    if (troubleIn(error).status === 400) return undefined;
    throw error;
  });
  if (!list) return undefined;
  const rows = list.items.map((item) => Listed.safeParse(item));
  const read = rows.flatMap(({ data }) => (data ? [data] : []));
  // Listed twice it is one rule, not a new one at every reading.
  const rules = [...new Map(read.map((rule) => [rule.id, rule])).values()];
  if (read.length === rows.length && (rules.length > 0 || query.includes('OfferType'))) return { rules, trouble: null };
  const detail = `licensing ${policy}/products: ${read.length} of ${rows.length} rows can be read`;
  return { rules, trouble: new MicrosoftFailed('broken-answer', detail) };
}

async function writeRule(id: Rule['id'], wanted: RuleValue, services: Services): Promise<void> {
  if (isSwitch(id)) return services.graph((graph) => writeSwitch(id, wanted, graph));
  const { route } = addressOf(id);
  return services.licensing((licensing) => licensing.put(route, { policyValue: wanted }));
}

type Sold = Exclude<Surface, 'switch'>;
const collections: Record<Sold, string> = { product: 'products', offer: 'offerTypes' };

/** @throws MicrosoftFailed for an id that leads nowhere */
function addressOf(id: Rule['id']): { surface: Sold; key: string; route: string } {
  const [, surface, key = ''] = /^(product|offer):(.+)$/.exec(id) ?? [];
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
    if (isSwitch(id)) continue;
    try {
      rules.push(await one(id));
    } catch (error) {
      if (troubleIn(error).trouble !== 'refused') break;
    }
  }
  return { rules, trouble };
}

/**
 * A switch that Purser was never allowed to see, or that this cloud doesn't have, isn't listed; probing its connection says why.
 */
async function readKnownSwitch(
  id: Switch,
  known: readonly Rule['id'][],
  one: (id: Rule['id']) => Promise<RuleFacts>,
): Promise<RulesRead> {
  try {
    return { rules: [await one(id)], trouble: null };
  } catch (error) {
    const trouble = troubleIn(error);
    const isAbsent = trouble.trouble === 'no-permission' || trouble.status === 400 || trouble.status === 404;
    return { rules: [], trouble: isAbsent && !known.includes(id) ? null : trouble };
  }
}

/**
 * The licensing API behind Microsoft's MSCommerce PowerShell module (facts 1.3, 1.4). Microsoft has no reference page of it:
 * paths, names and the error envelope are those the module and its users read; what is guessed says so.
 */
import { type Answer, type Call, field } from './http.ts';
import type { Company, OfferTypePolicy, PolicyValue, ProductPolicy } from './state.ts';

export const LICENSING = '/licensing';

const POLICY = 'AllowSelfServicePurchase';
/** `/v1.0` is what the module calls, `/v1` what Microsoft365DSC does. */
const PATH = /^\/licensing\/v1(?:\.0)?\/policies(?:\/([^/]+)(?:\/(products|offerTypes)(?:\/([^/]+))?)?)?$/i;
const READ = 'Policy.Read.AllowSelfServicePurchase';
const WRITE = 'Policy.ReadWrite.AllowSelfServicePurchase';

/** The API's own envelope, not Graph's. */
export function licensingError(
  status: number,
  errorCode: string,
  reason: string,
  headers: Record<string, string> = {},
): Answer {
  return { status, headers, body: { errorCode, reason } };
}

/** Answers a call whose token is good. */
export function licensing(company: Company, call: Call, roles: readonly string[]): Answer {
  const [, policyId, set, id] = PATH.exec(call.path) ?? [];
  if (!PATH.test(call.path)) return licensingError(404, 'NotFound', 'Resource not found.');
  const writes = call.method === 'PUT';
  if (!writes && call.method !== 'GET') return licensingError(405, 'MethodNotAllowed', 'Method not allowed.');
  // The status is known, the words are not (facts 1.4).
  const has = roles.includes(WRITE) || (!writes && roles.includes(READ));
  const may = has && company.licensingForApps === 'works';
  if (!may) return licensingError(403, 'Forbidden', 'The caller is not allowed to perform this operation.');

  if (policyId === undefined) return writes ? notFound() : { status: 200, body: { items: [policy()] } };
  if (policyId.toLowerCase() !== POLICY.toLowerCase()) return notFound();
  if (set === undefined) return writes ? notFound() : { status: 200, body: policy() };
  const products = set.toLowerCase() === 'products';
  if (id === undefined) return writes || !products ? notFound() : list(company, call.query.get('scope'));
  const wanted = id.toLowerCase();
  if (products) {
    const product = company.products.find(({ productId }) => productId.toLowerCase() === wanted);
    if (product === undefined || isDead(company, product)) return noProduct();
    if (writes && product.refuses !== null) return licensingError(400, 'BadRequest', product.refuses);
    return answer(call, product, product.trials, productRow);
  }
  const offer = company.offerTypes.find(({ scopeId }) => scopeId.toLowerCase() === wanted);
  return offer === undefined ? notFound() : answer(call, offer, false, offerRow);
}

function policy(): Record<string, string> {
  const description =
    'This policy allows you to manage whether members of your organization can buy specific products using self-service purchase.';
  // It says Enabled whatever the products say, and nothing changes it (facts 1.5).
  return { id: POLICY, description, defaultValue: 'Enabled' };
}

const productRow = (
  product: ProductPolicy,
  policyValue: PolicyValue = product.policyValue,
): Record<string, string> => ({
  policyId: POLICY,
  productId: product.productId,
  productName: product.productName,
  policyValue,
  scope: 'product',
});

/** What `scope` says for an offer type was not found: only that it isn't "product". */
const offerRow = (offer: OfferTypePolicy, policyValue: PolicyValue = offer.policyValue): Record<string, string> => ({
  policyId: POLICY,
  scopeId: offer.scopeId,
  scopeValue: offer.scopeValue,
  policyValue,
  scope: 'OfferType',
});

function isDead({ deadProduct }: Company, { productId }: ProductPolicy): boolean {
  return productId.toLowerCase() === deadProduct?.toLowerCase();
}

function list(company: Company, scope: string | null): Answer {
  const { products, offerTypes, listsOffersUnasked } = company;
  const asked = scope?.toLowerCase() ?? (listsOffersUnasked ? null : 'product');
  if (asked !== null && asked !== 'product' && asked !== 'offertype') {
    return licensingError(400, 'BadRequest', 'Invalid scope.');
  }
  if (asked !== 'offertype' && products.some((each) => isDead(company, each))) return noProduct();
  const some = asked === 'offertype' ? [] : products.map((each) => productRow(each));
  const others = asked === 'product' ? [] : offerTypes.map((each) => offerRow(each));
  return { status: 200, body: { items: [...some, ...others] } };
}

type Row<T> = (from: T, value?: PolicyValue) => Record<string, string>;

/** One product or offer type: shown, or changed. */
function answer<T extends { policyValue: PolicyValue }>(call: Call, target: T, trials: boolean, row: Row<T>): Answer {
  if (call.method === 'GET') return { status: 200, body: row(target) };
  const value = field(call.body, 'policyValue');
  // The two values everything takes, and the third only where there is a trial without a payment method (facts 1.5).
  // That the API refuses it elsewhere is known, the words are not.
  if (value === 'OnlyTrialsWithoutPaymentMethod' && !trials) {
    return licensingError(400, 'BadRequest', 'OnlyTrialsWithoutPaymentMethod is not supported for this product.');
  }
  if (value !== 'Enabled' && value !== 'Disabled' && value !== 'OnlyTrialsWithoutPaymentMethod') {
    return licensingError(400, 'BadRequest', 'Invalid policy value.');
  }
  const commit = (): void => {
    target.policyValue = value;
  };
  return { status: 200, body: row(target, value), commit };
}

function notFound(): Answer {
  return licensingError(404, 'NotFound', 'Requested resource not found.');
}

/** As seen in the wild, an answer of another service inside it. */
function noProduct(): Answer {
  const inner = {
    code: 'NotFound',
    innererror: { code: 'ResourceNotFound', data: ['product'], message: 'Requested resource product not found.' },
    source: 'DCatFD',
  };
  return licensingError(404, 'Unknown', `GetProductDetailsByProductIdAsync failed${JSON.stringify(inner)}`);
}

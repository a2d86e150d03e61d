/**
 * What is known of products beyond what Microsoft lists: the names people give them, and which SKUs they are sold as. The list
 * of products itself, their ids and names, comes from Microsoft alone; nothing here makes a product appear.
 */
import { derived } from '../../../store/derived.ts';
import type { Product, Purchase, Rule, RuleValue } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { fold, unaccent } from '../../language/fold.ts';
import { listedPart, skuName } from '../../microsoft/sku-names.ts';
import { isLive } from '../../purchases/purchase-index.ts';

interface KnownProduct {
  /** `productId` */
  id: string;
  /** Ids it had before; what was set for those holds for the new one (allowselfservicepurchase-powershell.md). */
  old: readonly string[];
  /** What people call it, if that is not part of its name. */
  nicknames: readonly string[];
  /** Whether it has a trial that asks for no payment method: only there does "trials only" leave something to try. */
  trialsWithoutPayment: boolean;
  /**
   * `skuPartNumber` of what is bought, as far as Microsoft's names for both are the same: of SKUs that its reference lists, since
   * a part number under another id is another product. A pattern takes in what the reference doesn't list yet.
   */
  parts: readonly (string | RegExp)[];
  /** `skuPartNumber` of the free edition that people have beside it. */
  free: readonly string[];
}

const product = (
  id: string,
  { old = [], nicknames = [], trialsWithoutPayment = false, parts = [], free = [] }: Partial<Omit<KnownProduct, 'id'>>,
): KnownProduct => ({ id, old, nicknames, trialsWithoutPayment, parts, free });

/**
 * Ids and trials: "Use AllowSelfServicePurchase for the MSCommerce PowerShell module", as of 10 October 2024; old ids: the
 * tables of 2021, paired by name; the last three are in no table, the API lists them. SKUs: "Product names and service plan
 * identifiers for licensing". A product without `parts` has no published SKUs.
 */
export const knownProducts: readonly KnownProduct[] = [
  product('CFQ7TTC0N8SS', { parts: ['Clipchamp_Premium'] }),
  product('CFQ7TTC0MM8R', { nicknames: ['copilot', 'm365 copilot'], parts: ['Microsoft_365_Copilot', 'M365_Copilot'] }),
  product('CFQ7TTC0LH05', { nicknames: ['f3', 'm365 f3'], parts: ['SPE_F1'] }),
  product('CFQ7TTC0N8SL', { trialsWithoutPayment: true }),
  product('CFQ7TTC0LH2H', {
    old: ['CFQ7TTC0KP0P'],
    nicknames: ['power apps premium'],
    parts: ['POWERAPPS_PER_USER'],
    free: ['POWERAPPS_VIRAL'],
  }),
  product('CFQ7TTC0LH3L', {
    old: ['CFQ7TTC0KP0N'],
    nicknames: ['flow', 'flow per user'],
    parts: ['FLOW_PER_USER', 'FLOW_PER_USER_DEPT'],
    free: ['FLOW_FREE'],
  }),
  product('CFQ7TTC0LSGZ', {
    old: ['CFQ7TTC0KXG6'],
    nicknames: ['rpa', 'power automate premium'],
    parts: ['POWERAUTOMATE_ATTENDED_RPA'],
    free: ['FLOW_FREE'],
  }),
  product('CFQ7TTC0H6RP', {
    old: ['CFQ7TTC0KXG7'],
    nicknames: ['pbi premium', 'ppu', 'power bi premium per user'],
    parts: ['PBI_PREMIUM_PER_USER', 'PBI_PREMIUM_PER_USER_DEPT'],
    free: ['POWER_BI_STANDARD'],
  }),
  product('CFQ7TTC0H9MP', {
    old: ['CFQ7TTC0L3PB'],
    nicknames: ['pbi pro'],
    parts: ['POWER_BI_PRO', 'POWER_BI_PRO_DEPT'],
    free: ['POWER_BI_STANDARD'],
  }),
  product('CFQ7TTC0HDB1', {
    old: ['CFQ7TTC0KXND'],
    nicknames: ['project plan 1'],
    trialsWithoutPayment: true,
    parts: ['PROJECT_P1', 'PROJECT_PLAN1_DEPT'],
  }),
  product('CFQ7TTC0HDB0', {
    old: ['CFQ7TTC0KXNC'],
    nicknames: ['planner and project plan 3'],
    parts: ['PROJECTPROFESSIONAL', 'PROJECT_PLAN3_DEPT'],
  }),
  product('CFQ7TTC0S3X1', { nicknames: ['excel python'] }),
  product('CFQ7TTC0J1FV', {
    trialsWithoutPayment: true,
    parts: ['TEAMS_EXPLORATORY', 'Microsoft_Teams_Exploratory_Dept'],
  }),
  product('CFQ7TTC0RM8K', {
    nicknames: ['teams premium'],
    trialsWithoutPayment: true,
    parts: ['Microsoft_Teams_Premium', 'Teams_Premium_(for_Departments)'],
  }),
  product('CFQ7TTC0HD33', {
    old: ['CFQ7TTC0KXN9'],
    trialsWithoutPayment: true,
    parts: ['VISIOONLINE_PLAN1', 'VISIO_PLAN1_DEPT'],
  }),
  product('CFQ7TTC0HD32', { old: ['CFQ7TTC0KXN8'], parts: ['VISIOCLIENT', 'VISIO_PLAN2_DEPT'] }),
  product('CFQ7TTC0PW0V', { trialsWithoutPayment: true, parts: ['Microsoft_Viva_Goals', 'Viva_Goals_User_led'] }),
  product('CFQ7TTC0HHS9', { nicknames: ['cloud pc enterprise'], parts: [/^CPC_(E|LVL)_/i] }),
  product('CFQ7TTC0J203', {
    nicknames: ['cloud pc business'],
    parts: [/^CPC_B_(?!.*_WHB$)/i, /^Windows_365_Business_/i],
  }),
  product('CFQ7TTC0HX99', { nicknames: ['hybrid benefit'], parts: [/^CPC_B_.*_WHB$/i] }),
];

/** Nicknames of rules that are no products, in the languages Purser speaks; Microsoft's documents name no other offer types. */
const nicknamesOfOthers: Readonly<Record<Rule['id'], readonly string[]>> = {
  'offer:SaaS': ['saas apps', 'third-party apps', 'applications tierces'],
  'offer:POWERBIVISUALS': ['power bi visuals', 'visuels power bi'],
  'offer:DYNAMICSCE': ['dynamics 365 customer engagement', 'crm'],
  'offer:DYNAMICSBC': ['dynamics 365 business central'],
  'switch:email-sign-up': ['e-mail sign-up', 'e-mail sign-ups', 'inscription par e-mail', 'inscriptions par e-mail'],
  'switch:trials': ['starting trials', 'trials switch', 'démarrage d’essais', 'démarrage des essais'],
};

/** The rules that Microsoft's documents name, which can be asked for before its list was read. */
export const documentedRules: readonly Rule['id'][] = [
  ...knownProducts.map(({ id }) => `product:${id}`),
  ...Object.keys(nicknamesOfOthers).filter((id) => id.startsWith('offer:')),
];

const byId = new Map(knownProducts.flatMap((each) => [each.id, ...each.old].map((id) => [id, each])));

/** Undefined for a product that no document knew yet. */
export function knownProduct({ id, surface }: Pick<Rule, 'id' | 'surface'>): KnownProduct | undefined {
  return surface === 'product' ? byId.get(keyOf(id).toUpperCase()) : undefined;
}

/** What Microsoft calls it on its surface: `CFQ7TTC0HD32` */
export function keyOf(id: Rule['id']): string {
  return id.slice(id.indexOf(':') + 1);
}

const onOrOff: readonly RuleValue[] = ['Enabled', 'Disabled'];
const valuesOf: Record<Rule['surface'], readonly RuleValue[]> = {
  product: ['Enabled', 'OnlyTrialsWithoutPaymentMethod', 'Disabled'],
  offer: onOrOff,
  switch: onOrOff,
};

/** The values a rule may be set to. Microsoft refuses one of them for some products, which only trying tells. */
export function valuesFor({ surface }: Pick<Rule, 'surface'>): readonly RuleValue[] {
  return valuesOf[surface];
}

/**
 * The rules somebody means. A name, id, old id or nickname given in full means those alone; else all are meant whose name or
 * one of whose nicknames has every word, however far it was typed: `visio` means both plans.
 */
export function findRules<T extends Pick<Rule, 'id' | 'surface' | 'name'>>(rules: Iterable<T>, words: string): T[] {
  const wanted = fold(words);
  if (wanted === '') return [];
  const all = [...rules];
  const exact = all.filter((rule) => [...namesOf(rule), ...idsOf(rule)].some((name) => fold(name) === wanted));
  if (exact.length > 0) return exact;
  const typed = wordsIn(words);
  // People say whose product it is; few names begin with it.
  const bare = typed.filter((word) => word !== 'microsoft');
  return [typed, bare].map((parts) => fitting(all, parts)).find((found) => found.length > 0) ?? [];
}

function fitting<T extends Pick<Rule, 'id' | 'surface' | 'name'>>(all: readonly T[], parts: readonly string[]): T[] {
  const wanted = parts.join('');
  if (wanted === '') return [];
  return all.filter((rule) => namesOf(rule).some((name) => has(name, parts) || fold(name).includes(wanted)));
}

function has(name: string, parts: readonly string[]): boolean {
  const own = wordsIn(name);
  return parts.every((part) => own.some((word) => word.startsWith(part)));
}

function wordsIn(text: string): string[] {
  return unaccent(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function namesOf(rule: Pick<Rule, 'id' | 'surface' | 'name'>): string[] {
  return [rule.name, ...(knownProduct(rule)?.nicknames ?? nicknamesOfOthers[rule.id] ?? [])];
}

function idsOf(rule: Pick<Rule, 'id' | 'surface'>): string[] {
  const known = knownProduct(rule);
  return [rule.id, keyOf(rule.id), ...(known ? [known.id, ...known.old] : [])];
}

/** A SKU with its live self-service purchases; `listed` is undefined where Microsoft's reference doesn't know its id. */
interface SoldSku {
  part: string;
  listed: string | undefined;
  name: string;
  purchases: Purchase[];
}

/** By their SKU: there are few, however many purchases. */
type Sold = ReadonlyMap<string, SoldSku>;

/**
 * The live self-service purchases of a product, which its rule no longer affects. None if nothing published says under which
 * SKUs it is sold.
 */
export function purchasesOf(
  rule: Pick<Rule, 'id' | 'surface' | 'name'>,
  reader: Pick<Reader, 'all' | 'revision'>,
): readonly Purchase[] {
  if (rule.surface !== 'product') return [];
  return [...soldIn(reader).values()].flatMap((sku) => (isSoldAs(rule, sku) ? sku.purchases : []));
}

/** Whether a product of the tenant is what this rule is about. */
export function soldAs(
  rule: Pick<Rule, 'id' | 'surface' | 'name'>,
  { id, part }: Pick<Product, 'id' | 'part'>,
): boolean {
  return rule.surface === 'product' && isSoldAs(rule, { part, listed: listedPart(id, part), name: skuName(id, part) });
}

function isSoldAs(
  rule: Pick<Rule, 'id' | 'surface' | 'name'>,
  { part, listed, name }: Pick<SoldSku, 'part' | 'listed' | 'name'>,
): boolean {
  const isKnown = (known: string | RegExp): boolean =>
    typeof known === 'string' ? known.toLowerCase() === listed?.toLowerCase() : known.test(part);
  return (knownProduct(rule)?.parts ?? []).some(isKnown) || (listed !== undefined && fold(name) === fold(rule.name));
}

const soldIn = derived(['purchases'], (reader: Pick<Reader, 'all' | 'revision'>): Sold => {
  const bySku = new Map<string, SoldSku>();
  for (const purchase of reader.all('purchases')) {
    if (purchase.kind !== 'self-service' || !isLive(purchase)) continue;
    const { sku, skuPart: part } = purchase;
    const same = bySku.get(sku) ?? { part, listed: listedPart(sku, part), name: skuName(sku, part), purchases: [] };
    same.purchases.push(purchase);
    bySku.set(sku, same);
  }
  return bySku;
});

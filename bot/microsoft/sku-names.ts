/**
 * What people call a SKU. `sku-names.csv` holds the id, part number and name of 619 SKUs from Microsoft's "Product names and
 * service plan identifiers for licensing" reference, as of August 2026. Graph itself gives only the part number. `free-skus.csv`
 * has those of them that cost nothing: what anybody may start for themselves (viral), and trials that spread the same way.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

interface Row {
  skuId: string;
  skuPartNumber: string;
  name: string;
}

const rows: Row[] = parse(readFileSync(new URL('./sku-names.csv', import.meta.url)), { columns: true, bom: true });
const byId = new Map(rows.map((row) => [row.skuId.toLowerCase(), row]));

const free = new Set(
  parse<Pick<Row, 'skuId'>>(readFileSync(new URL('./free-skus.csv', import.meta.url)), { columns: true }).map(
    ({ skuId }) => skuId.toLowerCase(),
  ),
);

/** By part number, unless several products share it: those differ in price, or in who may have them. */
const byPart = new Map<string, Row | null>();
for (const row of rows)
  byPart.set(row.skuPartNumber.toLowerCase(), byPart.has(row.skuPartNumber.toLowerCase()) ? null : row);

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By its id. The part number says what it is only where there is no id: under another id it is another product. */
function rowOf(sku: string, part: string): Row | undefined {
  return anId.test(sku) ? byId.get(sku.toLowerCase()) : (byPart.get(part.toLowerCase()) ?? undefined);
}

/**
 * The name of a SKU, as people say it; its part number where the reference has no name. That a SKU is the departmental one is
 * for the evidence: the product is the same, and bears one name in purchases, rules and files.
 */
export function skuName(sku: string, part: string): string {
  return rowOf(sku, part)?.name.replace(/ (?:dept|\(for departments?\))$/i, '') ?? part;
}

/** The name as Microsoft writes it, “(for Department)” and all: people copy it from the admin centre, and search for it. */
export function listedName(sku: string, part: string): string | undefined {
  return rowOf(sku, part)?.name;
}

/** For schools, authorities and the like: an organisation that is none can't buy them. */
const forOthers =
  /\b(students?|faculty|edu|education|academic|gcc|gov|government|usgov|dod|nonprofits?|trial|a[1356])\b/i;

/** Everything that Microsoft sells to organisations at large, by the name people know. */
export const listedProducts: readonly { sku: string; part: string; name: string }[] = rows
  .filter(({ skuPartNumber, name }) => !forOthers.test(`${skuPartNumber.replaceAll('_', ' ')} ${name}`))
  .map(({ skuId, skuPartNumber, name }) => ({ sku: skuId.toLowerCase(), part: skuPartNumber, name }));

/** It costs nothing, and nobody decides about it. */
export function isFreeSku(sku: string, part: string): boolean {
  return free.has(rowOf(sku, part)?.skuId.toLowerCase() ?? sku.toLowerCase());
}

/** The id of the one SKU that has this part number, for a row that names no other; undefined where none or several have it. */
export function listedSku(part: string): string | undefined {
  return byPart.get(part.toLowerCase())?.skuId.toLowerCase();
}

/** The part number under which Microsoft's reference lists it; undefined where it lists no such product. */
export function listedPart(sku: string, part: string): string | undefined {
  return rowOf(sku, part)?.skuPartNumber;
}

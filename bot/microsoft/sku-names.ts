/**
 * What people call a SKU. `sku-names.csv` holds the id, part number and name of 619 SKUs from Microsoft's "Product names and
 * service plan identifiers for licensing" reference, as of August 2026. Graph itself gives only the part number.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

interface Row {
  skuId: string;
  skuPartNumber: string;
  name: string;
}

const rows: Row[] = parse(readFileSync(new URL('./sku-names.csv', import.meta.url)), { columns: true, bom: true });
const byId = new Map(rows.map((row) => [row.skuId.toLowerCase(), row.name]));
const byPart = new Map(rows.map((row) => [row.skuPartNumber.toLowerCase(), row.name]));

/** The name of a SKU; its part number where the reference has no name. */
export function skuName(sku: string, part: string): string {
  return byId.get(sku.toLowerCase()) ?? byPart.get(part.toLowerCase()) ?? part;
}

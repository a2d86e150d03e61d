/** Numbers, and how they are told. */

export interface Times {
  median: number;
  p99: number;
  longest: number;
  count: number;
}

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: round(at(0.5)), p99: round(at(0.99)), longest: round(at(1)), count: sorted.length };
}

/** Three digits say all that a measurement can. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

export function ratio(a: number, b: number): number {
  return b === 0 ? Number.NaN : round(a / b);
}

/** How long something took, in seconds, with what came of it. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const from = performance.now();
  const result = await work();
  return { seconds: round((performance.now() - from) / 1000), result };
}

export type Row = [what: string, figure: string, beside: string];

export function table(rows: readonly Row[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const pad = (text: string, column: number): string => text.padEnd(widths[column] ?? 0);
  return rows.map(([what, figure, beside]) => `${pad(what, 0)}  ${pad(figure, 1)}  ${beside}`.trimEnd()).join('\n');
}

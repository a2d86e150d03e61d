/** Many people at once, by their ids. */
import { z } from 'zod/v4';
import type { BatchAnswer } from './batch.ts';
import { MicrosoftFailed } from './commerce.ts';
import type { Asking, Graph } from './graph.ts';
import { troubleOf } from './retry-policy.ts';

/** An `in` filter takes 15 values, a batch 20 requests (Graph reference). */
const idsPerFilter = 15;
export const requestsPerBatch = 20;

/** The fields to read of each person. */
interface Wanted<T> {
  fields: string;
  shape: z.ZodType<T>;
  asking?: Asking;
}

/**
 * Leaves out the people that the tenant doesn't have. `getByIds` would take 1000 ids a call, but tells neither the department
 * nor licences, nor whether someone is a guest (Graph reference).
 */
export async function usersOf<T>(
  graph: Graph,
  ids: readonly string[],
  { fields, shape, asking = {} }: Wanted<T>,
): Promise<T[]> {
  const filters = chunks(ids, idsPerFilter).map((some) => `id in (${some.map((id) => `'${id}'`).join(',')})`);
  const Users = z.object({ value: z.array(shape) });
  const found: T[] = [];
  for (const some of chunks(filters, requestsPerBatch)) {
    const requests = some.map((filter) => {
      const url = `/users?$filter=${encodeURIComponent(filter)}&$select=${fields}`;
      return { method: 'GET' as const, url };
    });
    for (const answer of await graph.batch(requests, asking)) found.push(...bodyOf(answer, Users).value);
  }
  return found;
}

/** More than this is no answer to "which one?". */
const mostAlike = 6;

/** People whose name or address begins with `text`; a quote in it is doubled ("Use the $filter query parameter"). */
export async function usersLike<T>(
  graph: Graph,
  text: string,
  { fields, shape, asking = {} }: Wanted<T>,
): Promise<T[]> {
  const wanted = `'${text.replaceAll("'", "''")}'`;
  const ways = [`startswith(displayName,${wanted})`, `startswith(userPrincipalName,${wanted})`, `mail eq ${wanted}`];
  const filter = encodeURIComponent(ways.join(' or '));
  const Users = z.object({ value: z.array(shape) });
  const { value } = await graph.get(`/users?$filter=${filter}&$top=${mostAlike}&$select=${fields}`, Users, asking);
  return value.slice(0, mostAlike);
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** @throws MicrosoftFailed if an answer within a batch doesn't have this shape */
export function bodyOf<T>(answer: BatchAnswer | undefined, shape: z.ZodType<T>): T {
  const status = answer?.status;
  const read = shape.safeParse(answer?.body);
  if (status === 200 && read.success) return read.data;
  const trouble = status === 200 ? 'broken-answer' : troubleOf({ status, code: 'broken-answer', cause: undefined });
  throw new MicrosoftFailed(trouble, `Graph /$batch, inner status ${status}`, { status });
}

/**
 * Microsoft's allotments: the lots that an organisation's seats lie in, and to whom they were assigned (Graph beta
 * `cloudLicensing`). Nobody public has shown what they tell of people's own purchases, so nothing may hang on them.
 */
import { z } from 'zod/v4';
import type { AllotmentFacts, AssignmentFacts, Commerce } from './commerce.ts';
import type { Graph } from './graph.ts';
import type { Patience } from './retry-policy.ts';
import { id } from './shapes.ts';

/** It is evidence that can be done without, and asked for again with the next sync. */
const fleeting: Patience = { attempts: 2, longestWaitMs: 5_000, deadlineMs: 20_000 };
const asking = { version: 'beta', patience: fleeting } as const;

/** Lots of nobody knows how many seats would be free for ever. */
const units = z.number().int().nonnegative();

/** "allotment resource type"; the list of subscriptions may be left out. Ids are opaque, and compared as they are. */
const Allotment: z.ZodType<AllotmentFacts> = z
  .object({
    id: z.string(),
    skuId: id,
    allottedUnits: units,
    consumedUnits: units,
    subscriptions: z.array(z.object({ subscriptionId: id })).nullish(),
  })
  .transform(({ id: allotment, skuId, allottedUnits, consumedUnits, subscriptions }) => ({
    ...{ allotment, sku: skuId, seats: allottedUnits, used: consumedUnits },
    subscriptions: (subscriptions ?? []).map(({ subscriptionId }) => subscriptionId),
  }));

/** "assignment resource type", with both its relationships. */
const Assignment: z.ZodType<AssignmentFacts> = z
  .object({
    assignedTo: z.object({ '@odata.type': z.string().nullish(), id }),
    allotment: z.object({ id: z.string() }),
  })
  .transform(({ assignedTo, allotment }) => ({
    allotment: allotment.id,
    to: assignedTo.id,
    toGroup: assignedTo['@odata.type']?.toLowerCase().endsWith('.group') ?? false,
  }));

export function createAllotments(graph: Graph): Pick<Commerce, 'allotments' | 'assignments'> {
  return {
    allotments: () => graph.all('/admin/cloudLicensing/allotments', Allotment, asking),
    assignments: () => graph.all('/admin/cloudLicensing/assignments?$expand=assignedTo,allotment', Assignment, asking),
  };
}

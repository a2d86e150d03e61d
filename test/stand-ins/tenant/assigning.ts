/**
 * `assignLicense`: gives and takes licences of one person, all of it or nothing (facts 3.3).
 * Sentences: of seats, usage location and SKUs that can't be given, facts 3.3; of a SKU the organisation doesn't have, of groups
 * and of what isn't held, as callers in many public repositories match them; of exclusive plans, "Resolve group license
 * assignment problems".
 */
import { z } from 'zod/v4';
import { appliesTo } from './catalogue.ts';
import type { GraphCall } from './graph.ts';
import { badRequest, forbidding, missing } from './graph-errors.ts';
import { type Answer, parsed } from './http.ts';
import { one, userShape } from './objects.ts';
import { malformed } from './odata.ts';
import { freeSeats, holds, isClosed, seatFrom } from './seats.ts';
import type { Company, User } from './state.ts';
import { found } from './users.ts';

const sku = z.guid().toLowerCase();
/** "Both arrays required (may be empty)". */
const Wanted = z.object({
  addLicenses: z.array(z.object({ skuId: sku, disabledPlans: z.array(z.guid()).default([]) })),
  removeLicenses: z.array(sku),
});
type Added = z.infer<typeof Wanted>['addLicenses'][number];

export function assignLicense({ company, call, base, id, now }: GraphCall): Answer {
  const user = found(company, id);
  if (user === undefined) return missing(id);
  const wanted = Wanted.safeParse(parsed(call.body));
  if (!wanted.success) return malformed();
  const { addLicenses, removeLicenses } = wanted.data;
  const refusal =
    removeLicenses.map((each) => whyNotTaken(company, user, each)).find((why) => why !== null) ??
    addLicenses.map(({ skuId }) => whyNotGiven(company, user, skuId, removeLicenses)).find((why) => why !== null);
  if (refusal) return typeof refusal === 'string' ? badRequest(refusal) : refusal;
  return {
    ...one(userShape, user, call.query, base),
    commit: () => {
      const isTaken = (skuId: string, group: string | null) => group === null && removeLicenses.includes(skuId);
      user.licences = user.licences.filter(({ skuId, group }) => !isTaken(skuId, group));
      for (const each of addLicenses) give(company, user, each, now);
    },
  };
}

type Refusal = string | Answer;

function whyNotTaken(company: Company, { licences }: User, skuId: string): Refusal | null {
  const own = licences.filter((each) => each.skuId === skuId);
  const direct = own.find(({ group }) => group === null);
  if (own.length === 0) return 'User does not have a corresponding license.';
  if (direct === undefined) {
    return 'User license is inherited from a group membership and it cannot be removed directly from the user.';
  }
  return isClosed(company, skuId, direct.from) ? closed(company, skuId) : null;
}

/** That it is refused is known, neither status nor words are (facts 3.3). */
function closed({ selfServiceSeats }: Company, skuId: string): Refusal {
  if (selfServiceSeats === 'denied') return forbidding.directory([], []);
  return `License ${skuId} is part of a self-service purchase and cannot be removed by an administrator.`;
}

function whyNotGiven(company: Company, user: User, skuId: string, taken: readonly string[]): Refusal | null {
  if (!company.subscriptions.some((each) => each.skuId === skuId)) {
    return `License ${skuId} does not correspond to a valid company License.`;
  }
  if (appliesTo(skuId) === 'Company') return `License ${skuId} cannot be assigned to a user.`;
  if (user.usageLocation === null) return 'License assignment cannot be done for user with invalid usage location.';
  const conflict = company.exclusivePlans.find(({ skus: [one, other] }) => {
    const against = one === skuId ? other : other === skuId ? one : undefined;
    return against !== undefined && !taken.includes(against) && holds(user, against);
  });
  if (conflict !== undefined) {
    return `License assignment failed because service plans ${conflict.plans.join(', ')} are mutually exclusive.`;
  }
  if (company.selfServiceSeats === 'denied' && isClosed(company, skuId, null)) return forbidding.directory([], []);
  if (holds(user, skuId) || freeSeats(company, skuId) > 0) return null;
  return `Subscription with SKU ${skuId} does not have any available licenses.`;
}

/** Who has it already has it as it is asked for now, and takes no second seat. */
function give(company: Company, user: User, { skuId, disabledPlans }: Added, now: Date): void {
  const known = user.licences.find((each) => each.skuId === skuId && each.group === null);
  if (known !== undefined) {
    known.disabledPlans = disabledPlans;
    return;
  }
  const shared = user.licences.find((each) => each.skuId === skuId && each.error === undefined);
  const from = shared === undefined ? seatFrom(company, skuId) : shared.from;
  user.licences.push({ skuId, group: null, since: now.toISOString(), from, disabledPlans });
}

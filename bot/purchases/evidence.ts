/** Concludes the kind of a purchase from evidence, which is kept: Microsoft tells it nowhere. */
import type { Evidence, Kind, Person, Sure } from '../../store/records.ts';
import type { SubscriptionFacts } from '../microsoft/commerce.ts';
import { isDepartmental } from '../microsoft/departmental.ts';

/**
 * @param owner the owner, if they are known yet
 */
export function classify(
  facts: Pick<SubscriptionFacts, 'partnerTenant' | 'skuPart' | 'ownerId' | 'ownerIsUser'>,
  owner: Person | undefined,
): { kind: Kind; sure: Sure; evidence: Evidence[] } {
  if (facts.partnerTenant) return { kind: 'partner', sure: 'probable', evidence: ['partner-tenant'] };
  const byOwner = evidenceOfOwner(facts, owner);
  if (byOwner === 'owner-is-not-given' && isSharedSku(facts.skuPart))
    return { kind: 'self-service', sure: 'unsure', evidence: ['shared-sku', byOwner] };
  const evidence: Evidence[] = isDepartmental(facts.skuPart) ? ['department-sku', byOwner] : [byOwner];
  const isSelfService = evidence.some((each) => speaksFor('self-service', each));
  return { kind: isSelfService ? 'self-service' : 'central', sure: 'probable', evidence };
}

/** Whether a piece of evidence speaks for that kind: what does not is no reason for it. */
export function speaksFor(kind: Kind, evidence: Evidence): boolean {
  if (kind === 'partner') return evidence === 'partner-tenant';
  return forSelfService.includes(evidence) === (kind === 'self-service');
}

const forSelfService: readonly Evidence[] = ['department-sku', 'owner-is-user', 'owner-left'];

/**
 * Visio's are bought by organisations too: they occur in their admins' scripts, given to groups, and Microsoft's reference calls
 * them plainly Visio Plan 1 and 2.
 */
function isSharedSku(part: string): boolean {
  return /^visio.*_dept$/i.test(part);
}

function evidenceOfOwner(
  facts: Pick<SubscriptionFacts, 'ownerId' | 'ownerIsUser'>,
  owner: Person | undefined,
): Evidence {
  if (!facts.ownerId) return 'owner-is-not-given';
  if (!facts.ownerIsUser) return 'owner-is-organisation';
  if (owner?.admin) return 'owner-is-admin';
  // A guest can't buy where they are a guest [48], so a guest who owns something was given it.
  if (owner?.guest) return 'owner-is-guest';
  return owner?.leftAt ? 'owner-left' : 'owner-is-user';
}

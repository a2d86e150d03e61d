/** Whether those a takeover or an order rests on are still in office. */
import type { Standing } from '../../store/takeover/moves.ts';
import { type Commerce, type DirectoryRole, eligibleRolesOf, type PersonFacts } from '../microsoft/commerce.ts';

/** Neither gone, nor disabled, nor a guest. */
export function isMember(person: PersonFacts | null): boolean {
  return person?.enabled === true && !person.guest;
}

export function isAdminBy(roles: ReadonlySet<DirectoryRole>): boolean {
  return roles.has('globalAdministrator') || roles.has('billingAdministrator');
}

interface InOffice {
  commerce: Pick<Commerce, 'directoryFacts' | 'eligible'>;
  group: string | undefined;
}

/**
 * With a group, its members approve. Where admins do, a role that lapsed on schedule has done its work: who may activate it
 * again still counts, and who may not, or may as far as Microsoft doesn't tell, has been removed.
 */
export async function standingOf(requester: string, approvers: readonly string[], office: InOffice): Promise<Standing> {
  const [isRequesterHere, ...stillApprove] = await Promise.all([
    office.commerce.directoryFacts(requester, []).then(({ person }) => isMember(person)),
    ...approvers.map((id) => isStillApprover(id, office)),
  ]);
  return { requester: isRequesterHere, out: approvers.filter((_, at) => !stillApprove[at]) };
}

async function isStillApprover(id: string, { commerce, group }: InOffice): Promise<boolean> {
  const { person, roles: active, groups } = await commerce.directoryFacts(id, group === undefined ? [] : [group]);
  if (!isMember(person)) return false;
  if (group !== undefined) return groups.has(group);
  return isAdminBy(active) || isAdminBy(eligibleRolesOf(id, await commerce.eligible()));
}

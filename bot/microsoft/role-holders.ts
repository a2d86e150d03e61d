/** Who holds a directory role now, and who may activate one, for the whole organisation: as Microsoft tells it at once. */
import { z } from 'zod/v4';
import type { BatchAnswer, BatchRequest } from './batch.ts';
import { type DirectoryRole, directoryRoles, MicrosoftFailed } from './commerce.ts';
import type { Asking, Graph } from './graph.ts';
import type { Patience } from './retry-policy.ts';
import { RoleGrant, Rows } from './shapes.ts';
import { bodyOf } from './user-batches.ts';

/** Role template ids: the same in every tenant, and the ids of the built-in roles (Entra built-in roles reference). */
export const roleTemplates: Record<DirectoryRole, string> = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
};

/** Roles whose holders buy and decide for the organisation. */
export const adminRoles = ['globalAdministrator', 'billingAdministrator'] as const satisfies readonly DirectoryRole[];

/** Memberships of a role follow an activation minutes later; its assignments are consistent at once. */
const assignments = '/roleManagement/directory/roleAssignments';
/** Who may activate a role (Privileged Identity Management): no membership shows them. */
const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';

const Grants = z.object({ value: z.array(RoleGrant) });
type Grant = z.infer<typeof RoleGrant>;

/** A role within an administrative unit decides nothing for the organisation. */
function isForAll({ directoryScopeId }: Grant): boolean {
  return directoryScopeId === '/';
}

/** Asks what somebody is assigned themselves. */
export function assignmentRequest(person: string): BatchRequest {
  const filter = `principalId eq '${person.replaceAll("'", "''")}'`;
  return { method: 'GET', url: `${assignments}?$filter=${encodeURIComponent(filter)}` };
}

/** Microsoft doesn't tell: the permission isn't granted, or there is no such route here. */
function isUnknown(status: number | undefined): boolean {
  return status === 400 || status === 403 || status === 404;
}

/** What somebody is assigned themselves; null where Microsoft doesn't tell. */
export function assignedIn(answer: BatchAnswer | undefined): ReadonlySet<DirectoryRole> | null {
  if (isUnknown(answer?.status)) return null;
  const ids = new Set(
    bodyOf(answer, Grants)
      .value.filter(isForAll)
      .map(({ roleDefinitionId }) => roleDefinitionId),
  );
  return new Set(directoryRoles.filter((role) => ids.has(roleTemplates[role])));
}

async function grantsOf(graph: Graph, route: string, { role, asking }: Sought): Promise<Grant[] | null> {
  const filter = encodeURIComponent(`roleDefinitionId eq '${roleTemplates[role]}'`);
  try {
    const grants = await graph.all(`${route}?$filter=${filter}&$expand=principal`, RoleGrant, asking);
    return grants.filter(isForAll);
  } catch (error) {
    if (error instanceof MicrosoftFailed && isUnknown(error.status)) return null;
    throw error;
  }
}

interface Sought {
  role: DirectoryRole;
  asking: Asking;
}

function isGroup({ principal }: Grant): boolean {
  return principal?.['@odata.type'] === '#microsoft.graph.group';
}

/** Whether people have a role through a group, where Microsoft tells: else a membership that shows it is believed. */
export async function mayComeThroughGroup(graph: Graph, sought: Sought): Promise<boolean> {
  const grants = await grantsOf(graph, assignments, sought);
  return grants?.some((grant) => isGroup(grant) || !grant.principal) ?? true;
}

/** Everyone in a group, also through groups. */
export type Within = (group: string) => Promise<readonly string[]>;

/** Everyone who has a role, also through groups; null where Microsoft doesn't tell. */
async function everyone(graph: Graph, route: string, sought: Sought & { within: Within }): Promise<string[] | null> {
  const grants = await grantsOf(graph, route, sought);
  if (!grants) return null;
  const through = await Promise.all(grants.filter(isGroup).map(({ principalId }) => sought.within(principalId)));
  const direct = grants.filter((grant) => !isGroup(grant)).map(({ principalId }) => principalId);
  return [...direct, ...through.flat()];
}

/** Who holds a role now. */
export function assignedTo(graph: Graph, sought: Sought & { within: Within }): Promise<string[] | null> {
  return everyone(graph, assignments, sought);
}

/** Who may activate a role. */
export function eligibleFor(graph: Graph, sought: Sought & { within: Within }): Promise<string[] | null> {
  return everyone(graph, eligibilities, sought);
}

/** The smallest request that tells whether Microsoft says who may activate a role. */
export function readEligible(graph: Graph, patience: Patience): Promise<unknown> {
  const filter = encodeURIComponent(`roleDefinitionId eq '${roleTemplates.billingAdministrator}'`);
  return graph.get(`${eligibilities}?$filter=${filter}&$select=id`, Rows, { patience });
}

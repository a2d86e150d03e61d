/**
 * Graph beta's `cloudLicensing`: the lots that an organisation's seats lie in, and to whom they were assigned ("allotment resource
 * type", "List allotments", "List assignments"). Which id `subscriptionId` is, and whether a self-service purchase has an
 * allotment of its own, nobody has shown: a test chooses.
 */
import { skus } from './catalogue.ts';
import type { GraphCall } from './graph.ts';
import { badRequest, graphError } from './graph-errors.ts';
import type { Answer } from './http.ts';
import { page, type Row, type Shape, shown } from './odata.ts';
import { held, isSelfService } from './seats.ts';
import type { Company, Subscription } from './state.ts';

interface Allotment {
  id: string;
  skuId: string;
  part: string;
  subscriptions: Subscription[];
}

interface Assignment {
  id: string;
  allotment: Allotment;
  to: { type: 'user' | 'group'; id: string };
}

/** A subscription that is deleted backs no seats. */
function liveIn({ subscriptions }: Company): Subscription[] {
  return subscriptions.filter(({ status, skuId }) => status !== 'Deleted' && skuId !== skus.fileStorage.id);
}

/** One for each subscription, or one for all of a SKU. */
function allotmentsOf(company: Company): Allotment[] {
  const lots = new Map<string, Allotment>();
  for (const each of liveIn(company)) {
    const key = company.allotments === 'pooled' ? each.skuId : each.id;
    const lot = lots.get(key) ?? { id: `lot-${key}`, skuId: each.skuId, part: each.skuPartNumber, subscriptions: [] };
    lots.set(key, lot);
    lot.subscriptions.push(each);
  }
  return [...lots.values()];
}

/** A seat that nobody knows the origin of is the organisation's. */
function lotFor(lots: readonly Allotment[], skuId: string, from: string | null): Allotment | undefined {
  const ofSku = lots.filter((lot) => lot.skuId === skuId);
  return (
    ofSku.find(({ subscriptions }) => subscriptions.some(({ id }) => id === from)) ??
    ofSku.find(({ subscriptions }) => subscriptions.some((each) => !isSelfService(each))) ??
    ofSku[0]
  );
}

/** Whoever has a seat through a group is assigned by it; the group once in each allotment. */
function assignmentsOf(company: Company, lots: readonly Allotment[]): Assignment[] {
  const found = new Map<string, Assignment>();
  const note = (allotment: Allotment, to: Assignment['to']): void => {
    const id = `${allotment.id}-${to.id}`;
    found.set(id, { id, allotment, to });
  };
  for (const user of company.users.values())
    for (const { skuId, group, from, error } of user.licences) {
      const lot = error === undefined ? lotFor(lots, skuId, from) : undefined;
      if (lot) note(lot, group === null ? { type: 'user', id: user.id } : { type: 'group', id: group });
    }
  if (company.allotments === 'contradictory')
    for (const lot of lots) {
      const other = [...company.users.values()].find((user) => held(user).every(({ skuId }) => skuId !== lot.skuId));
      if (other) note(lot, { type: 'user', id: other.id });
    }
  return [...found.values()];
}

function consumed(company: Company, { id }: Allotment, lots: readonly Allotment[]): number {
  const isHere = ({ skuId, from }: { skuId: string; from: string | null }): boolean =>
    lotFor(lots, skuId, from)?.id === id;
  return [...company.users.values()].filter((user) => held(user).some(isHere)).length;
}

/** What of a company is in one row. */
interface At {
  company: Company;
  lots: readonly Allotment[];
}

const states: Readonly<Record<string, string>> = {
  Enabled: 'active',
  Warning: 'warning',
  Suspended: 'suspended',
  LockedOut: 'lockedOut',
};

function allotmentShape({ company, lots }: At): Shape<Allotment> {
  return {
    type: 'microsoft.graph.cloudLicensing.allotment',
    set: 'admin/cloudLicensing/allotments',
    properties: {
      '@odata.type': () => '#microsoft.graph.cloudLicensing.allotment',
      id: ({ id }) => id,
      allottedUnits: ({ subscriptions }) => subscriptions.reduce((sum, { totalLicenses }) => sum + totalLicenses, 0),
      assignableTo: () => 'user,group',
      consumedUnits: (lot) => consumed(company, lot, lots),
      services: () => [],
      skuId: ({ skuId }) => skuId,
      skuPartNumber: ({ part }) => part,
      subscriptions: ({ subscriptions }) => subscriptions.map((each) => backing(company, each)),
    },
  };
}

function backing({ allotmentsNameBy }: Company, each: Subscription): Row {
  return {
    '@odata.type': '#microsoft.graph.cloudLicensing.subscription',
    subscriptionId: each[allotmentsNameBy] ?? each.id,
    startDate: each.createdDateTime?.slice(0, 10) ?? null,
    nextLifecycleDate: each.nextLifecycleDateTime?.slice(0, 10) ?? null,
    state: states[each.status] ?? 'unknownFutureValue',
    tags: each.isTrial ? 'trial' : 'none',
  };
}

const assignmentShape: Shape<Assignment> = {
  type: 'microsoft.graph.cloudLicensing.assignment',
  set: 'admin/cloudLicensing/assignments',
  properties: {
    '@odata.type': () => '#microsoft.graph.cloudLicensing.assignment',
    id: ({ id }) => id,
    disabledServicePlanIds: () => [],
  },
};

/** What a tenant without them, or one that lets no app read them, answers. */
function withheld({ allotments }: Company): Answer | undefined {
  if (allotments === 'absent') return graphError(404, 'ResourceNotFound', 'Resource not found.');
  if (allotments === 'refused')
    return graphError(403, 'missingRequiredPermission', 'Insufficient privileges to complete the operation.');
  return undefined;
}

export function listAllotments({ company, call, base, listings, sizes }: GraphCall): Answer {
  const lots = allotmentsOf(company);
  const shape = allotmentShape({ company, lots });
  return withheld(company) ?? page({ call, base, listings, shape, rows: () => lots, size: sizes.allotments });
}

export function listAssignments({ company, call, base, listings, sizes }: GraphCall): Answer {
  const none = withheld(company);
  if (none) return none;
  const expanded = new Set(call.query.get('$expand')?.split(','));
  const unknown = [...expanded].find((name) => name !== 'assignedTo' && name !== 'allotment');
  if (unknown !== undefined) return badRequest(`Could not find a property named '${unknown}'.`);
  const lots = allotmentsOf(company);
  const lot = allotmentShape({ company, lots });
  const as = (row: Assignment, names: readonly string[]): Row => ({
    ...shown(assignmentShape, names, row),
    ...(expanded.has('assignedTo') && { assignedTo: assignedTo(company, row) }),
    ...(expanded.has('allotment') && { allotment: shown(lot, Object.keys(lot.properties), row.allotment) }),
  });
  const rows = (): Assignment[] => assignmentsOf(company, lots);
  return page({ call, base, listings, shape: assignmentShape, rows, as, size: sizes.allotments });
}

function assignedTo({ users, groups }: Company, { to: { type, id } }: Assignment): Row {
  const displayName = users.get(id)?.displayName ?? groups.find((group) => group.id === id)?.displayName ?? null;
  const account = type === 'user' ? { userPrincipalName: users.get(id)?.userPrincipalName ?? null } : {};
  return { '@odata.type': `#microsoft.graph.${type}`, id, displayName, ...account };
}

/** Whether the groups of the settings are of use, and whether there is anybody to approve. */
import type { Config } from '../config/config.ts';
import { type GroupSetting, troubleWith } from '../people/groups.ts';
import type { Clients } from './clients.ts';
import { type Finding, finding, type Gap } from './gaps.ts';

/** A requester, and somebody else who decides. */
const fewestApprovers = 2;

export async function groups(config: Config, { directory }: Clients): Promise<Finding> {
  const named: [GroupSetting, string | undefined][] = [
    ['APPROVERS_GROUP', config.approversGroup],
    ['VIEWERS_GROUP', config.viewersGroup],
  ];
  const amiss = await Promise.all(named.map(([setting, id]) => amissWith(setting, id, directory)));
  const gaps = amiss.filter((gap) => gap !== undefined);
  const set = named.filter(([, id]) => id).map(([setting]) => setting);
  const nobody = config.approversGroup ? [] : await approvers(directory);
  return finding('groups', [...gaps, ...nobody], { set: set.join(', ') });
}

async function amissWith(
  setting: GroupSetting,
  id: string | undefined,
  commerce: Clients['directory'],
): Promise<Gap | undefined> {
  const trouble = id === undefined ? undefined : await troubleWith(id, commerce);
  return trouble ? { name: 'group', of: setting, needed: true, about: { setting, trouble } } : undefined;
}

/** Where no group is set, admins approve: those who hold a role, and those who may activate one. */
async function approvers(directory: Clients['directory']): Promise<Gap[]> {
  const [admins, eligible] = await Promise.all([
    directory.admins().catch(() => undefined),
    directory.eligibleAdmins().catch(() => null),
  ]);
  if (!admins) return [];
  const count = new Set([...admins, ...(eligible ?? [])]).size;
  return count < fewestApprovers ? [{ name: 'approvers', needed: false, about: { count: String(count) } }] : [];
}

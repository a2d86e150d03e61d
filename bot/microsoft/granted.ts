/** The permissions a token says it bears, and whether they are enough to read the tenant. */
import { z } from 'zod/v4';
import { allotmentsAlone, directorySets } from './permissions.ts';
import { claimsIn } from './tokens.ts';

const Claims = z.object({ roles: z.array(z.string()).default([]) });

/** The application permissions in a token; null where it doesn't let itself be read. It is our own, and decides nothing by what it says. */
export function grantedIn(token: string): ReadonlySet<string> | null {
  const claims = Claims.safeParse(claimsIn(token));
  return claims.success ? new Set(claims.data.roles) : null;
}

/** What may more may do this as well ("Microsoft Graph permissions reference", the higher privileged ones). */
const wider: Readonly<Record<string, readonly string[]>> = {
  'Directory.Read.All': ['Directory.ReadWrite.All'],
  [allotmentsAlone]: ['Directory.Read.All', 'Directory.ReadWrite.All'],
  'Organization.Read.All': ['Organization.ReadWrite.All'],
  'User.Read.All': ['User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  'GroupMember.Read.All': ['GroupMember.ReadWrite.All', 'Group.Read.All', 'Group.ReadWrite.All'],
  'RoleManagement.Read.Directory': ['RoleManagement.ReadWrite.Directory', 'RoleManagement.Read.All'],
  'RoleEligibilitySchedule.Read.Directory': [
    'RoleEligibilitySchedule.ReadWrite.Directory',
    'RoleManagement.Read.Directory',
    'RoleManagement.Read.All',
  ],
  'LicenseAssignment.ReadWrite.All': ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
  'Policy.Read.All': ['Policy.ReadWrite.Authorization'],
  'OrgSettings-AppsAndServices.Read.All': ['OrgSettings-AppsAndServices.ReadWrite.All'],
  'AppCatalog.Read.All': ['AppCatalog.ReadWrite.All'],
  'TeamsAppInstallation.ReadWriteSelfForUser.All': ['TeamsAppInstallation.ReadWriteForUser.All'],
  'Policy.Read.AllowSelfServicePurchase': ['Policy.ReadWrite.AllowSelfServicePurchase'],
};

/** Whether this permission is granted, or one that includes it. */
export function isGranted(name: string, granted: ReadonlySet<string>): boolean {
  return [name, ...(wider[name] ?? [])].some((each) => granted.has(each));
}

/**
 * What is missing for reading the tenant; nothing where one of the sets is whole. Of two sets the nearer one counts: the one of
 * several once half of it is there, since User.Read.All alone goes with either.
 */
export function missingForDirectory(granted: ReadonlySet<string>): readonly string[] {
  const [one, several] = directorySets.map((set) => set.filter((name) => !isGranted(name, granted)));
  if (!one || !several || one.length === 0) return [];
  return several.length * 2 <= directorySets[1].length ? several : one;
}

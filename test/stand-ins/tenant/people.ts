/** The people, groups and roles that tests and the demo call by name. Their ids never change. */
import type { DirectoryRole, Group, User } from './state.ts';

const id = (n: number): string => `7e9a0000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const people = {
  /** Global Administrator; the demo's admin. Bought a Visio himself. */
  alex: id(0x01),
  /** In the approvers' group, holds no role; the demo's approver. */
  megan: id(0x02),
  /** Bought several things, holds no role; the demo's purchaser. */
  adele: id(0x03),
  /** Billing Administrator. */
  isaiah: id(0x04),
  /** Global Reader, but only through a role-assignable group: no direct membership tells. */
  lee: id(0x05),
  /** In the viewers' group. */
  patti: id(0x06),
  /** Élodie Durand, who reads French and bought things. */
  elodie: id(0x07),
  /** His account is disabled; he still owns a live purchase. */
  diego: id(0x08),
  /** Grady Archie, who left: gone from /users, in the deleted items, and still the owner of a live purchase. */
  grady: id(0x09),
  /** Left so long ago that not even the deleted items know them; still the owner of a live purchase. */
  forgotten: id(0x0a),
  /** A guest with the name of the admin. */
  guestAlex: id(0x0b),
  guestNadia: id(0x0c),
  /** Synced from an on-premises directory. */
  henrietta: id(0x0d),
  /** Bought the same product twice. */
  lidia: id(0x0e),
  /** Names that break things. */
  quotes: id(0x0f),
  markdown: id(0x10),
  template: id(0x11),
  emoji: id(0x12),
  rightToLeft: id(0x13),
  longName: id(0x14),
  /** Has neither department, mail, language nor usage location. */
  bare: id(0x15),
  miriam: id(0x16),
  joni: id(0x17),
} as const;

export const groups = {
  approvers: id(0xa1),
  viewers: id(0xa2),
  /** Role-assignable; a member of Global Reader. */
  auditors: id(0xa3),
  /** Gives Visio Plan 2 to its members. */
  designers: id(0xa4),
} as const;

/** Role template ids, the same in every tenant (facts 3.5). */
export const roleTemplates = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  billingAdministrator: 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  globalReader: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  userAdministrator: 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  licenseAdministrator: '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
} as const;

/** Graph takes up to 256 characters as a display name. */
const longName = `Wolfeschlegelsteinhausenbergerdorff ${'Maria-Theresia von und zu '.repeat(9)}`.slice(0, 255).trim();

type Named = Partial<Omit<User, 'licences'>> & { id: string; displayName: string };

export const named: readonly Named[] = [
  { id: people.alex, displayName: 'Alex Wilber', department: 'IT', jobTitle: 'Head of IT' },
  { id: people.megan, displayName: 'Megan Bowen', department: 'Marketing', jobTitle: 'Marketing Manager' },
  { id: people.adele, displayName: 'Adele Vance', department: 'Retail', manager: people.megan },
  { id: people.isaiah, displayName: 'Isaiah Langer', department: 'Finance', jobTitle: 'Controller' },
  { id: people.lee, displayName: 'Lee Gu', department: 'Audit' },
  { id: people.patti, displayName: 'Patti Fernandez', department: 'Finance' },
  {
    id: people.elodie,
    displayName: 'Élodie Durand',
    department: 'Études',
    preferredLanguage: 'fr-FR',
    usageLocation: 'FR',
    manager: people.miriam,
  },
  { id: people.diego, displayName: 'Diego Siciliani', department: 'HR', accountEnabled: false },
  { id: people.grady, displayName: 'Grady Archie', department: 'R&D' },
  {
    id: people.guestAlex,
    displayName: 'Alex Wilber',
    mail: 'alex.wilber@fabrikam.example',
    userPrincipalName: 'alex.wilber_fabrikam.example#EXT#@contoso.onmicrosoft.com',
    userType: 'Guest',
  },
  {
    id: people.guestNadia,
    displayName: 'Nadia Okoye (Fabrikam)',
    mail: 'nadia@fabrikam.example',
    userPrincipalName: 'nadia_fabrikam.example#EXT#@contoso.onmicrosoft.com',
    userType: 'Guest',
  },
  { id: people.henrietta, displayName: 'Henrietta Mueller', department: 'Operations', onPremisesSyncEnabled: true },
  { id: people.lidia, displayName: 'Lidia Holloway', department: 'Engineering' },
  { id: people.quotes, displayName: 'O\'Brien "Bo" `x`', userPrincipalName: "bo.o'brien@contoso.onmicrosoft.com" },
  {
    id: people.markdown,
    displayName: '[Click](https://evil.example) **bold**',
    userPrincipalName: 'click@contoso.onmicrosoft.com',
  },
  { id: people.template, displayName: '${1+1} Smith', userPrincipalName: 'smith@contoso.onmicrosoft.com' },
  { id: people.emoji, displayName: '🦊 Zoë Fuchs 👩‍💻', userPrincipalName: 'zoe.fuchs@contoso.onmicrosoft.com' },
  { id: people.rightToLeft, displayName: 'محمد العتيبي', userPrincipalName: 'mohammed@contoso.onmicrosoft.com' },
  { id: people.longName, displayName: longName, userPrincipalName: 'maria-theresia@contoso.onmicrosoft.com' },
  {
    id: people.bare,
    displayName: 'Jo',
    department: null,
    mail: null,
    preferredLanguage: null,
    usageLocation: null,
    officeLocation: null,
  },
  { id: people.miriam, displayName: 'Miriam Graham', department: 'Études', manager: people.alex },
  { id: people.joni, displayName: 'Joni Sherman', department: 'Legal' },
];

export function namedGroups(): Group[] {
  const group = (groupId: string, displayName: string, members: string[], isAssignableToRole = false): Group => ({
    id: groupId,
    displayName,
    description: null,
    isAssignableToRole,
    members,
  });
  return [
    group(groups.approvers, 'Purchase approvers', [people.megan, people.miriam]),
    group(groups.viewers, 'Finance and audit', [people.patti, groups.auditors]),
    group(groups.auditors, 'Auditors', [people.lee], true),
    group(groups.designers, 'Designers', [people.joni, people.emoji, people.lidia]),
  ];
}

export function directoryRoles(): DirectoryRole[] {
  const role = (n: number, displayName: string, roleTemplateId: string, members: string[]): DirectoryRole => ({
    id: id(0xb0 + n),
    displayName,
    roleTemplateId,
    members,
  });
  return [
    role(1, 'Global Administrator', roleTemplates.globalAdministrator, [people.alex]),
    role(2, 'Billing Administrator', roleTemplates.billingAdministrator, [people.isaiah]),
    role(3, 'Global Reader', roleTemplates.globalReader, [groups.auditors]),
    role(4, 'User Administrator', roleTemplates.userAdministrator, [people.joni]),
    role(5, 'License Administrator', roleTemplates.licenseAdministrator, []),
  ];
}

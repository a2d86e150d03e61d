/** The rest of the staff: as many people as the company needs, with the names and gaps of a real directory. */
import { named } from './people.ts';
import type { Random } from './random.ts';
import type { User } from './state.ts';

export const domain = 'contoso.onmicrosoft.com';

const givenNames = [
  ...['Aisha', 'Åsa', 'Björn', 'Chloé', 'Dmitri', 'Emre', 'Fatima', 'Gül', 'Hélène', 'Ingrid', 'Jürgen', 'Kwame'],
  ...['Łukasz', 'María', 'Noor', 'Oluwaseun', 'Pavel', 'Quentin', 'Renée', 'Søren', 'Tomáš', 'Uma', 'Víctor', 'Wei'],
  ...['Xavier', 'Yuki', 'Zofia', 'Amélie', 'Brian', 'Carla', 'Debra', 'Ethan', 'Grace', 'Irvin', 'Lynne', 'Nestor'],
];
const surnames = [
  ...['Abé', 'Bäcker', 'Çelik', 'Dvořák', "D'Angelo", 'Eriksson', 'Fernández', 'García Márquez', 'Hernández', 'Ito'],
  ...['Jørgensen', 'Kowalczyk', 'Lefèvre', 'Müller', 'Nguyễn', 'O’Connor', 'Petrov', 'Quinn', 'Rossi', 'Saint-Exupéry'],
  ...[
    'Silva',
    'Thévenet',
    'Usman',
    'van der Berg',
    'Weiß',
    'Xu',
    'Yılmaz',
    'Zhang',
    'Okafor',
    'Patel',
    'Robbins',
    'Young',
  ],
];
const departments = [
  ...[
    'Engineering',
    'Finance',
    'HR',
    'IT',
    'Legal',
    'Marketing',
    'Operations',
    'R&D',
    'Retail',
    'Sales',
    'Sales & Service',
  ],
  null,
];
const countries = ['US', 'US', 'FR', 'FR', 'DE', 'GB', 'ES', 'JP'];
const languages = ['en-US', 'en-US', 'fr-FR', 'fr-FR', 'de-DE', 'en-GB', 'es-ES', 'ja-JP'];

/** Everyone in the directory, the named first. Whoever left is made too; the company moves them out. */
export function everyone(chance: Random, count: number, now: Date): Map<string, User> {
  const users = new Map<string, User>();
  for (const each of named) users.set(each.id, { ...blank(each.id, each.displayName, now), ...withNames(each) });
  for (let n = users.size; n < count; n++) {
    const user = someone(chance, n, now);
    users.set(user.id, user);
  }
  return users;
}

function withNames<T extends { displayName: string; userPrincipalName?: string; mail?: string | null }>(each: T): T {
  const address = each.userPrincipalName ?? `${ascii(each.displayName)}@${domain}`;
  return { mail: address, ...each, userPrincipalName: address };
}

function blank(id: string, displayName: string, now: Date): User {
  const [givenName = displayName, ...rest] = displayName.split(' ');
  return {
    id,
    displayName,
    givenName: givenName.slice(0, 64),
    surname: rest.join(' ').slice(0, 64) || null,
    userPrincipalName: '',
    mail: null,
    department: null,
    jobTitle: null,
    officeLocation: null,
    preferredLanguage: 'en-US',
    usageLocation: 'US',
    accountEnabled: true,
    userType: 'Member',
    onPremisesSyncEnabled: null,
    createdDateTime: daysFrom(now, -900),
    manager: null,
    licences: [],
  };
}

function someone(chance: Random, n: number, now: Date): User {
  const givenName = chance.pick(givenNames);
  const surname = chance.pick(surnames);
  const place = chance.below(countries.length);
  const guest = chance.next() < 0.04;
  const address = `${ascii(`${givenName} ${surname}`)}.${n}@${guest ? 'fabrikam.example' : domain}`;
  return {
    ...blank(chance.guid(), `${givenName} ${surname}`, now),
    givenName,
    surname,
    userPrincipalName: guest ? `${address.replace('@', '_')}#EXT#@${domain}` : address,
    mail: address,
    department: chance.pick(departments),
    preferredLanguage: chance.next() < 0.1 ? null : (languages[place] ?? null),
    // Without a usage location no licence can be assigned, and real directories always have a few.
    usageLocation: chance.next() < 0.03 ? null : (countries[place] ?? null),
    accountEnabled: chance.next() > 0.03,
    userType: guest ? 'Guest' : 'Member',
    onPremisesSyncEnabled: chance.next() < 0.3 ? true : null,
  };
}

const folded = new Map<string, string>();

/** A name as the local part of an address. */
function ascii(name: string): string {
  let local = folded.get(name);
  if (local === undefined) {
    local = name
      .normalize('NFD')
      .replaceAll(/[^a-zA-Z ]/g, '')
      .trim()
      .replaceAll(/ +/g, '.')
      .toLowerCase();
    folded.set(name, local);
  }
  return local;
}

const DAY_MS = 86_400_000;

export function daysFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z');
}

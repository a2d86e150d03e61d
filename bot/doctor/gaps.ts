/** What may be amiss with an operator's set-up. The names stay as they are: people search for them, and scripts look for them. */
export const gapNames = [
  'setting',
  'clock',
  'unreachable',
  'untrusted',
  'redirected',
  'tenant',
  'app',
  'secret',
  'secret-expired',
  'certificate',
  'sign-in',
  'directory-permission',
  'directory',
  'licensing-service',
  'licensing-permission',
  'licensing',
  'licensing-refused',
  'group',
  'approvers',
  'store-share',
  'store-space',
  'store-lock',
  'store-readable',
  'public-url',
  'first-messages',
  'teams-app',
  'mail',
  'permission',
] as const;
export type GapName = (typeof gapNames)[number];

/** What a gap is told with. */
export type About = Readonly<Record<string, string>>;

export interface Gap {
  name: GapName;
  /** Which one, where there may be several: the setting, the host, the permission. */
  of?: string;
  /** Without it Purser can't do its work; any other gap is a choice. */
  needed: boolean;
  about: About;
}

/** As it stands on the screen: `secret:CLIENT_SECRET`. */
export function shownName({ name, of }: Pick<Gap, 'name' | 'of'>): string {
  return of ? `${name}:${of}` : name;
}

/** What is looked at, from what all the rest stands on. */
export const areas = [
  'settings',
  'clock',
  'network',
  'sign-in',
  'bot',
  'directory',
  'rules',
  'roles',
  'groups',
  'store',
  'links',
  'app',
  'more',
] as const;
export type Area = (typeof areas)[number];

/** What was found in one area. `unknown`: it couldn't be looked at, because of a gap before it. */
export interface Finding {
  area: Area;
  state: 'good' | 'gap' | 'unknown';
  gaps: readonly Gap[];
  about: About;
}

export function finding(area: Area, gaps: readonly Gap[], about: About = {}): Finding {
  return { area, state: gaps.some(({ needed }) => needed) ? 'gap' : 'good', gaps, about };
}

export function unlooked(area: Area): Finding {
  return { area, state: 'unknown', gaps: [], about: {} };
}

/** Every gap once, in the order to mend them; what is needed comes first. What follows from a setting that can't be read is left out. */
export function inOrder(findings: readonly Finding[]): Gap[] {
  const all = findings.flatMap(({ gaps }) => gaps);
  const unreadable = new Set(all.filter(({ name }) => name === 'setting').map(({ of }) => of));
  const follows = ({ name, of }: Gap): boolean => name !== 'setting' && of !== undefined && unreadable.has(of);
  const byName = new Map(all.filter((gap) => !follows(gap)).map((gap) => [shownName(gap), gap]));
  const rank = ({ name, needed }: Gap): number => gapNames.indexOf(name) + (needed ? 0 : gapNames.length);
  return [...byName.values()].sort((one, other) => rank(one) - rank(other));
}

/**
 * Names in the environment that look like a setting of ours and are none: a typing error must not turn a control off unseen.
 * Whatever else a machine keeps in its environment is nobody's business here.
 */
import { distance } from 'fastest-levenshtein';
import { Environment } from './environment.ts';

type Given = Record<string, string | undefined>;

/** Read by other programs of this repository. */
const ofTheManifest = ['DEVELOPER_NAME', 'WEBSITE_URL', 'PRIVACY_URL', 'TERMS_URL', 'PACKAGE_VERSION'];

/** Settings that other versions have. */
const ofOtherVersions = [
  ...['FINANCE_GROUP', 'BILLING', 'USAGE', 'FISCAL_YEAR', 'TEAMS_FILES_HOSTS', 'EVENTS_URL', 'EVENTS_SECRET'],
];

const ours: readonly string[] = [...new Set([...Object.keys(Environment.shape), ...ofOtherVersions])];
const known: ReadonlySet<string> = new Set([...ours, ...ofTheManifest]);

export function problemsOfNames(given: Given): string[] {
  const set = Object.keys(given).filter((name) => given[name]?.trim());
  return set.flatMap((name) => (known.has(name) || isOfOthers(name, given[name]) ? [] : problemOf(name, given)));
}

function problemOf(name: string, given: Given): string[] {
  const folded = fold(name).replace(/^PURSER/, '');
  const near = nearest(folded) ?? withMore.find(({ more }) => more.test(folded))?.name;
  if (near) return given[near] === given[name] ? [] : [`${name} is no setting of Purser: did you mean ${near}?`];
  const family = families.find((stem) => folded.startsWith(stem));
  const kin = ours.filter((each) => family && fold(each).startsWith(family));
  return family ? [`${name} is no setting of Purser; those that begin like it are ${kin.join(', ')}`] : [];
}

/** Too short to be near anything by its letters, and found with a word more. */
const withMore = [{ name: 'STORE', more: /^STORE(PATH|DIR|DIRECTORY|FOLDER|FILE|URL|LOCATION)$/ }] as const;

/** Stems that are so much ours that nothing else begins with them. */
const families = [
  ...['APPROV', 'VIEWERS', 'FOUREYE', 'READONLY', 'CANCELLATION', 'NOTICEDAY', 'HOLIDAY', 'SERVICEURL'],
  ...['MICROSOFTAPP', 'TOBOTFROM', 'TOCHANNELFROM'],
];

/** How many letters may be wrong in a name of so many: of `PORT`, `HOST`, `DEV` none, since other words are as near. */
const tolerances: readonly { from: number; wrong: number }[] = [
  { from: 14, wrong: 3 },
  { from: 9, wrong: 2 },
  { from: 6, wrong: 1 },
  { from: 0, wrong: 0 },
];

function nearest(folded: string): string | undefined {
  const near = ours
    .map((name) => ({ name, wrong: wrongLetters(folded, fold(name)) }))
    .filter(({ name, wrong }) => wrong <= toleranceOf(fold(name)))
    .sort((a, b) => a.wrong - b.wrong);
  return near[0]?.name;
}

function toleranceOf({ length }: string): number {
  return tolerances.find(({ from }) => length >= from)?.wrong ?? 0;
}

/** Two neighbours that changed places are one mistake. */
function wrongLetters(one: string, other: string): number {
  const steps = distance(one, other);
  const swapped = steps === 2 && one.length === other.length && sorted(one) === sorted(other);
  return swapped ? 1 : steps;
}

const sorted = (text: string): string => [...text].sort().join('');

/** `Approvers-Group` is the same mistake as `APPROVERSGROUP`. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** What package managers, clouds and Kubernetes put there: it may begin as ours does. */
function isOfOthers(name: string, value = ''): boolean {
  return (
    /^(npm|node|azure|website|appsetting|kubernetes|container_app|docker|github|aws|google|gcp)_/i.test(name) ||
    /_SERVICE_(HOST|PORT)(_|$)|_PORT_\d+_/.test(name) ||
    (name.endsWith('_PORT') && /^(tcp|udp):/.test(value))
  );
}

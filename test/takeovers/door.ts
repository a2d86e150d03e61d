/** Stands at Microsoft's door: looks at every licence that is asked for the moment the request arrives. */
import type { Takeover } from '../../store/records.ts';
import { isDepartmental } from '../stand-ins/tenant/seats.ts';
import { watchRequests } from '../world/killable.ts';
import type { Walk } from './model-world.ts';

const assigning = /\/users\/([^/]+)\/assignLicense$/;

export function watchDoor(walk: Walk): void {
  watchRequests(walk, ({ path, method, body }) => {
    const person = method === 'POST' ? assigning.exec(path)?.[1] : undefined;
    if (person) lookAt(walk, decodeURIComponent(person), JSON.parse(body));
  });
}

interface Asked {
  addLicenses: { skuId: string }[];
  removeLicenses: string[];
}

function lookAt({ world, its, diary }: Walk, person: string, { addLicenses, removeLicenses }: Asked): void {
  const { store } = world.purser;
  const name = its.users.get(person)?.displayName ?? person;
  const say = (what: string): void => {
    diary.wrong.push(`assignLicense for ${name}: ${what}`);
  };
  const holds = (sku: string): boolean =>
    its.users.get(person)?.licences.some(({ skuId, error }) => skuId === sku && !error) ?? false;
  const isOfDepartments = (sku: string): boolean =>
    its.subscriptions.some((each) => each.skuId === sku && isDepartmental(each));
  if ([...removeLicenses, ...addLicenses.map(({ skuId }) => skuId)].some(isOfDepartments))
    say('a departmental seat is neither given nor taken');
  const isFor = ({ act, purchase, holders, job }: Takeover): boolean =>
    holders.ids.includes(person) &&
    (store.get('jobs', job ?? '')?.steps.some(({ state }) => state === 'begun') ?? false) &&
    addLicenses.every(({ skuId }) => act.kind === 'move' && act.to.sku === skuId) &&
    removeLicenses.every((sku) => act.kind !== 'stay' && purchase.sku === sku);
  const takeover = [...store.all('takeovers')].find(isFor);
  if (!takeover) {
    say('no takeover under way wants it');
    return;
  }
  const known = diary.known.get(takeover.id);
  if (!known?.hasRun) say(`${takeover.id} was never started`);
  // Stopped in the middle of a step, that step is still finished.
  if (!['running', 'stopped', 'withdrawn'].includes(takeover.state)) say(`${takeover.id} is ${takeover.state}`);
  const transfer = store.get('transfers', `${takeover.id} ${person}`);
  if (!transfer) {
    say('the intention is not on record');
    return;
  }
  if (addLicenses.length > 0 && transfer.given !== 'open') say(`given is ${transfer.given} on record`);
  if (addLicenses.some(({ skuId }) => holds(skuId))) say('has it already');
  if (removeLicenses.length > 0 && transfer.taken !== 'open') say(`taken is ${transfer.taken} on record`);
  const { act } = takeover;
  if (removeLicenses.length > 0 && act.kind === 'move' && !holds(act.to.sku)) {
    if (!diary.takenOutside.has(`${person} ${act.to.sku}`)) say('loses the old licence without the new one');
  }
}

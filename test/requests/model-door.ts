/** Stands at Microsoft's door: each licence that is given or taken is wanted by a request whose intention is on record. */
import type { LicenceRequest } from '../../store/records.ts';
import { watchRequests } from '../world/killable.ts';
import type { Walk } from './model-world.ts';

const assigning = /\/users\/([^/]+)\/assignLicense$/;

export function watchAssigning(walk: Walk): void {
  watchRequests(walk, ({ path, method, body }) => {
    const person = method === 'POST' ? assigning.exec(path)?.[1] : undefined;
    if (person) lookAt(walk, decodeURIComponent(person), JSON.parse(body));
  });
}

interface Asked {
  addLicenses: { skuId: string }[];
  removeLicenses: string[];
}

function lookAt({ world, its, notes }: Walk, person: string, { addLicenses, removeLicenses }: Asked): void {
  const { store } = world.purser;
  const name = its.users.get(person)?.displayName ?? person;
  const say = (what: string): void => void notes.wrong.push(`assignLicense for ${name}: ${what}`);
  const stepOf = ({ job }: LicenceRequest): string | undefined =>
    store.get('jobs', job ?? '')?.steps.find(({ state }) => state === 'begun')?.key;
  const wantedBy = (sku: string, state: LicenceRequest['state'], key: string): LicenceRequest[] =>
    [...store.all('requests')].filter(
      (each) => each.person.id === person && each.product.sku === sku && each.state === state && stepOf(each) === key,
    );
  for (const { skuId } of addLicenses) {
    const by = wantedBy(skuId, 'assigning', 'assign');
    if (by.length !== 1) say(`${by.length} requests want it given now`);
    if (by.some(({ decision }) => decision === null)) say('nobody approved it');
  }
  for (const sku of removeLicenses) {
    const by = wantedBy(sku, 'removing', 'remove');
    if (by.length !== 1) say(`${by.length} requests want it taken now`);
    if (by.some(({ given }) => !given?.ours)) say('Purser did not give it');
  }
}

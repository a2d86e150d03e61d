import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce } from '../microsoft/commerce.ts';
import type { Work } from './jobs.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'assign' | 'unassign' | 'waitToAssign'>;
  clock: Clock;
}

export function createLicencesWork(_deps: Deps): Work<'licences'> {
  return { carry: async () => ({ state: 'done' }), progressed: () => undefined };
}

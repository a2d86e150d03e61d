import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce } from '../microsoft/commerce.ts';
import type { Work } from '../work/jobs.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'holders' | 'licencesOf' | 'seats'>;
  clock: Clock;
}

export function createPreflightWork(_deps: Deps): Work<'preflight'> {
  return { carry: async () => ({ state: 'done' }), progressed: () => undefined };
}

/** What is asked while Microsoft does not answer. */
import type { Fault } from '../stand-ins/tenant/index.ts';
import type { Stage, Words } from './stage.ts';

export async function unanswered(stage: Stage, name: string, words: Words, match: Fault['match']): Promise<void> {
  const { tenant, people } = stage.world;
  await stage.ask(name, people.alex, words, {
    before: () => {
      tenant.faults.length = 0;
      tenant.faults.push({ match, kind: '429', retryAfter: 30, times: 50 });
    },
  });
  tenant.faults.length = 0;
}

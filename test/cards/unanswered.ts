/** What is asked while Microsoft does not answer. */
import type { Stage, Words } from './stage.ts';

export async function unanswered(stage: Stage, name: string, words: Words, match: string): Promise<void> {
  const { tenant, people } = stage.world;
  await stage.ask(name, people.alex, words, {
    before: () => {
      tenant.faults.length = 0;
      tenant.faults.push({ match, kind: '429', retryAfter: 30, times: 50 });
    },
  });
  tenant.faults.length = 0;
}

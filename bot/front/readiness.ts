/** Whether Purser can answer, and what is amiss in it: what `GET /ready` says once the house is open. */
import { when } from '../../cards/when.ts';
import { holdOf, readOnlySince } from '../../store/hold.ts';
import type { StoreTrouble } from '../../store/troubles.ts';
import { elapsedOn } from '../clock.ts';
import type { BotSignIn, Dependencies } from '../core/dependencies.ts';
import type { GroupTrouble } from '../people/groups.ts';
import type { Ready } from '../server.ts';

/** With nothing to show yet, Purser is not ready; but where Microsoft does not answer it is better there than not. */
const longestUnreadyMs = 30_000;

/** @returns whether the house, which is open from now on, can answer, and what is amiss in it */
export function readinessOf({ store, sync, clock, groups }: Dependencies, botSignIn: BotSignIn): () => Ready {
  const openSince = elapsedOn(clock);
  return () => {
    const parts = [...store.all('parts')];
    const hold = holdOf(store);
    const pilot = readOnlySince(store);
    const signIn = botSignIn.state()?.trouble;
    const holdsData = parts.some(({ goodAt }) => goodAt !== null);
    return {
      ready: holdsData || sync.hasRun() || elapsedOn(clock) - openSince >= longestUnreadyMs,
      troubles: [
        ...when(pilot !== undefined, `read-only pilot since ${pilot?.toISOString()}; it ends without READ_ONLY=1`),
        ...when(hold !== undefined, `on hold: ${hold?.why} ${hold?.since}; an admin lets it go on with resume`),
        ...(signIn ? [`teams: ${signIn}`] : []),
        ...groups.amiss().map(({ setting, trouble }) => `${setting}: ${groupWords[trouble]}`),
        ...store.troubles().map(storeTrouble),
        ...parts.flatMap(({ id, trouble }) => (trouble ? [`${id}: ${trouble.what}`] : [])),
      ],
    };
  };
}

const groupWords = {
  missing: 'no such group in this tenant',
  'not-a-group': 'not the id of a group',
  nobody: 'nobody in the group can act',
  'no-permission': 'no permission to read the group',
  refused: 'Microsoft refuses to show the group',
} satisfies Record<GroupTrouble, string>;

const storeWords = {
  commits: 'commits fail',
  snapshots: 'no snapshot can be written',
  lease: 'the lease can not be renewed',
  opening: 'something was amiss when it was opened',
} satisfies Record<StoreTrouble['kind'], string>;

/** Without the names of files, which are for the log; with what the system calls it, as `ENOSPC`. */
function storeTrouble({ kind, words }: StoreTrouble): string {
  const [code] = /\bE[A-Z]{3,}\b/.exec(words) ?? [];
  return `store: ${storeWords[kind]}${code ? ` (${code})` : ''}`;
}

/** Tries every connection to Microsoft, each with the smallest request that tells whether it works. */
import { type Commerce, type Connection, type ConnectionState, MicrosoftFailed } from './commerce.ts';
import { type Graph, graphAudience } from './graph.ts';
import type { TeamsApp } from './install-and-mail.ts';
import { type Licensing, licensingAudience } from './licensing.ts';
import { brisk, withNewToken } from './retry-policy.ts';
import { readEligible } from './role-holders.ts';
import { Rows, Some } from './shapes.ts';
import { readSwitch, switchOf } from './switches.ts';

interface Deps {
  graph: Graph;
  licensing: Licensing;
  app: TeamsApp;
  /** Gets a token for an audience; with `fresh` a new one. */
  signIn: (audience: string, fresh: boolean) => Promise<unknown>;
}

type Try = () => Promise<unknown>;

export function createProbe(deps: Deps): Commerce['probe'] {
  const tries = Object.entries(triesWith(deps)) as [Connection, Try][];
  const renew = () => Promise.all([deps.signIn(graphAudience, true), deps.signIn(licensingAudience, true)]);
  return async () => {
    const states = await Promise.all(tries.map(([connection, attempt]) => stateOf(connection, attempt, renew)));
    return states.filter((state) => state !== undefined);
  };
}

function triesWith({ graph, licensing, app, signIn }: Deps): Record<Connection, Try> {
  const patience = brisk;
  return {
    'sign-in': () => signIn(graphAudience, false),
    directory: () => graph.get('/subscribedSkus?$select=skuId', Rows, { patience }),
    leavers: () => graph.get('/directory/deletedItems/microsoft.graph.user?$select=id&$top=1', Rows, { patience }),
    'purchasing-rules': () => licensing.get('/policies/AllowSelfServicePurchase', Some, patience),
    'sign-ups': () => graph.get(`${switchOf['switch:email-sign-up'].route}?$select=id`, Some, { patience }),
    trials: () => readSwitch('switch:trials', graph, patience),
    'eligible-roles': () => readEligible(graph, patience),
    // The catalogue alone: no harmless request tells whether Purser may install itself or send mail.
    installing: () => app.find(patience),
  };
}

/** What a cloud or a tenant may be without: beta's settings are in the worldwide one alone, eligible roles need a licence. */
const perhapsAbsent: readonly Connection[] = ['trials', 'eligible-roles'];

/** Undefined for what there is none of here. */
async function stateOf(connection: Connection, attempt: Try, renew: Try): Promise<ConnectionState | undefined> {
  try {
    await withNewToken(attempt, renew);
    return { connection, trouble: null };
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    const isAbsent = perhapsAbsent.includes(connection) && (error.status === 400 || error.status === 404);
    return isAbsent ? undefined : { connection, trouble: error.trouble };
  }
}

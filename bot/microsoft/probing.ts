/** Tries every connection to Microsoft, each with the smallest request that tells whether it works. */
import { type Commerce, type Connection, type ConnectionState, MicrosoftFailed } from './commerce.ts';
import { type Graph, graphAudience } from './graph.ts';
import type { TeamsApp } from './install-and-mail.ts';
import { type Licensing, licensingAudience } from './licensing.ts';
import { brisk, withNewToken } from './retry-policy.ts';
import { emailSignUpRoute } from './rules.ts';
import { Rows, Some } from './shapes.ts';

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
  return () => Promise.all(tries.map(([connection, attempt]) => stateOf(connection, attempt, renew)));
}

function triesWith({ graph, licensing, app, signIn }: Deps): Record<Connection, Try> {
  const patience = brisk;
  return {
    'sign-in': () => signIn(graphAudience, false),
    directory: () => graph.get('/subscribedSkus?$select=skuId', Rows, { patience }),
    leavers: () => graph.get('/directory/deletedItems/microsoft.graph.user?$select=id&$top=1', Rows, { patience }),
    'purchasing-rules': () => licensing.get('/policies/AllowSelfServicePurchase', Some, patience),
    'sign-ups': () => graph.get(`${emailSignUpRoute}?$select=id`, Some, { patience }),
    // The catalogue alone: no harmless request tells whether Purser may install itself or send mail.
    installing: () => app.find(patience),
  };
}

async function stateOf(connection: Connection, attempt: Try, renew: Try): Promise<ConnectionState> {
  try {
    await withNewToken(attempt, renew);
    return { connection, trouble: null };
  } catch (error) {
    if (error instanceof MicrosoftFailed) return { connection, trouble: error.trouble };
    throw error;
  }
}

/** Tries every connection to Microsoft, each with the smallest request that tells whether it works. */
import { bulletinProbe } from './bulletins.ts';
import { type Commerce, type Connection, type ConnectionState, MicrosoftFailed } from './commerce.ts';
import { grantedIn, missingForDirectory } from './granted.ts';
import { type Graph, graphAudience } from './graph.ts';
import type { TeamsApp } from './install-and-mail.ts';
import { type Licensing, licensingAudience } from './licensing.ts';
import { brisk, type Patience, withNewToken } from './retry-policy.ts';
import { readEligible } from './role-holders.ts';
import { Rows, Some } from './shapes.ts';
import { readSwitch, switchOf } from './switches.ts';

interface Deps {
  graph: Graph;
  licensing: Licensing;
  app: TeamsApp;
  /** Gets a token for an audience; with `fresh` a new one. */
  signIn: (audience: string, fresh: boolean) => Promise<string>;
  /** As for a person who waits, if not given. */
  patience?: Patience;
}

type Try = () => Promise<unknown>;

export function createProbe(deps: Deps): Commerce['probe'] {
  const tries = Object.entries(triesWith(deps)) as [Connection, Try][];
  const renew = () => Promise.all([deps.signIn(graphAudience, true), deps.signIn(licensingAudience, true)]);
  return async () => {
    const states = await Promise.all(tries.map(([connection, attempt]) => stateOf(connection, attempt, renew)));
    return Promise.all(states.filter((state) => state !== undefined).map((state) => withMissing(state, deps.signIn)));
  };
}

/** What the token lacks for reading the tenant; nothing where it can't be read. */
async function missingIn(signIn: Deps['signIn']): Promise<readonly string[]> {
  const granted = grantedIn(await signIn(graphAudience, false));
  return granted ? missingForDirectory(granted) : [];
}

async function withMissing(state: ConnectionState, signIn: Deps['signIn']): Promise<ConnectionState> {
  if (state.connection !== 'directory' || state.trouble !== 'no-permission') return state;
  const missing = await missingIn(signIn).catch(() => []);
  return missing.length > 0 ? { ...state, missing } : state;
}

function triesWith({ graph, licensing, app, signIn, patience = brisk }: Deps): Record<Connection, Try> {
  return {
    'sign-in': () => signIn(graphAudience, false),
    async directory() {
      const missing = await missingIn(signIn);
      // A list that can be read tells nothing of the others: without roles nobody would be an admin.
      if (missing.length > 0) throw new MicrosoftFailed('no-permission', `Graph: ${missing.join(', ')} not granted`);
      await graph.get('/subscribedSkus?$select=skuId', Rows, { patience });
    },
    leavers: () => graph.get('/directory/deletedItems/microsoft.graph.user?$select=id&$top=1', Rows, { patience }),
    'purchasing-rules': () => licensing.get('/policies/AllowSelfServicePurchase', Some, patience),
    'sign-ups': () => graph.get(`${switchOf['switch:email-sign-up'].route}?$select=id`, Some, { patience }),
    trials: () => readSwitch('switch:trials', graph, patience),
    'eligible-roles': () => readEligible(graph, patience),
    'message-centre': () => graph.get(bulletinProbe, Rows, { patience }),
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

/** The doctor's ways to Microsoft: the same that Purser goes, but for reading alone. */
import { systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { type Commerce, Withheld } from '../microsoft/commerce.ts';
import { createDirectory } from '../microsoft/directory.ts';
import { createGraph, type Graph, graphAudience, type Surroundings } from '../microsoft/graph.ts';
import { createTeamsApp, type TeamsApp } from '../microsoft/install-and-mail.ts';
import { createLicensing, type Licensing, licensingAudience } from '../microsoft/licensing.ts';
import { createProbe } from '../microsoft/probing.ts';
import { ask, noAnswer, type Patience } from '../microsoft/retry-policy.ts';
import { createRules } from '../microsoft/rules.ts';
import type { Tokens } from '../microsoft/tokens.ts';
import { createWire } from '../microsoft/wire.ts';

/** Somebody waits at a terminal: longer than in Teams, and not for ever. */
export const unhurried: Patience = { attempts: 3, longestWaitMs: 5_000, deadlineMs: 15_000, totalMs: 30_000 };

export interface Clients {
  graph: Graph;
  licensing: Licensing;
  app: TeamsApp;
  directory: ReturnType<typeof createDirectory>;
  rules: ReturnType<typeof createRules>;
  probe: Commerce['probe'];
  tokens: Tokens;
}

/** Refuses whatever would change something. */
function neverWrite(): never {
  throw new Withheld('the doctor only reads');
}

/** @param beforeWrite lets something be changed that a person has confirmed; nothing, if not given */
export function createClients(config: Config, tokens: Tokens, beforeWrite: () => void = neverWrite): Clients {
  // A read-only pilot stays one here as well, whatever is confirmed.
  const wire = createWire({ readOnly: config.microsoft.readOnly || beforeWrite === neverWrite });
  const surroundings: Surroundings = { tokens, clock: systemClock, observe: () => undefined, beforeWrite, wire };
  const graph = createGraph(config.microsoft.graphUrl, surroundings);
  const licensing = createLicensing(config.microsoft.licensingUrl, surroundings);
  const app = createTeamsApp(graph, config.microsoft.appId);
  const renew = (audience: string) => tokens(audience, true);
  return {
    ...{ graph, licensing, app, tokens },
    directory: createDirectory(graph, () => renew(graphAudience)),
    rules: createRules(graph, licensing, renew),
    probe: createProbe({ graph, licensing, app, signIn: signingIn(tokens), patience: unhurried }),
  };
}

/** Where Entra gives none for the licensing API, the others are looked at all the same: its own probe says so. */
function signingIn(tokens: Tokens): (audience: string, fresh: boolean) => Promise<string> {
  return async (audience, fresh) => {
    const attempt = () => tokens(audience, fresh);
    const asked = ask(systemClock, { patience: unhurried, route: 'sign-in', attempt, describe: noAnswer });
    return audience === licensingAudience ? asked.catch(() => '') : asked;
  };
}

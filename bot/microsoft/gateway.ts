/** The Commerce port, spoken by Graph and the licensing API. */
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Called } from '../logging/lines.ts';
import { createAllotments } from './allotments.ts';
import { createAssigning } from './assigning.ts';
import { createBulletins } from './bulletins.ts';
import type { Commerce } from './commerce.ts';
import { createDirectory } from './directory.ts';
import { createGraph, graphAudience, type Observe } from './graph.ts';
import { createTeamsApp, sendMail } from './install-and-mail.ts';
import { createLicensing } from './licensing.ts';
import { createProbe } from './probing.ts';
import { ask, brisk, noAnswer } from './retry-policy.ts';
import { createRules } from './rules.ts';
import { createTokens } from './tokens.ts';
import { createWire } from './wire.ts';

export interface Around {
  observe: Observe;
  called?: Called;
  /** Called before each request that changes something. @throws Withheld where it must not */
  beforeWrite: () => void;
}

export function createGateway(
  config: Config['microsoft'],
  clock: Clock,
  { observe, called, beforeWrite }: Around,
): Commerce {
  const tokens = createTokens(config.identity, called);
  const surroundings = { tokens, clock, observe, called, beforeWrite, wire: createWire(config) };
  const graph = createGraph(config.graphUrl, surroundings);
  const licensing = createLicensing(config.licensingUrl, surroundings);
  const app = createTeamsApp(graph, config.appId);
  const signIn = (audience: string, fresh: boolean) => {
    const attempt = () => tokens(audience, fresh);
    return ask(clock, { patience: brisk, route: 'sign-in', attempt, describe: noAnswer });
  };
  const renew = (audience: string) => signIn(audience, true);
  return {
    ...createDirectory(graph, () => renew(graphAudience)),
    ...createAllotments(graph),
    ...createRules(graph, licensing, renew),
    ...createBulletins(graph, () => renew(graphAudience)),
    ...createAssigning(graph, clock, (fresh) => signIn(graphAudience, fresh)),
    install: (person) => app.install(person),
    mail: (mail) => sendMail(graph, config.mailFrom, mail),
    probe: createProbe({ graph, licensing, app, signIn }),
  };
}

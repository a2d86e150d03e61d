/** The front of the house: it is there before the house is open and until it is left, and says at every moment which of these it is. */
import { setTimeout as pause } from 'node:timers/promises';
import { version } from '../../store/version.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import { createServer, type OpenHouse, type Ready } from '../server.ts';

export interface Front {
  port: number;
  /** Where /health, /ready and /metrics are, if not on that one. */
  opsPort: number | undefined;
  /** Says where it listens, once. */
  tell(): void;
  /** From now on the house answers. */
  open(house: OpenHouse, readiness: () => Ready): void;
  /** From now on it is not ready; what comes is still answered. Says why, once. */
  drain(why: string): void;
  /** Resolves after this time, or somewhat later where requests still come. */
  quiet(ms: number): Promise<void>;
  /** Takes no new requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** @throws the error of a port that is taken */
export async function openFront(config: Config, log: Log): Promise<Front> {
  const apart = config.opsPort !== undefined;
  let house: OpenHouse | undefined;
  let readiness = waiting;
  const shared = { house: () => house, readiness: () => readiness(), dev: config.dev };
  const server = createServer({ ...shared, routes: { public: true, watching: !apart } });
  const ops = apart ? createServer({ ...shared, routes: { public: false, watching: true } }) : undefined;
  const opsPort = await ops?.listen(config.opsPort ?? 0, config.host);
  const port = await server.listen(config.port, config.host).catch(async (error: unknown) => {
    await ops?.close();
    throw error;
  });
  const tell = once(() => {
    const { settings, store } = config;
    const ports = { ...(opsPort === undefined ? {} : { opsPort }), port };
    log.tell({ event: 'start', version, node: process.versions.node, store: store.kind, settings, ...ports });
  });
  const tellLeaving = once((why: string) => log.tell({ event: 'stop', why }));
  return {
    ...{ port, opsPort, tell },
    open(opened, whenOpen) {
      [house, readiness] = [opened, whenOpen];
      tell();
    },
    drain(why) {
      tellLeaving(why);
      readiness = leaving;
      server.drain();
    },
    quiet: (ms) => quiet(ms, server.lastAskedAt),
    async close() {
      await server.close();
      await ops?.close();
    },
  };
}

function once<A extends unknown[]>(say: (...said: A) => void): (...said: A) => void {
  let isSaid = false;
  return (...said) => {
    if (!isSaid) say(...said);
    isSaid = true;
  };
}

const waiting = (): Ready => ({ ready: false, troubles: ['waiting for the lease'] });
const leaving = (): Ready => ({ ready: false, troubles: ['leaving'] });

/** Whoever sends requests may learn late that Purser leaves; but it is not waited for for ever. */
const longestQuiet = 3;
const stillMs = 500;

async function quiet(ms: number, lastAskedAt: () => number): Promise<void> {
  const began = performance.now();
  const passed = (): number => performance.now() - began;
  while (passed() < ms || (passed() < ms * longestQuiet && performance.now() - lastAskedAt() < stillMs))
    await pause(Math.min(ms, 50));
}

/** A way to a server that can be shut, as if nobody listened there: a new connection is refused. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../world/free-port.ts';

export interface Gate {
  port: number;
  /** What is under way is answered; nothing else comes through. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function gateTo(port: number): Promise<Gate> {
  const own = await freePort();
  const idle = new Map<Socket, boolean>();
  let isShut = false;
  const through = (caller: Socket): void => {
    const server = connect(port, '127.0.0.1');
    idle.set(caller, true);
    const forget = (): void => {
      idle.delete(caller);
      caller.destroy();
      server.destroy();
    };
    for (const socket of [caller, server]) socket.on('error', forget).on('close', forget);
    caller.on('data', (bytes) => {
      idle.set(caller, false);
      server.write(bytes);
    });
    server.on('data', (bytes) => {
      idle.set(caller, true);
      if (isShut) caller.end(bytes);
      else caller.write(bytes);
    });
  };
  const listen = async (): Promise<Server> => {
    const listener = createServer(through).listen(own, '127.0.0.1');
    await once(listener, 'listening');
    return listener;
  };
  let listener = await listen();
  return {
    port: own,
    async shut() {
      isShut = true;
      const closed = once(listener, 'close');
      listener.close();
      for (const [caller, isIdle] of idle) if (isIdle) caller.destroy();
      await closed;
    },
    async open() {
      isShut = false;
      listener = await listen();
    },
  };
}

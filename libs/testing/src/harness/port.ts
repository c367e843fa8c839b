import { type AddressInfo, connect, createServer } from 'node:net';
import { pollUntil } from '../poll-until';
import { type Child, type ChildOptions, startChild } from './child';

/** A loopback port that was free a moment ago: for programs that cannot choose one themselves. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** True when something accepts connections on that loopback port. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

export interface ServerProgram extends ChildOptions {
  readonly command: string;
  readonly args: (port: number) => readonly string[];
  /** Asked until true; by default whether it accepts connections. */
  readonly ready?: (port: number) => Promise<boolean>;
  /** A given port instead of a free one. */
  readonly port?: number;
}

/**
 * Starts a server program and waits until it is ready.
 * Another program may take the port between choosing and using it: then it is tried again with another one.
 */
export async function startOnFreePort(
  program: ServerProgram,
  attempts = 3,
): Promise<{ child: Child; port: number }> {
  const { command, args, ready = accepts, port: wished, ...options } = program;
  const port = wished ?? (await freePort());
  const child = await startChild(command, args(port), options);
  // Asked before and after: a port taken by another program answers too, while our child is gone.
  await pollUntil(`${command} on port ${port}`, async () => !child.running() || (await ready(port)));
  if (child.running()) return { child, port };
  if (attempts > 1) return startOnFreePort(program, attempts - 1);
  throw new Error(`${command} ended at once:\n${child.output()}`);
}

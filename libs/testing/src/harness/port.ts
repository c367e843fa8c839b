import { type AddressInfo, connect, createServer } from 'node:net';
import { pollUntil } from '../poll-until';
import { type Child, type ChildOptions, startChild } from './child';

/** A loopback port that was just free: for programs that cannot choose one themselves. */
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
  /** Polled until true; by default whether it accepts connections. */
  readonly ready?: (port: number) => Promise<boolean>;
  /** A fixed port instead of a free one. */
  readonly port?: number;
}

/**
 * Starts a server program and waits until it is ready.
 * Another program may take the port between choosing and using it: then it retries with another port.
 */
export async function startOnFreePort(
  program: ServerProgram,
  attempts = 3,
): Promise<{ child: Child; port: number }> {
  const { command, args, ready = accepts, port: requested, ...options } = program;
  const port = requested ?? (await freePort());
  const child = await startChild(command, args(port), options);
  // Checked before and after: a port used by another program answers too, while our child has ended.
  await pollUntil(`${command} on port ${port}`, async () => !child.running() || (await ready(port)));
  if (child.running()) return { child, port };
  if (attempts > 1) return startOnFreePort(program, attempts - 1);
  throw new Error(`${command} ended immediately:\n${child.output()}`);
}

import { type AddressInfo, connect, createServer } from 'node:net';
import { pollUntil } from '../poll-until';
import { type Child, startChild } from './child';

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

/**
 * Starts a server program on a free port, or on the `wished` one, and waits until `ready` says so.
 * Another program may take the port between choosing and using it: then it is tried again with another one.
 */
export async function startOnFreePort(
  command: string,
  args: (port: number) => readonly string[],
  ready: (port: number) => Promise<boolean> = accepts,
  wished?: number,
  attempts = 3,
): Promise<{ child: Child; port: number }> {
  const port = wished ?? (await freePort());
  const child = await startChild(command, args(port));
  // Asked before and after: a port taken by another program answers too, while our child is gone.
  await pollUntil(`${command} on port ${port}`, async () => !child.running() || (await ready(port)));
  if (child.running()) return { child, port };
  if (attempts > 1) return startOnFreePort(command, args, ready, wished, attempts - 1);
  throw new Error(`${command} ended at once:\n${child.output()}`);
}

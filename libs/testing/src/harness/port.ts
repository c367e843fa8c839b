import { connect, createServer } from 'node:net';
import { pollUntil } from '../poll-until';
import { type Child, type ChildOptions, startChild } from './child';

/** Below the ports that Linux, macOS and Windows give to connections by themselves (from 32768 and 49152 on). */
const FIRST_PORT = 20_000;
const PORTS_OF_A_WORKER = 1_000;
const WORKERS = 12;

/** Jest numbers its workers from 1; other programs choose a range by their process id. */
const worker = Number(process.env.JEST_WORKER_ID ?? process.pid) % WORKERS;
let offset = Math.floor(Math.random() * PORTS_OF_A_WORKER);

/**
 * A loopback port that was just free: for programs that cannot choose one themselves. A port of one's own may stay
 * unused for seconds, as while a server is stopped: no connection gets it meanwhile, and no other worker of Jest.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < PORTS_OF_A_WORKER; tried++) {
    offset = (offset + 1) % PORTS_OF_A_WORKER;
    const port = FIRST_PORT + worker * PORTS_OF_A_WORKER + offset;
    if (await isFree(port)) return port;
  }
  throw new Error('no free port');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
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

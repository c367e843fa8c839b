import { writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startOnFreePort } from './port';
import { temporaryDirectory } from './temporary-directory';

export interface TemporaryRedis {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The file that `SAVE` writes. */
  readonly dumpFile: string;
  /** SIGKILL proves what survives a crash; the default is a clean end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Whether Redis answers the command so; false too when it does not answer, or only after a second. */
function answers(port: number, command: string, wanted: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString('latin1').startsWith(wanted));
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

/** It answers PONG only when it is ready, not while it loads its data. */
const pong = (port: number): Promise<boolean> => answers(port, 'PING', '+PONG');

/**
 * A real Redis for one test: loopback, nothing stored on disk, `noeviction` as BullMQ requires.
 * @param options `port`: to restart where another Redis ran before; `dump`: the file that its `SAVE` wrote
 * @throws Error when `redis-server` cannot be started.
 */
export async function startRedis(
  options: { readonly port?: number; readonly dump?: Buffer } = {},
): Promise<TemporaryRedis> {
  const directory = await temporaryDirectory();
  const dumpFile = join(directory.path, 'dump.rdb');
  if (options.dump) await writeFile(dumpFile, options.dump);
  const settings = [
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
  ];
  const { child, port } = await startOnFreePort({
    port: options.port,
    command: 'redis-server',
    args: (chosen) => ['--port', String(chosen), '--dir', directory.path, ...settings],
    ready: pong,
    directory: directory.path,
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: child.pid,
    dumpFile,
    stop: async (signal) => {
      await child.stop(signal);
      await directory.remove();
    },
  };
}

/** The ports of those that no test uses now. */
const idle: number[] = [];

/**
 * An empty Redis for a test that neither stops it nor changes its settings: one that this process has started before, if
 * one is idle. It ends with this process.
 */
export async function borrowRedis(): Promise<{ readonly url: string; giveBack(): Promise<void> }> {
  const port = idle.pop() ?? (await startRedis()).port;
  const giveBack = async () => {
    if (await answers(port, 'FLUSHALL', '+OK')) idle.push(port);
  };
  return { url: `redis://127.0.0.1:${port}`, giveBack };
}

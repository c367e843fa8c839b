import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Child, startChild } from '@pandafab/testing';

const root = join(__dirname, '../..');

/** A script of ours as a terminal runs it: in a process group of its own. */
export interface Script extends Child {
  /** Ctrl-C: the terminal tells the whole foreground group. Resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

/** Runs `scripts/<name>`, or a script of another folder by its whole path, on a data folder of its own, on any free ports, in English. */
export async function runScript(
  name: string,
  directory: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<Script> {
  const here = { LC_ALL: 'C.UTF-8', PANDAFAB_DATA_DIR: directory, PORT: '0', PANDAFAB_MQTT_PORT: '0' };
  const child = await startChild(process.execPath, [resolve(root, 'scripts', name), ...args], {
    env: { ...process.env, ...here, ...env },
  });
  const interrupt = () => {
    process.kill(-child.pid, 'SIGINT');
    return child.ended;
  };
  return { ...child, interrupt };
}

/** The text from /proc, or nothing where the process has ended meanwhile or belongs to another user. */
function ask<T>(question: () => T): T | undefined {
  try {
    return question();
  } catch {
    return undefined;
  }
}

/** Redis writes its title over its arguments and its environment, but works in its own folder. */
const traces = (pid: number): (string | undefined)[] => [
  ask(() => readFileSync(`/proc/${pid}/environ`, 'latin1')),
  ask(() => readFileSync(`/proc/${pid}/cmdline`, 'latin1')),
  ask(() => readlinkSync(`/proc/${pid}/cwd`)),
];

/** Every process that was given the data folder or works in it (Linux's /proc). */
export const processesOf = (directory: string): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .filter((pid) => traces(pid).some((trace) => trace?.includes(directory)));

/** The TCP ports on which those processes listen: proc_net(5), where state 0A is LISTEN. */
export function portsOf(pids: readonly number[]): number[] {
  const links = pids.flatMap((pid) =>
    (ask(() => readdirSync(`/proc/${pid}/fd`)) ?? []).map((fd) =>
      ask(() => readlinkSync(`/proc/${pid}/fd/${fd}`)),
    ),
  );
  const sockets = new Set(links.map((link) => link?.match(/^socket:\[(\d+)\]$/)?.[1]));
  const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`/proc/net/${table}`, 'latin1').split('\n'));
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(inode))
    .map(([, local = '']) => Number.parseInt(local.split(':').at(-1) ?? '', 16));
}

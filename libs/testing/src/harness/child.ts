import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';

export interface Child {
  readonly pid: number;
  /** Its output so far on stdout and stderr. */
  output(): string;
  /** Types into its standard input; only with `typed`. */
  write(text: string): void;
  /** False once it has exited, for any reason. */
  running(): boolean;
  /** Resolves once it has exited and all its output is read, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it by its own pid and resolves when it is gone. Calling it again does nothing. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Its standard input is a pipe; otherwise it is empty. */
  readonly typed?: boolean;
  /** The child's own directory: removed after it when this process ends without stopping it. */
  readonly directory?: string;
}

/**
 * A Jest worker is killed, or ends without emitting `exit`: only the kernel still acts then, by closing the pipe that
 * this script reads. It sends the signal of Ctrl-C (a fast shutdown for PostgreSQL), then kills the group.
 */
const GUARD = `
  trap '' HUP INT TERM
  read -r _ && exit
  kill -s INT -- "-$1"
  tries=0
  while kill -s 0 -- "-$1" && [ $tries -lt 20 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -s KILL -- "-$1"
  [ -z "$2" ] || rm -rf -- "$2"
`;

/** Neither the child nor its guard keeps this process from ending. */
function unref(child: ChildProcess): void {
  child.unref();
  for (const pipe of child.stdio) (pipe as Socket | null)?.unref();
}

/** @returns the function to call when the child has ended */
function guard(pid: number, directory = ''): () => void {
  const script = spawn('sh', ['-c', GUARD, 'guard', String(pid), directory], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  unref(script);
  return () => script.stdin.end('done\n');
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  }
  return () => output;
}

/**
 * Starts a program for a test, in its own process group, which ends with this process, also after a crash.
 * @throws Error when the program cannot be started at all, such as when it is not installed.
 */
export async function startChild(
  command: string,
  args: readonly string[],
  { directory, typed = false, ...options }: ChildOptions = {},
): Promise<Child> {
  const stdio = [typed ? 'pipe' : 'ignore', 'pipe', 'pipe'] as const;
  const child: ChildProcess = spawn(command, args, { ...options, detached: true, stdio: [...stdio] });
  const output = collectOutput(child);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid as number;
  const release = guard(pid, directory);
  unref(child);
  child.once('exit', release);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const running = () => child.exitCode === null && child.signalCode === null;
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (running()) await stopChild(child, signal);
  };
  const write = (text: string) => void child.stdin?.write(text);
  return { pid, output, write, running, ended, stop };
}

async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const stubborn = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await exited;
  clearTimeout(stubborn);
}

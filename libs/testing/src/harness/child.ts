import { type ChildProcess, spawn } from 'node:child_process';

export interface Child {
  readonly pid: number;
  /** What it wrote so far on stdout and stderr. */
  output(): string;
  /** False once it has exited, for whatever reason. */
  running(): boolean;
  /** Ends it by its own pid and resolves when it is gone. Calling it again does nothing. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Children of a test run that dies must not outlive it. */
const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/**
 * Starts a program for a test.
 * @throws Error when the program cannot be started at all, such as when it is not installed.
 */
export async function startChild(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Child> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  alive.add(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      alive.delete(child);
      resolve();
    });
  });
  return {
    pid: child.pid ?? -1,
    output: () => output,
    running: () => alive.has(child),
    stop: (signal = 'SIGTERM') => stopChild(child, exited, signal),
  };
}

async function stopChild(child: ChildProcess, exited: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  if (!alive.has(child)) return;
  child.kill(signal);
  const stubborn = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await exited;
  clearTimeout(stubborn);
}

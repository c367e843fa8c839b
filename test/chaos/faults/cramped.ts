import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Actor } from '../../city/actor';
import type { City } from '../city';

const run = promisify(execFile);

/** The agent can let no file grow while `work` runs, as on a full disk; does nothing where it is down. */
export async function whileCramped(
  { cramped }: City,
  agent: Actor,
  work: () => Promise<void>,
): Promise<void> {
  const { pid } = agent;
  if (pid === undefined || !agent.isUp) return;
  const limit = (bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}`]).catch(() => undefined);
  cramped.add(agent);
  await limit('4096:unlimited');
  try {
    await work();
  } finally {
    await limit('unlimited:unlimited');
    cramped.delete(agent);
  }
}

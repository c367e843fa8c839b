import { join } from 'node:path';
import { startChild } from '@pandafab/testing';

const root = join(__dirname, '../..');

export interface ChaosRun {
  readonly code: number | null;
  readonly output: string;
  /** The last line: runs, faults by kind, violations, seed. */
  readonly summary: string;
}

/** The harness as `npm run chaos` runs it, with the build that the tests use. */
export async function chaos(...args: readonly string[]): Promise<ChaosRun> {
  const files = [join(root, 'scripts/lib/typescript.cjs'), join(root, 'test/chaos/main.ts')];
  const child = await startChild(process.execPath, ['-r', ...files, ...args]);
  const code = await child.ended;
  const output = child.output();
  return { code, output, summary: output.trimEnd().split('\n').at(-1) ?? '' };
}

import type { Finding } from '@pandafab/gcode';
import type { GuardPolicy } from '@pandafab/shared';
import type { Work } from '../work';
import { openCommandSource } from './file-source';
import { type GuardedSource, guardSource } from './guarded-source';

/**
 * A file as work for a driver. Its beginning is read immediately, so that a file without commands is detected before
 * anything is sent to a machine. `close` it when the driver has finished, or never got it.
 * @throws the errors of `openCommandSource`
 */
export async function openWork(file: string, policy: GuardPolicy): Promise<FileWork> {
  return new FileWork(file, policy, guardSource(await openCommandSource(file), policy));
}

export class FileWork implements Work {
  /** Open lines that no driver has yet. */
  private ready: GuardedSource | null;

  constructor(
    readonly file: string,
    readonly policy: GuardPolicy,
    private lines: GuardedSource,
  ) {
    this.ready = lines;
  }

  /** Findings in the lines sent so far: commands left out, and warnings. */
  get findings(): readonly Finding[] {
    return this.lines.findings;
  }

  async openLines(): Promise<GuardedSource> {
    this.lines = this.ready ?? guardSource(await openCommandSource(this.file), this.policy);
    this.ready = null;
    return this.lines;
  }

  close(): Promise<void> {
    return this.lines.close();
  }
}

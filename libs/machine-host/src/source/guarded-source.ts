import { type Finding, LineGuard, longestFrame } from '@pandafab/gcode';
import { Fault, type GuardPolicy } from '@pandafab/shared';
import type { CommandSource } from './command-source';

/** The commands of a file that may be sent, and the findings in the others. */
export interface GuardedSource extends CommandSource {
  /** Commands left out so far, and warnings; the first line and the count of each kind. */
  readonly findings: readonly Finding[];
}

/**
 * Checks every command of `source` when it is taken, just before it is sent. A command that the policy strips is skipped.
 * A command that it refuses ends the source, and with it the run, with the finding as its cause (`GUARD.… {line, …}`): a
 * file that changed after the analysis is stopped here. Costs one parse per line.
 */
export function guardSource(source: CommandSource, policy: GuardPolicy): GuardedSource {
  return new CheckedSource(source, new LineGuard(policy), longestFrame(policy));
}

class CheckedSource implements GuardedSource {
  private refusal: Fault | null = null;

  constructor(
    private readonly source: CommandSource,
    private readonly guard: LineGuard,
    readonly maxFrameBytes: number,
  ) {}

  get findings(): readonly Finding[] {
    return this.guard.findings;
  }

  get totalBytes(): number {
    return this.source.totalBytes;
  }

  get offset(): number {
    return this.source.offset;
  }

  get line(): number {
    return this.source.line;
  }

  get error(): Error | null {
    return this.refusal ?? this.source.error;
  }

  get onReady(): (() => void) | null {
    return this.source.onReady;
  }

  set onReady(listener: (() => void) | null) {
    this.source.onReady = listener;
  }

  next(): string | null | undefined {
    while (!this.refusal) {
      const command = this.source.next();
      if (typeof command !== 'string') return command;
      const verdict = this.guard.check(command, this.source.line);
      if (verdict === 'pass') return command;
      if (verdict === 'refuse') this.refuse();
    }
    return null;
  }

  close(): Promise<void> {
    return this.source.close();
  }

  private refuse(): void {
    const { refusal } = this.guard;
    if (refusal) this.refusal = new Fault(refusal.code, refusal.details);
  }
}

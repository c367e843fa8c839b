import type { LineFigures, RunObserver, RunProgress } from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import type { StreamerState } from '../streamer/state';
import type { RunLedger } from './ledger';

const EVERY_MS = 100;

export interface ReportedRun {
  readonly observer: RunObserver;
  readonly state: StreamerState;
  readonly ledger: RunLedger;
}

/** A run's progress, and its listeners. */
export class RunReports {
  /** Set once the run begins: until then the conversation's counts are those of the previous run. */
  source: CommandSource | null = null;
  private reportedAt = Number.NEGATIVE_INFINITY;

  /** @param startedAt on the monotonic clock */
  constructor(
    private readonly run: ReportedRun,
    private readonly startedAt: number,
  ) {}

  onStepped(now: number): void {
    if (now - this.reportedAt >= EVERY_MS) this.report(now);
  }

  report(now: number): void {
    this.reportedAt = now;
    this.run.observer.progress(this.at(now));
  }

  at(now: number): RunProgress & { readonly lines: LineFigures } {
    const { ledger, state } = this.run;
    const { source } = this;
    const { sent, resends } = source ? state.lines : { sent: 0, resends: 0 };
    return {
      fraction: source && source.totalBytes > 0 ? ledger.bytesAcknowledged / source.totalBytes : 0,
      lines: { linesSent: sent, linesAcknowledged: ledger.linesAcknowledged, resends },
      filamentUm: ledger.filamentUm,
      elapsedSeconds: (now - this.startedAt) / 1000,
    };
  }
}

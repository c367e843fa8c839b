import type { RunObserver, RunProgress } from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import type { StreamerState } from '../streamer/state';
import type { RunLedger } from './ledger';

const EVERY_MS = 100;

export interface ReportedRun {
  readonly source: CommandSource;
  readonly observer: RunObserver;
  readonly state: StreamerState;
  readonly ledger: RunLedger;
}

/** How far a run is, and who is told. */
export class RunReports {
  /** Until then the conversation's counts are those of the run before. */
  begun = false;
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

  at(now: number): RunProgress {
    const { ledger, source, state } = this.run;
    const { linesSent, resends } = this.begun ? state : { linesSent: 0, resends: 0 };
    return {
      linesSent,
      linesAcknowledged: ledger.linesAcknowledged,
      bytesAcknowledged: ledger.bytesAcknowledged,
      bytesTotal: source.totalBytes,
      resends,
      filamentUm: ledger.filamentUm,
      elapsedSeconds: (now - this.startedAt) / 1000,
    };
  }
}

import { secondsAt } from '@pandafab/gcode';
import type { AssignmentBody } from '@pandafab/lab-link';

/**
 * The share of a run's time that has passed, 0 to 1: equal numbers of bytes take very different times to print.
 * @param pace of the analysis; without it, the share of bytes is used
 */
export function shareDone(pace: AssignmentBody['pace'], bytes: number, bytesTotal: number): number {
  if (bytesTotal <= 0) return 0;
  if (!pace || pace.totalSeconds <= 0) return Math.min(1, bytes / bytesTotal);
  const seconds = secondsAt(pace, bytes, { bytes: bytesTotal, seconds: pace.totalSeconds });
  return Math.min(1, seconds / pace.totalSeconds);
}

/** From this share of the file on, only the measured pace is used. */
const TRUST_MEASURED_FROM = 0.05;

/**
 * The remaining time of a run: at first from the estimate, later from the pace measured since the first extrusion, so
 * that heating up does not count as slowness and a virtual machine at a hundred times its speed gets a right figure.
 * In between the two are blended as factors, because one may be a hundred times the other.
 */
export class RemainingTime {
  private start: { readonly fraction: number; readonly seconds: number } | undefined;
  /** Seconds in which the print was stopped because the file or the machine waited for a person. */
  private waited = 0;
  private waitsSince: number | undefined;

  /** @param estimatedSeconds of the whole file; 0 when there is no estimate */
  constructor(private readonly estimatedSeconds: number) {}

  /**
   * The print waits from now on, until a person answers. This time is left out of the print's pace.
   * @param seconds since the print began
   */
  beginWait(seconds: number): void {
    this.waitsSince ??= seconds;
  }

  endWait(seconds: number): void {
    this.waited = this.waitedAt(seconds);
    this.waitsSince = undefined;
  }

  private waitedAt(seconds: number): number {
    return this.waited + Math.max(0, seconds - (this.waitsSince ?? seconds));
  }

  /**
   * @param fraction share of the file's time that is acknowledged, 0 to 1: see `shareDone`
   * @param secondsInAll since the run began
   * @param extruding false until the first filament has moved
   * @returns seconds; null as long as nothing is known
   */
  at(fraction: number, secondsInAll: number, extruding: boolean): number | null {
    const seconds = secondsInAll - this.waitedAt(secondsInAll);
    if (!extruding) return this.estimatedSeconds > 0 ? this.estimatedSeconds * (1 - fraction) : null;
    this.start ??= { fraction, seconds };
    const estimated = this.estimatedSeconds * (1 - fraction);
    const done = fraction - this.start.fraction;
    const taken = seconds - this.start.seconds;
    if (done <= 0 || taken <= 0) return this.estimatedSeconds > 0 ? estimated : null;
    const measured = (taken / done) * (1 - fraction);
    if (this.estimatedSeconds <= 0 || measured === 0) return measured;
    const trust = Math.min(1, done / TRUST_MEASURED_FROM);
    return estimated ** (1 - trust) * measured ** trust;
  }
}

import type { HeaterReading, RunProgress } from '@pandafab/machine-host';
import type { Clock } from '@pandafab/shared';
import { quantity } from '../output';

const TERMINAL_EVERY_MS = 200;
/** A log file wants few lines. */
const LOG_EVERY_MS = 10_000;
const BAR = 24;

/** Progress by bytes: one rewritten line on a terminal, an occasional line elsewhere. */
export class ProgressLine {
  private shownAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly clock: Clock,
  ) {}

  show(progress: RunProgress, readings: readonly HeaterReading[]): void {
    const now = this.clock.monotonic();
    if (now - this.shownAt < (this.stream.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS)) return;
    this.shownAt = now;
    const text = describe(progress, readings);
    this.stream.write(this.stream.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }
}

function describe(progress: RunProgress, readings: readonly HeaterReading[]): string {
  const { fraction, lines } = progress;
  const filled = Math.round(fraction * BAR);
  return [
    `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${quantity(fraction * 100, '%', 1).padStart(7)}`,
    ...(lines ? [pace(lines.linesAcknowledged, progress.elapsedSeconds)] : []),
    readings.map(({ actual }) => `${Math.round(actual)}°`).join(' '),
  ].join('  ');
}

const pace = (lines: number, seconds: number): string =>
  `${lines} (${Math.round(lines / Math.max(seconds, 0.001))}/s)`;

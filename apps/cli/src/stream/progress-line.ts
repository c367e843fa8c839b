import type { MachineStatus, RunProgress } from '@pandafab/machine-host';
import type { Clock } from '@pandafab/shared';
import { quantity } from '../output';

const TERMINAL_EVERY_MS = 200;
/** A log file wants few lines. */
const LOG_EVERY_MS = 10_000;
const BAR = 24;

/** Progress by bytes: one line that is rewritten on a terminal, a line now and then elsewhere. */
export class ProgressLine {
  private shownAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly clock: Clock,
  ) {}

  show(progress: RunProgress, temperatures: MachineStatus['temperatures']): void {
    const now = this.clock.monotonic();
    if (now - this.shownAt < (this.stream.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS)) return;
    this.shownAt = now;
    const text = describe(progress, temperatures);
    this.stream.write(this.stream.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
  }
}

function describe(progress: RunProgress, { nozzle, bed }: MachineStatus['temperatures']): string {
  const share = progress.bytesTotal > 0 ? progress.bytesAcknowledged / progress.bytesTotal : 1;
  const filled = Math.round(share * BAR);
  const rate = Math.round(progress.linesAcknowledged / Math.max(progress.elapsedSeconds, 0.001));
  const heat = [nozzle, bed].flatMap((reading) => (reading ? [`${Math.round(reading.actual)}°`] : []));
  return [
    `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${quantity(share * 100, '%', 1).padStart(7)}`,
    `${progress.linesAcknowledged} (${rate}/s)`,
    heat.join(' '),
  ].join('  ');
}

import {
  CONSOLE_WATCH_MS,
  LONGEST_CONSOLE_LINE,
  type MachineTelemetry,
  MOST_CONSOLE_LINES,
  MOST_CONSOLES,
} from '@pandafab/lab-link';
import type { Clock, MachineId } from '@pandafab/shared';

/** A wrong baud rate is heard as control characters, each of which takes six bytes of a message. */
const CONTROL_CHARACTER = /\p{Cc}/gu;
const printable = (line: string): string =>
  line.replace(CONTROL_CHARACTER, '·').slice(0, LONGEST_CONSOLE_LINE);

/** The watched machines: their console lines are sent with the telemetry while a page requests them. */
export class ConsoleWatch {
  /** Times of the monotonic clock; the machine requested last is at the end. */
  private readonly askedAt = new Map<MachineId, number>();

  /** @param tailOf the last lines of a machine, the oldest first */
  constructor(
    private readonly clock: Clock,
    private readonly tailOf: (machineId: MachineId, lines: number) => readonly string[],
  ) {}

  watch(machineId: MachineId): void {
    this.askedAt.delete(machineId);
    this.askedAt.set(machineId, this.clock.monotonic());
    const [first] = this.askedAt.keys();
    if (first && this.askedAt.size > MOST_CONSOLES) this.askedAt.delete(first);
  }

  /** The same machines, with the lines of those that are watched. */
  addTo(machines: readonly MachineTelemetry[]): readonly MachineTelemetry[] {
    this.forgetOld();
    if (this.askedAt.size === 0) return machines;
    return machines.map((machine) =>
      this.askedAt.has(machine.machineId)
        ? { ...machine, console: this.linesOf(machine.machineId) }
        : machine,
    );
  }

  private linesOf(machineId: MachineId): string[] {
    return this.tailOf(machineId, MOST_CONSOLE_LINES).slice(-MOST_CONSOLE_LINES).map(printable);
  }

  private forgetOld(): void {
    const now = this.clock.monotonic();
    for (const [machineId, at] of this.askedAt)
      if (now - at >= CONSOLE_WATCH_MS) this.askedAt.delete(machineId);
  }
}

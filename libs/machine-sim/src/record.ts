import { createHash } from 'node:crypto';
import type { Micrometres } from '@pandafab/shared';
import type { Point } from './motion/motion';

export interface HeaterReading {
  readonly actual: number;
  readonly target: number;
}

/** The history of a virtual machine, including resets: the host's figures are compared with it. */
export interface MachineRecord {
  readonly state: 'off' | 'running' | 'halted' | 'silent' | 'unplugged';
  /** Numbered commands accepted, without M110. */
  readonly commandsAccepted: number;
  /** The number of those that were executed completely. */
  readonly commandsExecuted: number;
  /** Hash of the text of each accepted numbered command (no number, no checksum, not M110) and a newline. */
  readonly sha256: string;
  /** Filament that came out, per tool: highest net extrusion, without the extrusion prevented by a cold nozzle. */
  readonly filamentUm: readonly Micrometres[];
  readonly nozzles: readonly HeaterReading[];
  readonly bed: HeaterReading;
  readonly chamber: HeaterReading | null;
  /** Millimetres, machine coordinates. */
  readonly position: Readonly<Point>;
  readonly fan: number;
  /** Requests for a resend. */
  readonly resends: number;
  /** Lines dropped without an answer because they were duplicates. */
  readonly duplicates: number;
  readonly unknownCommands: number;
  /** Bytes lost because more were in flight than the firmware holds: a fault of the host. */
  readonly bytesOverrun: number;
  readonly resets: number;
  /** The most extreme requests, before the machine's own protections limited them; °C and millimetres. */
  readonly asked: {
    readonly codes: readonly string[];
    readonly nozzleC: number;
    readonly bedC: number;
    readonly min: Readonly<Point>;
    readonly max: Readonly<Point>;
  };
  /** Faults of the plan that happened. */
  readonly faults: number;
}

const BATCH = 16_384;

/** Hash of the accepted commands, fed in batches: one hash update per line would cost more than the line. */
export class AcceptedCommands {
  private readonly hash = createHash('sha256');
  private pending = '';
  count = 0;

  add(text: string): void {
    this.count++;
    this.pending += `${text}\n`;
    if (this.pending.length >= BATCH) this.drain();
  }

  get sha256(): string {
    this.drain();
    return this.hash.copy().digest('hex');
  }

  private drain(): void {
    this.hash.update(this.pending, 'latin1');
    this.pending = '';
  }
}

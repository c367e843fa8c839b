import { createHash } from 'node:crypto';
import type { Micrometres } from '@pandafab/shared';
import type { Point } from './motion/motion';

export interface HeaterReading {
  readonly actual: number;
  readonly target: number;
}

/** What a virtual machine went through since it exists, resets included: the host's figures are held against it. */
export interface MachineRecord {
  readonly state: 'off' | 'running' | 'halted' | 'silent' | 'unplugged';
  /** Numbered commands accepted, without M110. */
  readonly commandsAccepted: number;
  /** Of those, how many were executed to their end. */
  readonly commandsExecuted: number;
  /** Of the text of each accepted numbered command (no number, no checksum, not M110) and a newline. */
  readonly sha256: string;
  /** Filament that came out, per tool: highest net extrusion, without what cold extrusion prevented. */
  readonly filamentUm: readonly Micrometres[];
  readonly nozzles: readonly HeaterReading[];
  readonly bed: HeaterReading;
  readonly chamber: HeaterReading | null;
  /** Millimetres, machine coordinates. */
  readonly position: Readonly<Point>;
  readonly fan: number;
  /** Requests for a resend. */
  readonly resends: number;
  /** Lines dropped in silence because they came twice. */
  readonly duplicates: number;
  readonly unknownCommands: number;
  /** Bytes lost because more were in flight than the firmware holds: a fault of the host. */
  readonly bytesOverrun: number;
  readonly resets: number;
  /** What it was asked for at its worst, whatever its own protections made of that; °C and millimetres. */
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

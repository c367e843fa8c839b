import { createHash } from 'node:crypto';
import type { FirmwareProfile } from '@pandafab/firmware';
import { CommandWords, ExtrusionMeter, LONGEST_FRAME_BYTES } from '@pandafab/gcode';
import type { Dialect, Heaters, PausePlanner } from '../dialect/dialect';
import { commandOf, offsetOf } from '../streamer/lines';
import type { StreamerState } from '../streamer/state';
import { SlipBook } from './slip-book';

/** Bytes per hash update: hashing line by line would cost more than sending them. */
const BATCH_BYTES = 2 * LONGEST_FRAME_BYTES;
const LF = 0x0a;

/**
 * What a run has really done: built from acknowledged commands only, each exactly once, in order.
 */
export class RunLedger {
  /** What the firmware remembers after the last acknowledged command, scripts included. */
  readonly pauses: PausePlanner;
  /** What the machine acknowledged and did not do. */
  readonly slips: SlipBook;
  private readonly words = new CommandWords();
  private readonly meter: ExtrusionMeter;
  private readonly hash = createHash('sha256');
  /** Acknowledged commands that are not hashed yet, as bytes: strings kept until then would be copied by the collector. */
  private readonly batch = Buffer.alloc(BATCH_BYTES);
  private batched = 0;
  private applied = 0;
  private lines = 0;
  private offset = 0;

  constructor(
    profile: FirmwareProfile,
    dialect: Dialect,
    private readonly bank: Heaters,
  ) {
    this.pauses = dialect.createPausePlanner(profile);
    this.slips = new SlipBook(dialect);
    this.meter = new ExtrusionMeter(profile.extrusion);
  }

  /** Adds the lines acknowledged since the last call. */
  apply(state: StreamerState): void {
    while (this.applied < state.lines.acknowledged) this.acknowledge(state, ++this.applied);
  }

  private acknowledge(state: StreamerState, line: number): void {
    const command = commandOf(state, line);
    const end = this.read(command);
    const slip = state.slips.length > 0 ? this.slips.collect(state, line) : null;
    // Scripts move filament too, but are not part of the file.
    if (slip === 'ignored') this.slips.onIgnored(this.words);
    else this.carryOut(command, slip === 'prevented');
    this.bank.follow(this.words);
    const offset = offsetOf(state, line);
    if (offset < 0) return;
    this.lines++;
    this.offset = offset;
    this.batch[end] = LF;
    this.batched = end + 1;
  }

  /** @param withoutFilament the machine prevented the movement of E */
  private carryOut(command: string, withoutFilament: boolean): void {
    if (this.words.letter === 0) this.meter.applyNamed(command);
    else if (withoutFilament) this.slips.onWithheld(this.meter.applyUnmoved(this.words));
    else this.meter.applyWords(this.words);
    this.pauses.follow(this.words);
  }

  /** Lines that may have been or may still be executed: the heaters that they set have to be switched off, too. */
  noteUnanswered(state: StreamerState): void {
    for (let line = state.lines.acknowledged + 1; line < state.lines.newest; line++) {
      this.read(commandOf(state, line));
      this.bank.follow(this.words);
    }
  }

  /** Parses a command after the batched ones; returns its end. */
  private read(command: string): number {
    if (this.batched + LONGEST_FRAME_BYTES > BATCH_BYTES) this.flush();
    const { batch, batched } = this;
    const end = batched + batch.write(command, batched, 'latin1');
    this.words.parse(batch, batched, end);
    return end;
  }

  private flush(): void {
    this.hash.update(this.batch.subarray(0, this.batched));
    this.batched = 0;
  }

  get linesAcknowledged(): number {
    return this.lines;
  }

  /** Bytes of the file up to the end of the last acknowledged line. */
  get bytesAcknowledged(): number {
    return this.offset;
  }

  get filamentUm(): readonly number[] {
    return [...this.meter.filamentUm];
  }

  /**
   * False when filament was or may have been moved without an acknowledged E, or when the machine reported that it did
   * something differently.
   */
  get isExact(): boolean {
    return this.meter.exact && this.slips.isClean;
  }

  /** A person, or the firmware itself, has changed or loaded filament meanwhile. */
  doubt(): void {
    this.meter.exact = false;
  }

  /** Hash of the sequence so far; the ledger stays usable. */
  sha256(): string {
    this.flush();
    return this.hash.copy().digest('hex');
  }
}

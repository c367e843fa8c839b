import { createHash } from 'node:crypto';
import type { FirmwareProfile } from '@pandafab/firmware';
import { CommandWords, ExtrusionMeter, LONGEST_FRAME_BYTES } from '@pandafab/gcode';
import { commandOf, offsetOf, type StreamerState } from '../streamer/state';
import type { HeaterBank } from './heater-bank';
import { ModalState } from './modal-state';
import { SlipBook } from './slip-book';

/** Bytes hashed at once: hashing line by line would cost more than sending them. */
const BATCH_BYTES = 2 * LONGEST_FRAME_BYTES;
const LF = 0x0a;

/**
 * What a run has really done: built from acknowledged commands only, each exactly once, in order.
 */
export class RunLedger {
  /** What the firmware remembers after the last acknowledged command, scripts included. */
  readonly modal: ModalState;
  /** What the machine acknowledged and did not do. */
  readonly slips = new SlipBook();
  private readonly words = new CommandWords();
  private readonly meter: ExtrusionMeter;
  private readonly hash = createHash('sha256');
  /** Commands acknowledged but not hashed yet, as bytes: texts kept until then would be copied by the collector. */
  private readonly batch = Buffer.alloc(BATCH_BYTES);
  private batched = 0;
  private applied = 0;
  private lines = 0;
  private offset = 0;

  constructor(
    extrusion: FirmwareProfile['extrusion'],
    private readonly bank: HeaterBank,
  ) {
    this.modal = new ModalState(extrusion.modes);
    this.meter = new ExtrusionMeter(extrusion);
  }

  /** Takes over what was acknowledged since the last call. */
  apply(state: StreamerState): void {
    while (this.applied < state.acknowledged) this.acknowledge(state, ++this.applied);
  }

  private acknowledge(state: StreamerState, line: number): void {
    const command = commandOf(state, line);
    const end = this.read(command);
    const slip = state.slips.length > 0 ? this.slips.take(state, line) : null;
    // Scripts move filament too, but are not the file's.
    if (slip === 'ignored') this.slips.onIgnored(this.words);
    else this.carryOut(command, slip === 'prevented');
    this.bank.name(this.words);
    const offset = offsetOf(state, line);
    if (offset < 0) return;
    this.lines++;
    this.offset = offset;
    this.batch[end] = LF;
    this.batched = end + 1;
  }

  /** @param withoutFilament the machine kept E from moving */
  private carryOut(command: string, withoutFilament: boolean): void {
    if (this.words.letter === 0) this.meter.applyNamed(command);
    else if (withoutFilament) this.slips.onWithheld(this.meter.applyUnmoved(this.words));
    else this.meter.applyWords(this.words);
    this.modal.applyWords(this.words);
  }

  /** Lines that may have been carried out, or may be yet: what they heat has to be switched off, too. */
  noteUnanswered(state: StreamerState): void {
    for (let line = state.acknowledged + 1; line < state.newest; line++) {
      this.read(commandOf(state, line));
      this.bank.name(this.words);
    }
  }

  /** Takes a command apart behind what is batched; answers where it ends. */
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

  /** Bytes of the file behind the last acknowledged line. */
  get bytesAcknowledged(): number {
    return this.offset;
  }

  get filamentUm(): readonly number[] {
    return [...this.meter.filamentUm];
  }

  /**
   * False where filament was moved, or may have been, that no acknowledged E speaks of; and where the machine said that it
   * did something otherwise.
   */
  get isExact(): boolean {
    return this.meter.exact && this.slips.isClean;
  }

  /** Somebody, or the firmware by itself, has changed or loaded filament meanwhile. */
  doubt(): void {
    this.meter.exact = false;
  }

  /** Of the sequence so far; the ledger stays usable. */
  sha256(): string {
    this.flush();
    return this.hash.copy().digest('hex');
  }
}

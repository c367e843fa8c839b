import { createHash } from 'node:crypto';
import { CommandWords, ExtrusionMeter } from '@pandafab/gcode';
import { commandOf, offsetOf, type StreamerState } from '../streamer/state';
import { ModalState } from './modal-state';

/** Text hashed at once: hashing line by line would cost more than sending them. */
const BATCH = 16_384;

/**
 * What a run has really done: built from acknowledged commands only, each exactly once, in order.
 */
export class RunLedger {
  /** What the firmware remembers after the last acknowledged command, scripts included. */
  readonly modal = new ModalState();
  private readonly words = new CommandWords();
  private readonly scratch = Buffer.alloc(256);
  private readonly meter = new ExtrusionMeter();
  private readonly hash = createHash('sha256');
  private pending = '';
  private applied = 0;
  private lines = 0;
  private offset = 0;

  /** Takes over what was acknowledged since the last call. */
  apply(state: StreamerState): void {
    while (this.applied < state.acknowledged) this.acknowledge(state, ++this.applied);
  }

  private acknowledge(state: StreamerState, line: number): void {
    const command = commandOf(state, line);
    this.words.parse(this.scratch, 0, this.scratch.write(command, 'latin1'));
    // Scripts move filament too, but are not the file's.
    this.meter.applyWords(this.words);
    this.modal.applyWords(this.words);
    const offset = offsetOf(state, line);
    if (offset < 0) return;
    this.lines++;
    this.offset = offset;
    this.pending += `${command}\n`;
    if (this.pending.length > BATCH) this.flush();
  }

  private flush(): void {
    this.hash.update(this.pending, 'latin1');
    this.pending = '';
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

  /** Of the sequence so far; the ledger stays usable. */
  sha256(): string {
    this.flush();
    return this.hash.copy().digest('hex');
  }
}

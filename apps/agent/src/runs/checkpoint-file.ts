import {
  closeSync,
  constants,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { NO_FIGURES, type RunFigures } from '@pandafab/lab-link';
import { syncDirectory } from '@pandafab/platform';
import type { Clock, RunId } from '@pandafab/shared';

/** Progress of a run, as far as the machine has acknowledged it. */
export type Checkpoint = Readonly<RunFigures>;

const RECORD_BYTES = 256;
/** Two records per slot, written alternately: a power cut during a write destroys one and leaves the earlier one. */
const SLOT_BYTES = 2 * RECORD_BYTES;
const RUN_ID_BYTES = 36;
const HEADER_BYTES = 16;
const FIRST_NUMBER = HEADER_BYTES + RUN_ID_BYTES + 4;
const FIXED_NUMBERS = 4;
const MOST_TOOLS = (RECORD_BYTES - FIRST_NUMBER) / 8 - FIXED_NUMBERS;

/** Interval of syncs to the disk, which are rare because flash cards wear out. */
const SYNC_INTERVAL_MS = 1000;

function encode(runId: RunId, revision: number, checkpoint: Checkpoint): Buffer {
  const record = Buffer.alloc(RECORD_BYTES);
  const { linesSent, linesAcknowledged, resends, seconds } = checkpoint;
  const filamentUm = checkpoint.filamentUm.slice(0, MOST_TOOLS);
  record.writeDoubleLE(revision, 4);
  record.writeUInt32LE(filamentUm.length, 12);
  record.write(runId, HEADER_BYTES, 'ascii');
  [linesSent, linesAcknowledged, resends, seconds, ...filamentUm].forEach((value, index) => {
    record.writeDoubleLE(value, FIRST_NUMBER + 8 * index);
  });
  record.writeUInt32LE(crc32(record.subarray(4)), 0);
  return record;
}

interface DecodedRecord extends Checkpoint {
  readonly runId: RunId;
  readonly revision: number;
}

function decode(record: Buffer): DecodedRecord | undefined {
  if (record.readUInt32LE(0) !== crc32(record.subarray(4))) return undefined;
  const number = (index: number) => record.readDoubleLE(FIRST_NUMBER + 8 * index);
  const tools = record.readUInt32LE(12);
  return {
    runId: record.toString('ascii', HEADER_BYTES, HEADER_BYTES + RUN_ID_BYTES) as RunId,
    revision: record.readDoubleLE(4),
    linesSent: number(0),
    linesAcknowledged: number(1),
    resends: number(2),
    seconds: number(3),
    filamentUm: Array.from({ length: tools }, (_, tool) => number(FIXED_NUMBERS + tool)),
  };
}

/**
 * One small fixed-size record for each active run, overwritten in place: a write costs microseconds, while a
 * transaction of the journal waits for the disk.
 */
export class CheckpointFile {
  private readonly slots: (RunId | null)[] = [];
  private readonly found = new Map<RunId, Checkpoint>();
  private revision = 0;
  private syncedAt = Number.NEGATIVE_INFINITY;

  private constructor(
    private readonly file: number,
    private readonly clock: Clock,
  ) {}

  /** Opens or creates the file, and reads the records of an earlier process. */
  static open(path: string, clock: Clock): CheckpointFile {
    const checkpoints = new CheckpointFile(
      openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600),
      clock,
    );
    checkpoints.load();
    syncDirectory(dirname(path));
    return checkpoints;
  }

  /** The last record of a run from an earlier process. */
  left(runId: RunId): Checkpoint | undefined {
    return this.found.get(runId);
  }

  /** Records that a run begins: on the disk when this returns, so that it survives a power cut. */
  mark(runId: RunId): void {
    this.put(runId, NO_FIGURES);
    fdatasyncSync(this.file);
  }

  write(runId: RunId, checkpoint: Checkpoint): void {
    this.put(runId, checkpoint);
    this.sync();
  }

  private put(runId: RunId, checkpoint: Checkpoint): void {
    const record = encode(runId, ++this.revision, checkpoint);
    const position = this.slotOf(runId) * SLOT_BYTES + (this.revision % 2) * RECORD_BYTES;
    writeSync(this.file, record, 0, RECORD_BYTES, position);
  }

  /** The run's end is in the journal: its slot is free. */
  clear(runId: RunId): void {
    this.found.delete(runId);
    const slot = this.slots.indexOf(runId);
    if (slot < 0) return;
    this.slots[slot] = null;
    writeSync(this.file, Buffer.alloc(SLOT_BYTES, 0xff), 0, SLOT_BYTES, slot * SLOT_BYTES);
  }

  /** The ends of all runs of earlier processes are in the journal: their slots are free. */
  clearLeft(): void {
    for (const runId of [...this.found.keys()]) this.clear(runId);
  }

  close(): void {
    closeSync(this.file);
  }

  private load(): void {
    const count = Math.ceil(fstatSync(this.file).size / RECORD_BYTES);
    const newest = new Map<RunId, DecodedRecord>();
    for (let index = 0; index < count; index++) {
      const record = Buffer.alloc(RECORD_BYTES, 0xff);
      readSync(this.file, record, 0, RECORD_BYTES, index * RECORD_BYTES);
      const decoded = decode(record);
      this.slots[index >> 1] ??= decoded?.runId ?? null;
      if (!decoded) continue;
      this.revision = Math.max(this.revision, decoded.revision);
      if ((newest.get(decoded.runId)?.revision ?? 0) < decoded.revision) newest.set(decoded.runId, decoded);
    }
    for (const [runId, { revision: _, runId: __, ...checkpoint }] of newest)
      this.found.set(runId, checkpoint);
  }

  private slotOf(runId: RunId): number {
    const mine = this.slots.indexOf(runId);
    if (mine >= 0) return mine;
    const free = this.slots.indexOf(null);
    const slot = free >= 0 ? free : this.slots.length;
    this.slots[slot] = runId;
    return slot;
  }

  private sync(): void {
    const now = this.clock.monotonic();
    if (now - this.syncedAt < SYNC_INTERVAL_MS) return;
    this.syncedAt = now;
    // A power cut may lose one more second of figures; the journal reports a failing disk.
    fdatasync(this.file, () => {});
  }
}

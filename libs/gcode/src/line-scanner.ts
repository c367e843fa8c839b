import { Fault } from '@pandafab/shared';

const LF = 0x0a;
const CR = 0x0d;

/** Bytes kept of one line. Longer lines are comments that are not read, or not G-code. */
export const MAX_LINE_BYTES = 8192;

/**
 * Handles one line: the bytes `start` to `end` of `bytes`, valid only during the call. `cut` says that the rest of the
 * line was dropped; `endOffset` is where in the file the line ends, its line end included.
 */
export type LineSink = (
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  endOffset: number,
  cut: boolean,
) => void;

/**
 * May handle a whole line that begins at `start` of `bytes` and ends in a line feed, which is present.
 * @param offset where in the file the line begins
 * @returns the index of that line feed; -1 to leave the line to the `LineSink`
 */
export type QuickSink = (bytes: Uint8Array, start: number, line: number, offset: number) => number;

/**
 * Cuts a stream of chunks into lines that end in LF, CR LF or CR, without holding more than one line. A byte order
 * mark is skipped.
 * @throws Fault FILE.NUL_BYTES {line}
 */
export class LineScanner {
  private readonly kept = new Uint8Array(MAX_LINE_BYTES);
  private keptLength = 0;
  private cut = false;
  private line = 1;
  private offset = 0;
  /** A CR ended the previous line: an LF that follows belongs to it. */
  private afterCr = false;

  /** @param quick is tried first, for lines that are not cut by the end of a chunk */
  constructor(
    private readonly sink: LineSink,
    private readonly quick: QuickSink | null = null,
  ) {}

  /** Lines seen so far, including the present one. */
  get lines(): number {
    return this.line - (this.keptLength === 0 ? 1 : 0);
  }

  push(chunk: Uint8Array): void {
    const lastFeed = this.quick ? chunk.lastIndexOf(LF) : -1;
    let start = this.keptLength === 0 ? this.takeQuickly(chunk, 0, lastFeed) : 0;
    for (let i = start; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte > CR) continue;
      if (byte === LF || byte === CR) {
        const isSecondHalf = byte === LF && this.afterCr && i === start && this.keptLength === 0;
        this.afterCr = byte === CR;
        if (!isSecondHalf) this.endLine(chunk, start, i);
        start = this.takeQuickly(chunk, i + 1, lastFeed);
        i = start - 1;
      } else if (byte === 0) {
        throw new Fault('FILE.NUL_BYTES', { line: this.line });
      }
    }
    if (start < chunk.length) this.keep(chunk, start, chunk.length);
    this.offset += chunk.length;
  }

  /** Lets the quick sink handle lines from `start` on. @returns the start of the first line that it does not handle */
  private takeQuickly(chunk: Uint8Array, start: number, lastFeed: number): number {
    const { quick, offset } = this;
    let at = start;
    while (quick && at <= lastFeed) {
      const feed = quick(chunk, at, this.line, offset + at);
      if (feed < 0) break;
      this.line++;
      this.afterCr = false;
      at = feed + 1;
    }
    return at;
  }

  /** Hands over a last line that had no line end. */
  end(): void {
    if (this.keptLength === 0) return;
    this.hand(this.kept, 0, this.keptLength, this.offset, this.cut);
    this.line++;
    this.keptLength = 0;
  }

  private endLine(chunk: Uint8Array, start: number, end: number): void {
    const endOffset = this.offset + end + 1;
    if (this.keptLength === 0) {
      const cut = end - start > MAX_LINE_BYTES;
      if (end > start) this.hand(chunk, start, cut ? start + MAX_LINE_BYTES : end, endOffset, cut);
    } else {
      this.keep(chunk, start, end);
      this.hand(this.kept, 0, this.keptLength, endOffset, this.cut);
    }
    this.keptLength = 0;
    this.cut = false;
    this.line++;
  }

  private hand(bytes: Uint8Array, start: number, end: number, endOffset: number, cut: boolean): void {
    const from = this.line === 1 ? afterByteOrderMark(bytes, start, end) : start;
    if (end > from) this.sink(bytes, from, end, this.line, endOffset, cut);
  }

  private keep(chunk: Uint8Array, start: number, end: number): void {
    const room = MAX_LINE_BYTES - this.keptLength;
    const taken = Math.min(room, end - start);
    this.kept.set(chunk.subarray(start, start + taken), this.keptLength);
    this.keptLength += taken;
    if (taken < end - start) this.cut = true;
  }
}

function afterByteOrderMark(bytes: Uint8Array, start: number, end: number): number {
  const marked =
    end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  return marked ? start + 3 : start;
}

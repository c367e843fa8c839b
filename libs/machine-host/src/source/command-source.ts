/**
 * The commands of a file, one after the other: no comments, no blank lines, no line numbers. Read
 * synchronously, because a promise per line would cost more than the line.
 */
export interface CommandSource {
  readonly totalBytes: number;
  /** Bytes of the file up to the end of the command returned last. */
  readonly offset: number;
  /** The file line of the command returned last, counted from 1. */
  readonly line: number;
  /** The next command; null after the last; undefined while it is being read, then `onReady` is called. */
  next(): string | null | undefined;
  onReady: (() => void) | null;
  /** The error that ended the reading early, if any: `next()` then returns null. */
  readonly error: Error | null;
  /** The most bytes of a framed line that may be sent; the profile's value when undefined. */
  readonly maxFrameBytes?: number;
  close(): Promise<void>;
}

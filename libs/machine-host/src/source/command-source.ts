/**
 * The commands of a file, one after the other: no comments, no blank lines, no line numbers. Asked
 * synchronously, because a promise a line would cost more than the line.
 */
export interface CommandSource {
  readonly totalBytes: number;
  /** Bytes of the file behind the command returned last. */
  readonly offset: number;
  /** Line of the file that the command returned last stands on, counted from 1. */
  readonly line: number;
  /** The next command; null after the last; undefined while it is being read, then `onReady` is called. */
  next(): string | null | undefined;
  onReady: (() => void) | null;
  /** What ended the reading early, if anything did: `next()` then answers null. */
  readonly error: Error | null;
  /** Bytes of the longest framed line that may be sent of it; as the profile says where it does not tell. */
  readonly maxFrameBytes?: number;
  close(): Promise<void>;
}

import type { IncomingMessage } from 'node:http';
import { Fault } from '@pandafab/shared';

const NOTHING = Buffer.alloc(0);

/**
 * Reads a request's body piece by piece, and holds no more than one chunk of it: the sender is slowed down to the pace
 * of the reader. After `release` the rest can be discarded while an answer is sent, which is not possible after an
 * async iterator of Node: it destroys the connection, or stays attached to it.
 */
export class ByteReader {
  private rest: Buffer = NOTHING;
  private waiting: (() => void) | undefined;
  private chunk: Buffer | undefined;
  private state: 'open' | 'ended' | 'broken';

  constructor(private readonly request: IncomingMessage) {
    this.state = request.destroyed && !request.complete ? 'broken' : 'open';
    request.on('data', this.onData);
    request.once('end', this.onEnd);
    request.once('close', this.onClose);
    request.once('error', this.onClose);
  }

  /**
   * The next bytes before `delimiter`; undefined when it is reached: it is then skipped.
   * @throws Fault FILE.TRUNCATED if the body ends before the delimiter
   */
  async before(delimiter: Buffer): Promise<Buffer | undefined> {
    for (;;) {
      const at = this.rest.indexOf(delimiter);
      if (at === 0) return this.cut(delimiter.length) && undefined;
      // The last bytes may be the beginning of the delimiter.
      const length = at > 0 ? at : this.rest.length - delimiter.length + 1;
      if (length > 0) return this.cut(length);
      if (!(await this.fill())) throw new Fault('FILE.TRUNCATED');
    }
  }

  /** True if these are the next bytes; they are not skipped. @throws Fault FILE.TRUNCATED if the body was cut short */
  async startsWith(bytes: Buffer): Promise<boolean> {
    while (this.rest.length < bytes.length && (await this.fill()));
    return this.rest.subarray(0, bytes.length).equals(bytes);
  }

  /** The next bytes of the whole body; undefined at its end. @throws Fault FILE.TRUNCATED if it was cut short */
  async next(): Promise<Buffer | undefined> {
    if (this.rest.length === 0 && !(await this.fill())) return undefined;
    return this.cut(this.rest.length);
  }

  /** Ends the reading: the request can be resumed or read by others. */
  release(): void {
    this.request.off('data', this.onData);
    this.request.off('end', this.onEnd);
    this.request.off('close', this.onClose);
    // The listener for errors stays: a connection that breaks later must not end the process.
    this.rest = NOTHING;
  }

  private cut(length: number): Buffer {
    const piece = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    return piece;
  }

  /** @returns false at the end of the body */
  private async fill(): Promise<boolean> {
    while (this.chunk === undefined && this.state === 'open')
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
        this.request.resume();
      });
    if (this.chunk === undefined) {
      if (this.state === 'broken') throw new Fault('FILE.TRUNCATED');
      return false;
    }
    this.rest = this.rest.length === 0 ? this.chunk : Buffer.concat([this.rest, this.chunk]);
    this.chunk = undefined;
    return true;
  }

  private readonly onData = (chunk: Buffer): void => {
    this.request.pause();
    this.chunk = this.chunk === undefined ? chunk : Buffer.concat([this.chunk, chunk]);
    this.wake();
  };

  private readonly onEnd = (): void => {
    if (this.state === 'open') this.state = 'ended';
    this.wake();
  };

  private readonly onClose = (): void => {
    if (this.state === 'open') this.state = this.request.complete ? 'ended' : 'broken';
    this.wake();
  };

  private wake(): void {
    this.waiting?.();
    this.waiting = undefined;
  }
}

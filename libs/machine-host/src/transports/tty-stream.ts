import { closeSync, constants, openSync, writeSync } from 'node:fs';
import type { OnReadOpts } from 'node:net';
import { isatty, ReadStream } from 'node:tty';

const READ_BYTES = 4096;

/** A terminal stream whose bytes go to a callback instead of `data` events. */
export interface TtyStream {
  readonly stream: ReadStream;
  /** Sends bytes immediately if the terminal accepts them; false when they pile up. */
  write(bytes: Uint8Array): boolean;
}

/**
 * Moves the bytes of a serial device that `serialport` has opened, configured and locked, through libuv's own
 * terminal stream: a quarter of the work of `serialport`'s poller and thread pool for each line. A separate
 * descriptor, because libuv replaces the one that it is given, and the lock would be lost with it.
 * @param onBytes the chunk is valid during the call only
 * @returns null when the system has no such stream; then `serialport` moves the bytes
 */
export function openTtyStream(path: string, onBytes: (bytes: Uint8Array) => void): TtyStream | null {
  if (process.platform === 'win32') return null;
  const fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  if (!isatty(fd)) {
    closeSync(fd);
    return null;
  }
  // net.Socket's own option, which the types of tty.ReadStream leave out.
  const options: object = { writable: true, onread: intoOneBuffer(onBytes) };
  const stream = new ReadStream(fd, options);
  stream.resume();
  return { stream, write: (bytes) => write(fd, stream, bytes) };
}

/** One buffer for all reads: a new one for each costs more than the line that it brings. */
function intoOneBuffer(onBytes: (bytes: Uint8Array) => void): OnReadOpts {
  const buffer = Buffer.allocUnsafe(READ_BYTES);
  return {
    buffer,
    callback: (length) => {
      onBytes(buffer.subarray(0, length));
      return true;
    },
  };
}

/** Past the stream's own machinery, unless something waits in it already: a third of a line's time in Node. */
function write(fd: number, stream: ReadStream, bytes: Uint8Array): boolean {
  const written = stream.writableLength === 0 && !stream.destroyed ? tryWrite(fd, bytes) : 0;
  if (written === bytes.byteLength) return true;
  return stream.write(Buffer.from(bytes.buffer, bytes.byteOffset + written, bytes.byteLength - written));
}

/** Number of bytes that the terminal accepted. The stream detects and reports an error (full, gone). */
function tryWrite(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes);
  } catch {
    return 0;
  }
}

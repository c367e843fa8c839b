import { closeSync, constants, openSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';

/**
 * Moves the bytes of a serial device that `serialport` has opened, configured and locked, through libuv's own
 * terminal stream: a quarter of the work of `serialport`'s poller and thread pool for each line. A descriptor of
 * its own, because libuv replaces the one that it is given, and the lock would go with it.
 * @returns null where the system has no such thing; then `serialport` moves the bytes
 */
export function openTtyStream(path: string): ReadStream | null {
  if (process.platform === 'win32') return null;
  const fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  if (isatty(fd)) return new ReadStream(fd, { writable: true });
  closeSync(fd);
  return null;
}

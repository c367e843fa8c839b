import { existsSync } from 'node:fs';
import type { Duplex } from 'node:stream';
import type { FirmwareProfile } from '@pandafab/firmware';
import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import { SerialPort } from 'serialport';
import type { DriverLog } from '../machine-driver';
import type { CloseReason, Link, Transport } from '../transport';
import { openTtyStream, type TtyStream } from './tty-stream';

export interface SerialOptions {
  readonly path: string;
  readonly baudRate: number;
  readonly dtr: FirmwareProfile['reset']['dtr'];
  readonly clock: Clock;
  readonly log: DriverLog;
  /** The functions that call the system; tests replace them. */
  readonly binding?: typeof SerialPort.binding;
}

const WATCH_EVERY_MS = 1_000;
/** Longest wait for the last bytes when closing. */
const FLUSH_MS = 500;
/** Arduino-style boards are reset by the edge; the length only has to outlast the driver's latency. */
const RESET_PULSE_MS = 100;

/** A machine on a serial device, locked against every other program that honours locks. */
export function serialTransport(options: SerialOptions): Transport {
  return { open: (onBytes, onClose) => open(options, onBytes, onClose) };
}

function faultOf(path: string, error: Error): Fault {
  const { message } = error;
  // `Cannot lock port` is flock refused (serialport bindings), EBUSY is TIOCEXCL.
  if (/lock port|busy/i.test(message)) return new Fault('MACHINE.PORT_BUSY', { address: path });
  if (/no such file|ENOENT|ENODEV/i.test(message)) return new Fault('MACHINE.PORT_ABSENT', { address: path });
  return new Fault('MACHINE.PORT_REFUSED', { address: path, reason: message });
}

async function open(
  options: SerialOptions,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Promise<Link> {
  const { path, baudRate } = options;
  if (!existsSync(path)) throw new Fault('MACHINE.PORT_ABSENT', { address: path });
  const port = new SerialPort({
    path,
    baudRate,
    lock: true,
    hupcl: options.dtr !== 'clear',
    autoOpen: false,
    ...(options.binding && { binding: options.binding }),
  });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(faultOf(path, error)) : resolve()));
  });
  const tty = openStream(port, path, onBytes);
  const stream: Duplex = tty?.stream ?? port.on('data', onBytes);
  watch(port, stream, options, onClose);
  if (options.dtr !== 'leave') await setDtr(port, options, options.dtr === 'assert');
  return {
    write:
      tty?.write ?? ((bytes) => port.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
    reset: () => pulse(port, options),
    close: () => close(port, stream, options.clock),
  };
}

/**
 * A device can disappear right after its opening: its port, which is open by now, is closed again.
 * @throws Fault MACHINE.PORT_ABSENT, MACHINE.PORT_REFUSED
 */
function openStream(port: SerialPort, path: string, onBytes: (bytes: Uint8Array) => void): TtyStream | null {
  try {
    return openTtyStream(path, onBytes);
  } catch (error) {
    port.close(() => undefined);
    throw faultOf(path, error as Error);
  }
}

/** A pulled plug may give no `close` (node-serialport #2043, #2351): the device's path is watched as well. */
function watch(
  port: SerialPort,
  stream: Duplex,
  options: SerialOptions,
  onClose: (why: CloseReason) => void,
): void {
  const { path, clock, log } = options;
  let cancel: CancelTimer;
  let over = false;
  const finish = (why: CloseReason) => {
    if (over) return;
    over = true;
    cancel();
    onClose(why);
    stream.destroy();
    if (port.isOpen) port.close(() => undefined);
  };
  const look = () => {
    cancel = clock.setTimer(WATCH_EVERY_MS, look);
    if (!existsSync(path)) finish({ kind: 'unplugged', detail: `${path} has disappeared` });
  };
  cancel = clock.setTimer(WATCH_EVERY_MS, look);
  port.on('error', (error) => log.warn('machine.port-error', { path, reason: error.message }));
  port.on('close', (error: Error | null) =>
    finish(error ? { kind: 'unplugged', detail: error.message } : { kind: 'closed' }),
  );
  if (stream === port) return;
  // A terminal whose other side is gone reads as an I/O error, or as an end.
  stream.on('error', (error) => finish({ kind: 'unplugged', detail: error.message }));
  stream.on('end', () => finish({ kind: 'unplugged', detail: `${path} was closed` }));
}

/** Pseudo-terminals have no modem lines (ENOTTY): this is logged, and harmless. */
function setDtr(port: SerialPort, options: SerialOptions, dtr: boolean): Promise<void> {
  return new Promise((resolve) => {
    port.set({ dtr }, (error) => {
      if (error)
        options.log.info('machine.modem-lines-unsupported', { path: options.path, reason: error.message });
      resolve();
    });
  });
}

async function pulse(port: SerialPort, options: SerialOptions): Promise<void> {
  await setDtr(port, options, false);
  await new Promise<void>((resolve) => options.clock.setTimer(RESET_PULSE_MS, resolve));
  await setDtr(port, options, true);
}

/** Data written just before, such as heaters-off, is still sent; a dead device must not delay us. */
function close(port: SerialPort, stream: Duplex, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    const shut = () => {
      if (port.isOpen) port.close(() => resolve());
      else resolve();
    };
    const cancel = clock.setTimer(FLUSH_MS, shut);
    const drain = () =>
      port.drain(() => {
        cancel();
        shut();
      });
    if (stream.writableLength > 0) stream.once('drain', drain);
    else drain();
  });
}

import { existsSync } from 'node:fs';
import type { FirmwareProfile } from '@pandafab/firmware';
import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import { SerialPort } from 'serialport';
import type { DriverLog } from '../machine-driver';
import type { CloseReason, Link, Transport } from '../transport';

export interface SerialOptions {
  readonly path: string;
  readonly baudRate: number;
  readonly dtr: FirmwareProfile['reset']['dtr'];
  readonly clock: Clock;
  readonly log: DriverLog;
}

const WATCH_EVERY_MS = 1_000;
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
  });
  await new Promise<void>((resolve, reject) => {
    port.open((error) => (error ? reject(faultOf(path, error)) : resolve()));
  });
  port.on('data', onBytes);
  watch(port, options, onClose);
  if (options.dtr !== 'leave') await setDtr(port, options, options.dtr === 'assert');
  return {
    write: (bytes) => port.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    reset: () => pulse(port, options),
    close: () => close(port),
  };
}

/** A pulled plug may give no `close` (node-serialport #2043, #2351): the device's path is watched as well. */
function watch(port: SerialPort, options: SerialOptions, onClose: (why: CloseReason) => void): void {
  let cancel: CancelTimer;
  let over = false;
  const finish = (why: CloseReason) => {
    if (over) return;
    over = true;
    cancel();
    onClose(why);
  };
  const look = () => {
    cancel = options.clock.setTimer(WATCH_EVERY_MS, look);
    if (existsSync(options.path)) return;
    finish({ kind: 'unplugged', detail: `${options.path} has disappeared` });
    if (port.isOpen) port.close(() => undefined);
  };
  cancel = options.clock.setTimer(WATCH_EVERY_MS, look);
  port.on('error', (error) =>
    options.log.warn('machine.port-error', { path: options.path, reason: error.message }),
  );
  port.on('close', (error: (Error & { disconnected?: boolean }) | null) => {
    if (error) finish({ kind: 'unplugged', detail: error.message });
    else finish({ kind: 'closed' });
  });
}

/** Pseudo-terminals have no modem lines (ENOTTY): that is noted, and harms nothing. */
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

function close(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (!port.isOpen) return resolve();
    // What was written just before, such as heaters-off, still leaves; a dead device must not hold us up.
    port.drain(() => port.close(() => resolve()));
  });
}

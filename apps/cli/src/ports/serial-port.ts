import { existsSync } from 'node:fs';
import { Fault } from '@pandafab/shared';
import { SerialPort } from 'serialport';
import type { Port, PortEvents, PortOptions } from './port';

const RETRY_MS = 500;

function openDevice(path: string, baudRate: number): Promise<SerialPort> {
  if (!existsSync(path)) return Promise.reject(new Fault('MACHINE.PORT_ABSENT', { address: path }));
  return new Promise((resolve, reject) => {
    const device = new SerialPort({ path, baudRate, autoOpen: false });
    device.open((error) => {
      if (!error) return resolve(device);
      if (/lock port|busy/i.test(error.message))
        reject(new Fault('MACHINE.PORT_BUSY', { address: path }, { cause: error }));
      else reject(new Fault('MACHINE.PORT_REFUSED', { address: path, reason: error.message }));
    });
  });
}

/**
 * The machine's end of a serial line: one end of a pty pair, or a real port with a crossed cable.
 * A device that disappears is opened again when it is back.
 * @throws Fault MACHINE.PORT_ABSENT, MACHINE.PORT_BUSY, MACHINE.PORT_REFUSED on the first opening
 * @public for knip, which does not read the `require` that loads it
 */
export async function openSerialPort(path: string, events: PortEvents, options: PortOptions): Promise<Port> {
  let device: SerialPort | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  const use = (opened: SerialPort) => {
    device = opened;
    opened.on('data', (bytes: Buffer) => events.received(bytes));
    opened.on('error', (error) => events.lost(error.message));
    opened.on('close', () => {
      device = null;
      if (closed) return;
      events.lost(`${path} is gone`);
      tryAgain();
    });
    events.connected(path);
  };
  const tryAgain = () => {
    retry = setTimeout(() => {
      openDevice(path, options.baudRate).then((opened) => (closed ? opened.close() : use(opened)), tryAgain);
    }, RETRY_MS);
  };
  use(await openDevice(path, options.baudRate));
  return {
    address: path,
    send: (bytes) => void device?.write(Buffer.from(bytes)),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      const open = device;
      if (open) await new Promise<void>((resolve) => open.close(() => resolve()));
    },
  };
}

import { type Link, transportFor } from '@pandafab/machine-host';
import type { Port, PortEvents, PortOptions } from './port';

const RETRY_MS = 500;

/**
 * The machine's end of a serial line: one end of a pty pair, or a real port with a crossed cable. The line is opened and
 * watched as the host opens and watches its own: read by `serialport` alone, a device that disappears can give empty
 * reads without end, which cost a processor and all the memory.
 * A device that disappears is opened again when it is back.
 * @throws Fault MACHINE.PORT_ABSENT, MACHINE.PORT_BUSY, MACHINE.PORT_REFUSED on the first opening
 * @public for knip, which does not read the `require` that loads it
 */
export async function openSerialPort(path: string, events: PortEvents, options: PortOptions): Promise<Port> {
  const transport = transportFor(path, { baudRate: options.baudRate });
  let link: Link | null = null;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  const open = async () => {
    link = await transport.open(events.received, ({ detail }) => {
      link = null;
      if (!closed) events.lost(detail ?? `${path} is gone`);
      openLater();
    });
    if (closed) await link.close();
    else events.connected(path);
  };
  const openLater = () => {
    if (closed) return;
    retry = setTimeout(() => void open().catch(openLater), RETRY_MS);
  };
  await open();
  return {
    address: path,
    send: (bytes) => void link?.write(bytes),
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await link?.close();
    },
  };
}

import { Fault } from '@pandafab/shared';
import type { Port, PortEvents, PortOptions } from './port';
import { openPtyPort } from './pty-port';
import { openTcpPort } from './tcp-port';

/** These two load much, and most virtual machines are at a pseudo-terminal or on TCP. */
const mqttPort = () => require('./mqtt-port') as typeof import('./mqtt-port');
const serialPort = () => require('./serial-port') as typeof import('./serial-port');

/**
 * Plugs a machine in at `pty`, a device path, `tcp://host:port` (listens) or `mqtt://host:port/base/topic`.
 * @throws Fault MACHINE.BAD_ADDRESS and what each kind of port throws
 */
export async function openPort(address: string, events: PortEvents, options: PortOptions): Promise<Port> {
  if (address === 'pty') return openPtyPort(events, options);
  if (!address.includes('://')) return serialPort().openSerialPort(address, events, options);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'tcp:' && url.port !== '') return openTcpPort(url.hostname, Number(url.port), events);
  if (url?.protocol === 'mqtt:' && url.pathname.length > 1)
    return mqttPort().openMqttPort(url, events, options);
  throw new Fault('MACHINE.BAD_ADDRESS', { address });
}

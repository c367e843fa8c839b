import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Fault } from '@pandafab/shared';
import type { Port, PortEvents } from './port';

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const address = `tcp://${host}:${port}`;
      reject(
        taken
          ? new Fault('HOST.PORT_TAKEN', { port, variable: '--port' })
          : new Fault('MACHINE.PORT_REFUSED', { address, reason: error.message }),
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Listens for one host at a time, as a serial server does. Port 0 takes a free one. */
export async function openTcpPort(host: string, port: number, events: PortEvents): Promise<Port> {
  let peer: Socket | null = null;
  const server = createServer({ noDelay: true }, (socket) => {
    if (peer) return void socket.destroy();
    peer = socket;
    socket.on('data', (bytes) => events.received(bytes));
    // After an error comes `close`, which is handled here.
    socket.on('error', () => {});
    socket.once('close', () => {
      peer = null;
      events.lost('the host has closed the connection');
    });
    events.connected(`${socket.remoteAddress}:${socket.remotePort}`);
  });
  const actual = await listen(server, host, port);
  return {
    address: `tcp://${host}:${actual}`,
    send: (bytes) => void peer?.write(bytes),
    close: () =>
      new Promise((resolve) => {
        peer?.destroy();
        server.close(() => resolve());
      }),
  };
}

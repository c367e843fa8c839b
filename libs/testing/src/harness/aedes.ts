import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Aedes, type AedesOptions } from 'aedes';
import type { BrokerOptions, BrokerUser, TemporaryBroker } from './broker';

const authenticator =
  (users: readonly BrokerUser[] | undefined): NonNullable<AedesOptions['authenticate']> =>
  (_client, username, password, done) => {
    const known = users?.some((user) => user.username === username && user.password === String(password));
    done(null, users === undefined || known === true);
  };

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** The broker that the server embeds, on its own port in this process, with no-delay. */
export async function startAedes(options: BrokerOptions = {}): Promise<TemporaryBroker & { broker: Aedes }> {
  const broker = await Aedes.createBroker({ authenticate: authenticator(options.users) });
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    broker.handle(socket);
  });
  const port = await listen(server, options.port ?? 0);
  const stop = async () => {
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `mqtt://127.0.0.1:${port}`, port, broker, stop };
}

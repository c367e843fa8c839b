import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault, type MachineState } from '@pandafab/shared';

export interface Health {
  readonly status: 'starting' | 'running' | 'stopping';
  /** State of the link to the server: offline, greeting, welcomed, refused. */
  readonly link: string;
  readonly machines: readonly {
    readonly machineId: string;
    readonly name: string;
    readonly state: MachineState;
  }[];
  /** Number of ignored messages, by reason. */
  readonly ignored: Readonly<Record<string, number>>;
}

export interface HealthEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Answers `GET /health` on the loopback address only, for the supervisor of this process.
 * @throws Fault HOST.PORT_TAKEN {port, variable}
 */
export async function serveHealth(port: number, health: () => Health): Promise<HealthEndpoint> {
  const server = createServer((request, response) => {
    const known = request.method === 'GET' && request.url === '/health';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(known ? JSON.stringify(health()) : '{}');
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Fault('HOST.PORT_TAKEN', { port, variable: 'PANDAFAB_AGENT_PORT' }, { cause: error })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer } from 'node:tls';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type LinkPrincipal, MAX_MESSAGE_BYTES, mayTouch } from '@pandafab/lab-link';
import { Fault, type LabId } from '@pandafab/shared';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { hashSecret, isSecret, newSecret } from '../../platform/http/secrets';
import { SERVER_CONFIG, type ServerConfig } from '../../platform/kit/config';
import { PacketGauge } from './packet-gauge';
import { Peers } from './peers';
import { Strangers } from './strangers';

const SERVER_USER = 'server';
/** MQTT 3.1.1 §3.2.2.3: bad user name or password. */
const BAD_CREDENTIALS = 4;

/** The most bytes accepted from a client that has not signed in yet: name, password, and an agent's last will. */
export const MOST_BYTES_OF_A_STRANGER = 4096;
/** An agent or line bridge signs in immediately. */
const STRANGERS = { most: 200, withinMs: 10_000 };

/** A message, its topic and the rest of its header. */
const MOST_PACKET_BYTES = MAX_MESSAGE_BYTES + 1024;

type Principal = LinkPrincipal | { readonly kind: 'server' };

export interface BrokerAddress {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** How to verify the broker's TLS certificate, where the system's certificate authorities do not apply. */
  readonly tls?: { readonly ca: Buffer; readonly checkServerIdentity: () => undefined } | undefined;
}

/** The MQTT broker inside the server process, for cities that run none. Agents may use their own lab's topics only. */
@Injectable()
export class EmbeddedBroker implements OnModuleDestroy {
  private readonly log = new Logger('Broker');
  private readonly principals = new Map<Client, Principal>();
  private readonly serverPassword = newSecret();
  private aedes: Aedes | undefined;
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private readonly strangers = new Strangers(STRANGERS.most);

  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly peers: Peers,
  ) {}

  /** The port it listens on; undefined before `start` and with an external broker. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | null | undefined)?.port;
  }

  /** @throws Fault HOST.PORT_TAKEN */
  async start(): Promise<BrokerAddress> {
    const { embeddedHost: host, embeddedPort: port } = this.config.mqtt;
    this.aedes = await Aedes.createBroker({ connectTimeout: STRANGERS.withinMs });
    this.guard(this.aedes);
    const { handle } = this.aedes;
    const receive = (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
      this.strangers.arrive(socket);
      handle(socket);
      this.measure(socket);
    };
    const certified = await this.readCertificate();
    this.server = certified
      ? createTlsServer({ ...certified, noDelay: true, handshakeTimeout: STRANGERS.withinMs }, receive)
      : createServer({ noDelay: true }, receive);
    if (certified) this.server.on('connection', (socket) => this.strangers.arrive(socket));
    this.server.listen(port, host);
    await once(this.server, 'listening').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new Fault('HOST.PORT_TAKEN', { port, variable: 'PANDAFAB_MQTT_PORT' }, { cause: error });
    });
    this.log.log(`listening on ${host}:${this.port}`);
    const credentials = { username: SERVER_USER, password: this.serverPassword };
    if (!certified) return { url: `mqtt://${host}:${this.port}`, ...credentials };
    // The certificate is the server's own, so the name in it does not matter.
    const tls = { ca: certified.cert, checkServerIdentity: () => undefined };
    return { url: `mqtts://${host}:${this.port}`, ...credentials, tls };
  }

  /** @throws Fault HOST.CERTIFICATE_UNUSABLE {reason} */
  private async readCertificate(): Promise<{ cert: Buffer; key: Buffer } | undefined> {
    const { tls } = this.config.mqtt;
    if (!tls) return undefined;
    try {
      const [cert, key] = await Promise.all([readFile(tls.certificate), readFile(tls.key)]);
      createSecureContext({ cert, key });
      return { cert, key };
    } catch (error) {
      throw new Fault('HOST.CERTIFICATE_UNUSABLE', { reason: (error as Error).message }, { cause: error });
    }
  }

  /** Closes the connections of a lab's agent: its secret was replaced, and it must sign in with the current one. */
  cutOff(labId: LabId): void {
    for (const [client, principal] of this.principals)
      if (principal.kind === 'agent' && principal.labId === labId) client.close();
  }

  async onModuleDestroy(): Promise<void> {
    const { aedes, server } = this;
    if (!aedes || !server) return;
    await new Promise<void>((resolve) => aedes.close(() => resolve()));
    // aedes does not know clients that never signed in, so it does not close them.
    for (const socket of this.sockets) socket.destroy();
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** aedes listens for `readable`; a `data` listener sees the same bytes (Node, stream: both listeners). */
  private measure(socket: Socket): void {
    const gauge = new PacketGauge(MOST_PACKET_BYTES);
    let ofStranger = 0;
    socket.on('data', (chunk: Buffer) => {
      if (this.strangers.has(socket)) ofStranger += chunk.length;
      if (ofStranger <= MOST_BYTES_OF_A_STRANGER && gauge.take(chunk)) return;
      this.log.warn(`${socket.remoteAddress} is disconnected: its message is too long`);
      socket.destroy();
    });
  }

  private guard(aedes: Aedes): void {
    aedes.on('clientDisconnect', (client) => this.principals.delete(client));
    aedes.authenticate = (client, username, password, done) => {
      this.identify(username ?? '', password?.toString() ?? '').then(
        (principal) => {
          if (!principal) {
            this.log.warn(`refused ${username || 'a client without a name'}`);
            return done(
              Object.assign(new Error('bad credentials'), {
                returnCode: BAD_CREDENTIALS,
              }) as AuthenticateError,
              false,
            );
          }
          this.principals.set(client, principal);
          this.strangers.know(client.conn as Socket);
          done(null, true);
        },
        (error: Error) => done(error as AuthenticateError, false),
      );
    };
    aedes.authorizePublish = (client, packet, done) => {
      done(client && !this.may(client, 'publish', packet.topic) ? new Error('not your topic') : null);
    };
    aedes.authorizeSubscribe = (client, subscription, done) => {
      // A refused subscription is answered with 128; the connection stays open.
      done(null, client && !this.may(client, 'subscribe', subscription.topic) ? null : subscription);
    };
  }

  private async identify(username: string, password: string): Promise<Principal | undefined> {
    if (username === SERVER_USER)
      return isSecret(password, hashSecret(this.serverPassword)) ? { kind: 'server' } : undefined;
    return this.peers.identify(username, password);
  }

  private may(client: Client, access: 'publish' | 'subscribe', topic: string): boolean {
    const principal = this.principals.get(client);
    if (!principal) return false;
    return principal.kind === 'server' || mayTouch(principal, access, topic);
  }
}

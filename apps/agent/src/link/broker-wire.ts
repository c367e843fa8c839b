import { connectBroker } from '@pandafab/platform';
import { Fault } from '@pandafab/shared';
import type { MqttClient } from 'mqtt';
import type { Logger } from 'pino';
import { wordsOf } from '../fault-words';
import type { PublishOptions, Wire } from './wire';

export interface BrokerWireOptions {
  readonly url: string;
  /** The current credentials: the password may change. */
  readonly credentials: { readonly username: string; readonly password: string };
  /** The same for each connection: the broker closes the old one and publishes its will before it accepts the new one. */
  readonly clientId: string;
  readonly will: { readonly topic: string; readonly payload: string };
  readonly log: Logger;
  /** The broker refuses these credentials; it may accept them later. Called at each attempt. */
  readonly onRefused?: () => void;
}

export interface WireListener {
  readonly topic: string;
  connected(): void;
  disconnected(): void;
  received(payload: Uint8Array): void;
}

/** CONNACK return codes of MQTT 3.1.1 §3.2.2.3: bad user name or password, not authorised. */
const REFUSED_CODES: readonly unknown[] = [4, 5];

/** The connection to the lab's broker; reconnects whenever it breaks. */
export class BrokerWire implements Wire {
  private client: MqttClient | undefined;
  private troubled = false;
  private closing = false;

  constructor(private readonly options: BrokerWireOptions) {}

  get isConnected(): boolean {
    return this.client?.connected ?? false;
  }

  open(listener: WireListener): void {
    const { url, credentials, clientId, will, log } = this.options;
    const { username, password } = credentials;
    const client = connectBroker(
      url,
      { username, password },
      {
        clientId,
        will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true },
        resubscribe: false,
      },
    );
    this.client = client;
    client.on('connect', () => this.subscribe(client, listener));
    client.on('message', (topic, payload) => {
      if (topic === listener.topic) listener.received(payload);
    });
    client.on('error', (error) => this.onError(error));
    client.on('close', () => {
      if (this.closing) return;
      if (!this.troubled) log.warn({ url }, 'no connection to the broker: prints continue, reports wait');
      this.troubled = true;
      listener.disconnected();
    });
  }

  publish(topic: string, payload: string, { qos, retain = false }: PublishOptions, done?: () => void): void {
    if (!this.client?.connected) return done?.();
    this.client.publish(topic, payload, { qos, retain }, done);
  }

  /** The next connection uses the current password. */
  useCredentials(): void {
    if (this.client) this.client.options.password = this.options.credentials.password;
  }

  /** Disconnects in order, so that the broker does not publish the will. */
  async close(): Promise<void> {
    this.closing = true;
    await this.client?.endAsync(!this.isConnected);
  }

  private subscribe(client: MqttClient, listener: WireListener): void {
    client.subscribe(listener.topic, { qos: 1 }, (error, grants) => {
      if (error || grants?.some(({ qos }) => qos > 2)) {
        this.options.log.error(
          { err: error, topic: listener.topic },
          'the broker does not let this agent subscribe to its lab’s messages',
        );
        return;
      }
      if (this.troubled) this.options.log.info('connected to the broker again');
      this.troubled = false;
      listener.connected();
    });
  }

  private onError(error: Error & { code?: unknown }): void {
    const isRefused = REFUSED_CODES.includes(error.code);
    if (isRefused) this.options.onRefused?.();
    if (this.troubled) return;
    this.troubled = true;
    const { log, url } = this.options;
    const fault = isRefused ? new Fault('LAB.SECRET_REFUSED') : new Fault('HOST.BROKER_UNREACHABLE', { url });
    log.error({ err: error, code: fault.code }, wordsOf(fault));
  }
}

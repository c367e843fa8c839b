import type { Socket } from 'node:net';
import { connect, type IClientOptions, type MqttClient } from 'mqtt';

export interface BrokerCredentials {
  readonly username: string;
  readonly password: string;
}

/**
 * Connects to a broker and keeps reconnecting. MQTT 3.1.1, clean sessions and no queue: the lab link repeats important
 * messages itself. Nagle's algorithm is off, without which QoS 1 round trips fall to some twenty a second.
 */
export function connectBroker(
  url: string,
  credentials: BrokerCredentials | undefined,
  options: IClientOptions = {},
): MqttClient {
  const client = connect(url, {
    protocolVersion: 4,
    clean: true,
    queueQoSZero: false,
    reconnectPeriod: 1000,
    // A broker that is starting, or has not read its accounts yet, refuses now but accepts later.
    reconnectOnConnackError: true,
    connectTimeout: 10_000,
    keepalive: 20,
    resubscribe: true,
    ...credentials,
    ...options,
  });
  const noDelay = () => (client.stream as unknown as Partial<Socket>).setNoDelay?.(true);
  client.on('connect', noDelay);
  return client;
}

import type { Socket } from 'node:net';
import {
  LineBridgeCodec,
  OFFLINE,
  ONLINE,
  presenceTopic,
  readLineBridgeOptions,
} from '@pandafab/machine-host';
import { withoutSecrets } from '@pandafab/shared';
import mqtt, { type MqttClient } from 'mqtt';
import type { Port, PortEvents, PortOptions } from './port';

const RETRY_MS = 500;

function connect(url: URL, base: string, options: PortOptions): MqttClient {
  const username = decodeURIComponent(url.username) || options.mqttUsername;
  const password = decodeURIComponent(url.password) || options.mqttPassword;
  return mqtt.connect(`mqtt://${url.host}`, {
    protocolVersion: 4,
    reconnectPeriod: RETRY_MS,
    will: { topic: presenceTopic(base), payload: Buffer.from(OFFLINE), qos: 1, retain: true },
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  });
}

/**
 * The machine's end of a line bridge: lines come on `<base>/to`, answers go on `<base>/from`, and its
 * presence on `<base>/presence`. The address sets framing, QoS and batching, as for the host.
 * An absent broker is retried for ever; meanwhile the machine's answers are lost.
 * @public for knip, which does not read the `require` that loads it
 */
export function openMqttPort(url: URL, events: PortEvents, options: PortOptions): Port {
  const base = url.pathname.slice(1);
  const { qos, framing, batch } = readLineBridgeOptions(withoutSecrets(url.href), url.searchParams);
  const codec = new LineBridgeCodec({ framing, batch });
  const presence = presenceTopic(base);
  const client = connect(url, base, options);
  const said = new Set<string>();
  const lost = (reason: string) => {
    // One log line for an absent broker, not one every half second.
    if (!said.has(reason)) events.lost(reason);
    said.add(reason);
  };
  client.on('connect', () => {
    // With Nagle's algorithm QoS 1 falls to 23 round trips a second.
    (client.stream as Partial<Socket>).setNoDelay?.(true);
    client.subscribe(`${base}/to`, { qos }, (error) => {
      if (error) return lost(error.message);
      client.publish(presence, ONLINE, { qos: 1, retain: true });
      said.clear();
      events.connected(url.host);
    });
  });
  client.on('message', (_topic, payload) => events.received(codec.decode(payload)));
  client.on('error', (error: Error & { code?: string | number }) => lost(error.message || `${error.code}`));
  client.on('offline', () => lost('the broker does not answer'));
  return {
    address: `mqtt://${url.host}/${base}${url.search}`,
    send: (bytes) => {
      if (!client.connected) return;
      for (const message of codec.encode(bytes)) client.publish(`${base}/from`, message, { qos });
    },
    close: async () => {
      // The last will is for accidents: an orderly disconnection publishes its own message.
      if (client.connected) client.publish(presence, OFFLINE, { qos: 0, retain: true });
      await client.endAsync(!client.connected);
    },
  };
}

import type { Socket } from 'node:net';
import mqtt, { type MqttClient } from 'mqtt';
import type { Port, PortEvents, PortOptions } from './port';

const QOS = 1;
const RETRY_MS = 500;

function connect(url: URL, options: PortOptions): MqttClient {
  const username = decodeURIComponent(url.username) || options.mqttUsername;
  const password = decodeURIComponent(url.password) || options.mqttPassword;
  return mqtt.connect(`mqtt://${url.host}`, {
    protocolVersion: 4,
    reconnectPeriod: RETRY_MS,
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  });
}

/**
 * The machine's end of a line bridge: lines come on `<base>/to`, answers go on `<base>/from`.
 * A broker that is not there, or no longer, is tried again for ever; meanwhile nobody hears the machine.
 */
export function openMqttPort(url: URL, events: PortEvents, options: PortOptions): Port {
  const base = url.pathname.slice(1);
  const client = connect(url, options);
  const said = new Set<string>();
  const lost = (reason: string) => {
    // One line for a broker that stays away, not one every half second.
    if (!said.has(reason)) events.lost(reason);
    said.add(reason);
  };
  client.on('connect', () => {
    // With Nagle's algorithm QoS 1 falls to 23 round trips a second.
    (client.stream as Partial<Socket>).setNoDelay?.(true);
    client.subscribe(`${base}/to`, { qos: QOS }, (error) => {
      if (error) return lost(error.message);
      said.clear();
      events.connected(url.host);
    });
  });
  client.on('message', (_topic, payload) => events.received(payload));
  client.on('error', (error: Error & { code?: string | number }) => lost(error.message || `${error.code}`));
  client.on('offline', () => lost('the broker does not answer'));
  return {
    address: `mqtt://${url.host}/${base}`,
    send: (bytes) => {
      if (client.connected) client.publish(`${base}/from`, Buffer.from(bytes), { qos: QOS });
    },
    close: async () => {
      await client.endAsync(!client.connected);
    },
  };
}

import type { Socket } from 'node:net';
import { Fault } from '@pandafab/shared';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import type { CloseReason, Link, Transport } from '../transport';

export interface MqttBridge {
  readonly brokerUrl: string;
  /** The host publishes to `<base>/to`, the machine to `<base>/from`: bytes, cut into messages anyhow. */
  readonly base: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

const QOS = 1;

/** A machine behind an MQTT line bridge. */
export function mqttTransport(address: string, bridge: MqttBridge): Transport {
  return { open: (onBytes, onClose) => open(address, bridge, onBytes, onClose) };
}

function connectOptions({ username, password }: MqttBridge): IClientOptions {
  // No reconnecting behind our back: a line that was down is a lost run, and the driver must know.
  const base: IClientOptions = {
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: 10_000,
  };
  return { ...base, ...(username && { username }), ...(password && { password }) };
}

async function open(
  address: string,
  bridge: MqttBridge,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Promise<Link> {
  let client: MqttClient;
  try {
    client = await mqtt.connectAsync(bridge.brokerUrl, connectOptions(bridge), false);
  } catch (error) {
    throw new Fault('MACHINE.UNREACHABLE', {
      address,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  // With Nagle's algorithm on, QoS 1 falls to 23 round trips a second.
  (client.stream as Partial<Socket>).setNoDelay?.(true);
  client.on('message', (_topic, payload) => onBytes(payload));
  watch(client, onClose);
  await client.subscribeAsync(`${bridge.base}/from`, { qos: QOS });
  const topic = `${bridge.base}/to`;
  return {
    write: (bytes) => {
      client.publish(topic, Buffer.from(bytes), { qos: QOS });
      return !client.disconnecting;
    },
    close: () => client.endAsync(),
  };
}

function watch(client: MqttClient, onClose: (why: CloseReason) => void): void {
  let failure: Error | null = null;
  client.on('error', (error) => {
    failure = error;
  });
  client.once('close', () => {
    if (failure) onClose({ kind: 'error', detail: failure.message });
    else
      onClose({
        kind: client.disconnecting ? 'closed' : 'unplugged',
        detail: 'the broker closed the connection',
      });
  });
}

import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { Fault } from '@pandafab/shared';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import type { CloseReason, Link, Transport } from '../transport';
import { LineBridgeCodec, type LineBridgeOptions, OFFLINE, presenceTopic } from './line-bridge';

export interface MqttBridge extends LineBridgeOptions {
  readonly brokerUrl: string;
  /** The host publishes to `<base>/to`, the machine to `<base>/from`, its bridge's last will to `<base>/presence`. */
  readonly base: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

/** Longest wait for a broker's last acknowledgements when closing. */
const FLUSH_MS = 2_000;
const BRIDGE_OFFLINE = 'its line bridge is offline';

/** A machine behind an MQTT line bridge. */
export function mqttTransport(address: string, bridge: MqttBridge): Transport {
  return { open: (onBytes, onClose) => open(address, bridge, onBytes, onClose) };
}

function connectOptions({ username, password }: MqttBridge, ca: Buffer | null): IClientOptions {
  // No automatic reconnect: a line that was down is a lost run, and the driver must know.
  const base: IClientOptions = {
    protocolVersion: 4,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: 10_000,
  };
  return { ...base, ...(ca && { ca }), ...(username && { username }), ...(password && { password }) };
}

async function connect(address: string, bridge: MqttBridge): Promise<MqttClient> {
  const ca = await certificatesOf(bridge);
  try {
    return await mqtt.connectAsync(bridge.brokerUrl, connectOptions(bridge, ca), false);
  } catch (error) {
    const { code = '', message: reason } = error as NodeJS.ErrnoException;
    const isUntrusted = CERTIFICATE.test(code);
    throw new Fault(isUntrusted ? 'MACHINE.BROKER_UNTRUSTED' : 'MACHINE.UNREACHABLE', { address, reason });
  }
}

/** Of Node's error codes of TLS, those about the certificate: nodejs.org/api/tls.html#x509-certificate-error-codes. */
const CERTIFICATE = /CERT|UNABLE_TO_(VERIFY|GET)|INVALID_CA|HOSTNAME_MISMATCH/;

async function certificatesOf({ caFile }: MqttBridge): Promise<Buffer | null> {
  if (caFile === null) return null;
  try {
    return await readFile(caFile);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault('MACHINE.CA_UNREADABLE', { file: caFile, reason });
  }
}

async function open(
  address: string,
  bridge: MqttBridge,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Promise<Link> {
  const client = await connect(address, bridge);
  // With Nagle's algorithm on, QoS 1 falls to 23 round trips a second.
  (client.stream as Partial<Socket>).setNoDelay?.(true);
  const codec = new LineBridgeCodec(bridge);
  const presence = presenceTopic(bridge.base);
  const line = watch(client, onClose);
  client.on('message', (topic, payload) => {
    if (topic !== presence) onBytes(codec.decode(payload));
    else if (payload.toString() === OFFLINE) line.drop(BRIDGE_OFFLINE);
  });
  await client.subscribeAsync(`${bridge.base}/from`, { qos: bridge.qos });
  // A broker may not forward presence: then only the machine's silence shows the loss.
  await client.subscribeAsync(presence, { qos: 1 }).catch(() => undefined);
  if (line.isDropped) throw new Fault('MACHINE.UNREACHABLE', { address, reason: BRIDGE_OFFLINE });
  line.isOpen = true;
  const topic = `${bridge.base}/to`;
  return {
    write: (bytes) => {
      for (const message of codec.encode(bytes)) client.publish(topic, message, { qos: bridge.qos });
      return !client.disconnecting;
    },
    close: () => end(client),
  };
}

function end(client: MqttClient): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => client.end(true, () => resolve()), FLUSH_MS);
    client.end(false, () => {
      clearTimeout(cut);
      resolve();
    });
  });
}

interface WatchedLine {
  isOpen: boolean;
  readonly isDropped: boolean;
  /** The machine is gone although the broker is connected. */
  drop(detail: string): void;
}

/** Reports the loss of the line once, and nothing before it is open. */
function watch(client: MqttClient, onClose: (why: CloseReason) => void): WatchedLine {
  let failure: Error | null = null;
  let dropped: string | null = null;
  let told = false;
  const tell = (why: CloseReason) => {
    if (line.isOpen && !told) onClose(why);
    told = true;
  };
  const line = {
    isOpen: false,
    get isDropped() {
      return dropped !== null;
    },
    drop(detail: string) {
      dropped = detail;
      client.end(true);
      tell({ kind: 'unplugged', detail });
    },
  };
  client.on('error', (error) => {
    failure = error;
  });
  client.once('close', () => {
    if (failure) tell({ kind: 'error', detail: failure.message });
    else
      tell({
        kind: client.disconnecting ? 'closed' : 'unplugged',
        detail: 'the broker closed the connection',
      });
  });
  return line;
}

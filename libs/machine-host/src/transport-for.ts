import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, credentialsIn, Fault, systemClock, withoutSecrets } from '@pandafab/shared';
import type { DriverLog } from './machine-driver';
import type { Transport } from './transport';
import { readLineBridgeOptions } from './transports/line-bridge';
import { mqttTransport } from './transports/mqtt';
import { serialTransport } from './transports/serial';
import { tcpTransport } from './transports/tcp';

export interface TransportOptions {
  /** Bits per second of a serial device. */
  readonly baudRate: number;
  /** Credentials of the MQTT broker, when not in the address. */
  readonly mqttCredentials?: { readonly username: string; readonly password: string };
  /** What to do with the reset line of a serial device when opening it; `leave` when not given. */
  readonly dtr?: FirmwareProfile['reset']['dtr'];
  readonly clock?: Clock;
  readonly log?: DriverLog;
}

const SILENT_LOG: DriverLog = { info: () => undefined, warn: () => undefined };

function networkTransport(address: string, url: URL, options: TransportOptions): Transport {
  const { hostname, protocol } = url;
  const port = Number(url.port);
  if (protocol === 'tcp:' && hostname && port)
    return tcpTransport(address, hostname.replace(/^\[|\]$/g, ''), port);
  const base = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
  const isTls = protocol === 'mqtts:';
  if ((protocol !== 'mqtt:' && !isTls) || !hostname || !base || address.includes('#') || base.includes('+'))
    throw new Fault('MACHINE.BAD_ADDRESS', { address });
  const { mqttCredentials: given } = options;
  const own = credentialsIn(url.href);
  return mqttTransport(address, {
    ...readLineBridgeOptions(address, url.searchParams),
    brokerUrl: `${protocol}//${hostname}:${port || (isTls ? 8883 : 1883)}`,
    base,
    username: own?.username || given?.username,
    password: own?.password || given?.password,
  });
}

/**
 * Creates the transport to a machine: a device path (`?dtr=leave|assert|clear` overrules the profile), `tcp://host:port`, or
 * `mqtt://[user:password@]host[:port]/base/topic`, or `mqtts:` for a broker on TLS
 * (the host publishes to `<base>/to`, the machine to `<base>/from`; its bridge says on `<base>/presence`, retained
 * and by last will, whether it is `online` or `offline`). MQTT options are in the query: `?qos=0&framing=base64&batch=0`,
 * `&ca=/file` for your own certificates.
 * @throws Fault MACHINE.BAD_ADDRESS {address}
 */
export function transportFor(address: string, options: TransportOptions): Transport {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
    const url = URL.canParse(address) ? new URL(address) : null;
    // The address may hold a password, which no message may show.
    const shown = withoutSecrets(address);
    if (!url) throw new Fault('MACHINE.BAD_ADDRESS', { address: shown });
    return networkTransport(shown, url, options);
  }
  return serialFor(address, options);
}

const DTR_POLICIES = ['leave', 'assert', 'clear'] as const;

/** A device path, perhaps with this machine's own reset line policy: `/dev/ttyUSB0?dtr=clear`. */
function serialFor(address: string, options: TransportOptions): Transport {
  const [path = '', query] = address.split('?');
  const { baudRate, clock = systemClock, log = SILENT_LOG } = options;
  const named = query === undefined ? options.dtr : DTR_POLICIES.find((each) => query === `dtr=${each}`);
  if (path === '' || (query !== undefined && !named))
    throw new Fault('MACHINE.BAD_ADDRESS', { address: withoutSecrets(address) });
  return serialTransport({ path, baudRate, dtr: named ?? 'leave', clock, log });
}

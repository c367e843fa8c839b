import { Fault } from '@pandafab/shared';

/** How bytes are put into the messages of an MQTT line bridge: set for each machine in its address. */
export interface LineBridgeOptions {
  readonly qos: 0 | 1 | 2;
  /** `base64` for bridges or brokers that pass only text. */
  readonly framing: 'plain' | 'base64';
  /** True: a message holds all waiting lines. False: each message is one line. */
  readonly batch: boolean;
  /** File with the certificates that verify a broker on TLS; the system's when null. */
  readonly caFile: string | null;
}

/** In addition to `<base>/to` and `<base>/from`: retained, and the bridge's last will. */
export const presenceTopic = (base: string): string => `${base}/presence`;
export const ONLINE = 'online';
export const OFFLINE = 'offline';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  qos: ['0', '1', '2'],
  framing: ['plain', 'base64'],
  batch: ['0', '1'],
};

/**
 * Reads `?qos=0|1|2&framing=plain|base64&batch=0|1&ca=/path`; the defaults are 1, plain, 1 and the system's.
 * @throws Fault MACHINE.BAD_ADDRESS {address} for any other option or value
 */
export function readLineBridgeOptions(address: string, query: URLSearchParams): LineBridgeOptions {
  for (const [name, value] of query)
    if (name === 'ca' ? !value.startsWith('/') : !VALUES[name]?.includes(value))
      throw new Fault('MACHINE.BAD_ADDRESS', { address });
  const qos = query.get('qos');
  return {
    qos: qos === '0' ? 0 : qos === '2' ? 2 : 1,
    framing: query.get('framing') === 'base64' ? 'base64' : 'plain',
    batch: query.get('batch') !== '0',
    caFile: query.get('ca'),
  };
}

const NEWLINE = 0x0a;
const EMPTY = Buffer.alloc(0);

/** Bytes to messages and back, for either end of a bridge. */
export class LineBridgeCodec {
  /** With one line a message: the line that is not complete yet. */
  private rest: Buffer = EMPTY;

  constructor(private readonly options: Pick<LineBridgeOptions, 'framing' | 'batch'>) {}

  /** The messages to publish for these bytes. */
  encode(bytes: Uint8Array): Buffer[] {
    const messages = this.options.batch ? [Buffer.from(bytes)] : this.lines(bytes);
    if (this.options.framing === 'plain') return messages;
    return messages.map((message) => Buffer.from(message.toString('base64'), 'latin1'));
  }

  /** The bytes of one message; one that is a line by itself may come without its line end. */
  decode(payload: Buffer): Buffer {
    const { framing, batch } = this.options;
    const bytes = framing === 'plain' ? payload : Buffer.from(payload.toString('latin1'), 'base64');
    return batch || bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
  }

  private lines(bytes: Uint8Array): Buffer[] {
    const all = Buffer.concat([this.rest, bytes]);
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = all.indexOf(NEWLINE); end >= 0; end = all.indexOf(NEWLINE, start)) {
      lines.push(all.subarray(start, end + 1));
      start = end + 1;
    }
    this.rest = all.subarray(start);
    return lines;
  }
}

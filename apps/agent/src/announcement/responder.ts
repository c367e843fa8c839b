import type { RemoteInfo } from 'node:dgram';
import type { CancelTimer, Clock } from '@pandafab/shared';
import openSocket from 'multicast-dns';
import type { Logger } from 'pino';
import { replyTo } from './answer';
import type { Answer, ServiceRecords } from './records';

const MDNS_PORT = 5353;
/** RFC 6762 §8.3: at least twice, a second apart. */
const REPEAT_MS = 1000;
/** RFC 6762 §6.7: what a resolver that knows only plain DNS may keep. */
const PLAIN_TTL_S = 10;

export interface ResponderOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Own address on the network to use; undefined: the system chooses. */
  readonly networkAddress: string | undefined;
  /** 5353 unless a test has its own. */
  readonly port?: number;
}

/** Announces the records on the network (RFC 6762) and answers questions about them, until it is closed. */
export class Responder {
  private readonly socket;
  private readonly port: number;
  private cancelRepeat: CancelTimer = () => {};

  constructor(
    private readonly options: ResponderOptions,
    private readonly records: ServiceRecords,
  ) {
    const { networkAddress, port = MDNS_PORT, log } = options;
    this.port = port;
    // Without `bind` the socket would be bound to the own address, which gets no multicast.
    this.socket = openSocket({
      ...{ port, bind: '0.0.0.0' },
      ...(networkAddress !== undefined && { interface: networkAddress }),
    });
    this.socket.on('error', (error) => log.warn({ err: error }, 'slicers cannot find this lab'));
    this.socket.on('warning', (error) => log.debug({ err: error }, 'a packet on the network'));
    this.socket.on('query', (query, from) => this.answer(query, from));
    // Also when a network appears later: Wi-Fi, or a cable.
    this.socket.on('networkInterface', () => this.announce());
  }

  /** Tells the network that the records are gone, and closes the socket. */
  async close(): Promise<void> {
    this.cancelRepeat();
    const gone = this.records.all.map((record) => ({ ...record, ttl: 0 }));
    await new Promise<void>((resolve) => this.socket.respond({ answers: gone }, () => resolve()));
    await new Promise<void>((resolve) => this.socket.destroy(resolve));
  }

  private announce(): void {
    const say = () => this.socket.respond({ answers: [...this.records.all] });
    say();
    this.cancelRepeat();
    this.cancelRepeat = this.options.clock.setTimer(REPEAT_MS, say);
  }

  private answer(query: openSocket.QueryPacket, from: RemoteInfo): void {
    const reply = replyTo(query, this.records);
    if (!reply) return;
    if (from.port === this.port) return this.socket.respond({ ...reply });
    const { id, questions } = query;
    const answers = reply.answers.map(asPlain);
    this.socket.respond({ id, questions, answers, additionals: reply.additionals.map(asPlain) }, from);
  }
}

function asPlain(record: Answer): Answer {
  const plain = { ...record, ttl: PLAIN_TTL_S };
  if ('flush' in plain) plain.flush = false;
  return plain as Answer;
}

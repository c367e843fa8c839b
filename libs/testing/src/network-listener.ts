import { createSocket } from 'node:dgram';
import openSocket from 'multicast-dns';

const LOOPBACK = '127.0.0.1';

export type DnsPacket = openSocket.ResponsePacket;
type DnsRecord = openSocket.ResponseOutgoingPacket['answers'][number];

/** A port that was just free: on it, no service of this computer and no other test hears the packets. */
export const freeUdpPort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4').bind(0, LOOPBACK, () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

/** A participant of multicast DNS on the loopback network: it keeps the responses that it hears. */
export class NetworkListener {
  private readonly socket;
  private readonly heard: DnsPacket[] = [];
  private listeners: (() => void)[] = [];

  constructor(port: number) {
    this.socket = openSocket({ port, bind: '0.0.0.0', interface: LOOPBACK });
    this.socket.on('response', (packet) => {
      this.heard.push(packet);
      for (const listener of this.listeners) listener();
    });
  }

  /** Resolves when it hears the network. */
  ready(): Promise<void> {
    return new Promise((resolve) => this.socket.once('networkInterface', () => resolve()));
  }

  ask(name: string, type: 'PTR' | 'A' | 'SRV', known: DnsRecord[] = []): void {
    this.socket.query({ questions: [{ name, type }], answers: known });
  }

  /** Answers every query, as an OctoPrint of this name. */
  offer(instance: string): void {
    this.socket.on('query', () =>
      this.socket.respond([
        { name: '_octoprint._tcp.local', type: 'PTR', ttl: 4500, data: `${instance}._octoprint._tcp.local` },
      ]),
    );
  }

  forget(): void {
    this.heard.length = 0;
  }

  /** The first packet, past or future, that fits. */
  async hear(fits: (packet: DnsPacket) => boolean): Promise<DnsPacket> {
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        this.listeners = [resolve];
      });
    }
  }

  get all(): readonly DnsPacket[] {
    return this.heard;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.destroy(resolve));
  }
}

import type { Socket } from 'node:net';

/**
 * Connections whose clients have not signed in yet. Where there are too many, the oldest is closed: an agent signs in
 * immediately, so clients that only wait cannot keep it out.
 */
export class Strangers {
  private readonly waiting = new Map<string, Socket>();

  constructor(private readonly most: number) {}

  /**
   * With TLS a connection is reported twice, before and after the handshake: the same address means the same
   * connection.
   */
  arrive(socket: Socket): void {
    const who = nameOf(socket);
    this.waiting.delete(who);
    const [oldest] = this.waiting.values();
    if (this.waiting.size >= this.most) oldest?.destroy();
    this.waiting.set(who, socket);
    socket.once('close', () => {
      if (this.waiting.get(who) === socket) this.waiting.delete(who);
    });
  }

  has(socket: Socket): boolean {
    return this.waiting.get(nameOf(socket)) === socket;
  }

  /** The client has signed in. */
  know(socket: Socket): void {
    if (this.has(socket)) this.waiting.delete(nameOf(socket));
  }
}

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

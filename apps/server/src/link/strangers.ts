import type { Socket } from 'node:net';

/**
 * Connections of those who have not yet said who they are. Of too many, the oldest is hung up on: whoever is known says so
 * at once, and is kept out by nobody who only waits.
 */
export class Strangers {
  private readonly waiting = new Map<string, Socket>();

  constructor(private readonly most: number) {}

  /** Over TLS one comes twice, before and after the handshake: by the same address it is the same one. */
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

  /** It said who it is. */
  know(socket: Socket): void {
    if (this.has(socket)) this.waiting.delete(nameOf(socket));
  }
}

const nameOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;

import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy in front of a server, as in a city, which can hold back all requests except those for one path. */
export class HangingFront {
  private hangs: ((path: string) => boolean) | undefined;
  held = 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(behind: string): Promise<HangingFront> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const front = new HangingFront(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (asked, answer) => {
      if (front.hangs?.(asked.url ?? '/')) {
        front.held++;
        return;
      }
      const passed = request(behind + asked.url, { method: asked.method, headers: asked.headers }, (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      });
      passed.on('error', () => answer.destroy());
      answer.on('close', () => passed.destroy());
      asked.pipe(passed);
    });
    return front;
  }

  /** From now on no request is answered, and none refused; `but` is the end of the one path that is. */
  hangAllBut(but: string): void {
    this.hangs = (path) => !path.endsWith(but);
  }

  /** The network fails: open connections break, and no request is answered. */
  cut(): void {
    this.hangs = () => true;
    this.server.closeAllConnections();
  }

  /** New requests are answered; held ones are sent on, as when a network comes back. */
  answerAll(): void {
    this.hangs = undefined;
    this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

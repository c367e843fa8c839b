import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server as a city's proxy does, and can hold back whatever is asked but one path. */
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

  /** The network goes: what is open breaks, and nothing is answered any more. */
  cut(): void {
    this.hangs = () => true;
    this.server.closeAllConnections();
  }

  /** What is asked from now on is answered; what is held is let go, as when a network comes back. */
  answerAll(): void {
    this.hangs = undefined;
    this.server.closeAllConnections();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

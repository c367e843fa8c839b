import type { ServerResponse } from 'node:http';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Written past the framework, and so past the headers that it gives to every answer.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // nginx would keep events until its buffer is full.
  'x-accel-buffering': 'no',
};
/** How long a browser waits before it comes again. */
const RETRY_MS = 2000;

export type Writable = Pick<ServerResponse, 'write' | 'once' | 'end'>;

/**
 * Server-sent events (WHATWG HTML, §9.2). Whoever reads too slowly gets nothing more until the last has left: nothing
 * heaps up, and what is said then is how things are then.
 */
export class EventStream {
  private id = 0;
  private full = false;

  private constructor(
    private readonly out: Writable,
    private readonly onDrain: () => void,
  ) {}

  /** @param onDrain called when there is room again */
  static open(response: ServerResponse, onDrain: () => void): EventStream {
    response.writeHead(200, HEADERS);
    return EventStream.on(response, onDrain);
  }

  static on(out: Writable, onDrain: () => void): EventStream {
    const stream = new EventStream(out, onDrain);
    stream.push(`retry: ${RETRY_MS}\n\n`);
    return stream;
  }

  /** True while nothing waits to leave. */
  get hasRoom(): boolean {
    return !this.full;
  }

  send(event: string, data: unknown): void {
    this.id++;
    this.push(`id: ${this.id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  end(): void {
    this.out.end();
  }

  private push(text: string): void {
    if (this.out.write(text) || this.full) return;
    this.full = true;
    this.out.once('drain', () => {
      this.full = false;
      this.onDrain();
    });
  }
}

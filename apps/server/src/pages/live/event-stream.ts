import type { ServerResponse } from 'node:http';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // The response is written without the framework, so the headers that it adds to every answer are added here.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Without this header, nginx buffers events until its buffer is full.
  'x-accel-buffering': 'no',
};
/** How long a browser waits before it reconnects. */
const RETRY_MS = 2000;

export type Writable = Pick<ServerResponse, 'write' | 'once' | 'end'>;

/**
 * Server-sent events (WHATWG HTML, §9.2). A client that reads too slowly gets no new event until the last one has been
 * sent: nothing accumulates in memory, and the next event carries the state at that time.
 */
export class EventStream {
  private id = 0;
  private full = false;

  private constructor(
    private readonly out: Writable,
    private readonly onDrain: () => void,
  ) {}

  /** @param onDrain called when the buffer has room again */
  static open(response: ServerResponse, onDrain: () => void): EventStream {
    response.writeHead(200, HEADERS);
    return EventStream.on(response, onDrain);
  }

  static on(out: Writable, onDrain: () => void): EventStream {
    const stream = new EventStream(out, onDrain);
    stream.push(`retry: ${RETRY_MS}\n\n`);
    return stream;
  }

  /** False from a write that fills the buffer until the buffer is drained. */
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

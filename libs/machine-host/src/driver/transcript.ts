/** Lines kept of each way: some seconds of a fast print, and all that led to an error. */
const LINES = 1_000;
const ERRORS = 200;
/** Longest line that is kept whole, sent and heard. */
const WIDTH = 128;
const HEARD_WIDTH = 512;

/** Newest entries of one way, in memory that is taken once. */
class Ring<Entry> {
  private readonly entries: Entry[] = [];
  private count = 0;

  constructor(private readonly size: number) {}

  /** The entry to fill next: at first a new one, later the oldest. */
  take(create: () => Entry): Entry {
    const slot = this.count++ % this.size;
    const known = this.entries[slot];
    if (known) return known;
    const entry = create();
    this.entries.push(entry);
    return entry;
  }

  clear(): void {
    this.count = 0;
    this.entries.length = 0;
  }

  all(): readonly Entry[] {
    return this.entries;
  }
}

interface Heard {
  order: number;
  at: number;
  text: string;
}

interface Sent {
  order: number;
  at: number;
  length: number;
  readonly bytes: Uint8Array;
}

const newHeard = (): Heard => ({ order: 0, at: 0, text: '' });
const newSent = (): Sent => ({ order: 0, at: 0, length: 0, bytes: new Uint8Array(WIDTH) });

/**
 * What was said on a line, each way, as far back as it is kept: the last lines, and all errors. It is written for
 * every line of a print, so that it copies bytes and keeps references, and makes text only when asked.
 */
export class Transcript {
  private readonly sentLines = new Ring<Sent>(LINES);
  private readonly heardLines = new Ring<Heard>(LINES);
  private readonly errors = new Ring<Heard>(ERRORS);
  private order = 0;
  private startedAt = 0;

  /** Forgets everything; times count from here. @param now milliseconds on the monotonic clock */
  begin(now: number): void {
    this.startedAt = now;
    this.order = 0;
    for (const ring of [this.sentLines, this.heardLines, this.errors]) ring.clear();
  }

  /** One line sent, or a few commands written at once. The bytes are copied. */
  sent(bytes: Uint8Array, now: number): void {
    const entry = this.sentLines.take(newSent);
    entry.order = this.order++;
    entry.at = now;
    entry.length = Math.min(bytes.length, WIDTH);
    entry.bytes.set(bytes.length > WIDTH ? bytes.subarray(0, WIDTH) : bytes);
  }

  heard(text: string, now: number): void {
    fill(this.heardLines.take(newHeard), this.order++, text, now);
  }

  /** The line heard last was an error: it outlives the others. */
  note(text: string, now: number): void {
    fill(this.errors.take(newHeard), this.order - 1, text, now);
  }

  /** `  12.345 > G1 X10` for what was sent, `<` for what was heard: seconds, oldest first; as in test/fixtures. */
  toString(): string {
    const lines = new Map<number, string>();
    for (const { order, at, text } of [...this.errors.all(), ...this.heardLines.all()])
      lines.set(order, this.line(at, '<', text));
    for (const entry of this.sentLines.all()) lines.set(entry.order, this.sentText(entry));
    const inOrder = [...lines].sort(([a], [b]) => a - b).map(([, text]) => text);
    return inOrder.join('');
  }

  private sentText({ at, bytes, length }: Sent): string {
    const text = Buffer.from(bytes.buffer, 0, length).toString('latin1');
    return text
      .split('\n')
      .filter((command) => command !== '')
      .map((command) => this.line(at, '>', command))
      .join('');
  }

  private line(at: number, way: '>' | '<', text: string): string {
    return `${((at - this.startedAt) / 1000).toFixed(3).padStart(7)} ${way} ${text.slice(0, HEARD_WIDTH)}\n`;
  }
}

function fill(entry: Heard, order: number, text: string, now: number): void {
  entry.order = order;
  entry.text = text;
  entry.at = now;
}

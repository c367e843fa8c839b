/** Lines kept for each direction: some seconds of a fast print, and the cause of an error. */
const LINES = 1_000;
const ERRORS = 200;
/** Longest line that is kept whole, sent and received. */
const WIDTH = 128;
const HEARD_WIDTH = 512;
/** Longest line for the console: thirty of them stay within some four kilobytes. */
const TAIL_WIDTH = 120;

/** The kept entries of one direction and their times: in memory that is allocated once. */
class Ring {
  private readonly orders: Float64Array;
  private readonly times: Float64Array;
  private count = 0;

  constructor(private readonly size: number) {
    this.orders = new Float64Array(size);
    this.times = new Float64Array(size);
  }

  /** @returns the slot to fill: at first a new one, later the oldest entry's */
  claim(order: number, at: number): number {
    const slot = this.count++ % this.size;
    this.orders[slot] = order;
    this.times[slot] = at;
    return slot;
  }

  clear(): void {
    this.count = 0;
  }

  /** @param most how many of the newest */
  visit(most: number, entry: (slot: number, order: number, at: number) => void): void {
    const kept = Math.min(this.count, this.size, most);
    for (let nth = this.count - kept; nth < this.count; nth++) {
      const slot = nth % this.size;
      entry(slot, this.orders[slot] as number, this.times[slot] as number);
    }
  }
}

/** Lines as texts. */
class TextRing extends Ring {
  readonly texts: string[] = [];

  keep(order: number, at: number, text: string): void {
    this.texts[this.claim(order, at)] = text;
  }
}

/** Lines as the beginnings of their bytes. */
class ByteRing extends Ring {
  private readonly bytes = Buffer.alloc(LINES * WIDTH);
  private readonly lengths = new Uint8Array(LINES);

  constructor() {
    super(LINES);
  }

  keep(order: number, at: number, line: Uint8Array): void {
    const slot = this.claim(order, at);
    const length = Math.min(line.length, WIDTH);
    // A loop: a view of the bytes to copy would be the only object made for the line.
    for (let i = 0, to = slot * WIDTH; i < length; i++, to++) this.bytes[to] = line[i] as number;
    this.lengths[slot] = length;
  }

  text(slot: number): string {
    return this.bytes.toString('latin1', slot * WIDTH, slot * WIDTH + (this.lengths[slot] as number));
  }
}

/**
 * The transcript of a line, in both directions: the last lines, and all errors. It is written for every line of every
 * print: it allocates no object for a line, and makes text only on request.
 */
export class Transcript {
  private readonly sentLines = new ByteRing();
  private readonly heardLines = new TextRing(LINES);
  private readonly errors = new TextRing(ERRORS);
  private order = 0;
  private startedAt = 0;

  /** Clears everything; times start here. @param now milliseconds on the monotonic clock */
  begin(now: number): void {
    this.startedAt = now;
    this.order = 0;
    for (const ring of [this.sentLines, this.heardLines, this.errors]) ring.clear();
  }

  /** One line sent, or a few commands written at once. The bytes are copied. */
  sent(bytes: Uint8Array, now: number): void {
    this.sentLines.keep(this.order++, now, bytes);
  }

  heard(text: string, now: number): void {
    this.heardLines.keep(this.order++, now, text);
  }

  /** The last received line was an error: it is kept longer than the others. */
  note(text: string, now: number): void {
    this.errors.keep(this.order - 1, now, text);
  }

  /** `  12.345 > G1 X10` for a sent line, `<` for a received one: seconds, oldest first; as in test/fixtures. */
  toString(): string {
    const lines = this.inOrder([this.errors, this.heardLines], LINES, HEARD_WIDTH);
    return lines.map((line) => `${line}\n`).join('');
  }

  /**
   * The last lines in the same form, their texts cut to 120 characters. The cost depends only on these
   * lines. An error that is kept longer is a received line like the others, in its place.
   * @param count how many; a thousand at most are there
   */
  tail(count: number): string[] {
    const lines = this.inOrder([this.heardLines], count, TAIL_WIDTH);
    return lines.slice(Math.max(0, lines.length - count));
  }

  private inOrder(heard: readonly TextRing[], most: number, width: number): string[] {
    const lines = new Map<number, string[]>();
    for (const ring of heard)
      ring.visit(most, (slot, order, at) =>
        lines.set(order, [this.line(at, '<', ring.texts[slot] as string, width)]),
      );
    this.sentLines.visit(most, (slot, order, at) => lines.set(order, this.commands(slot, at, width)));
    return [...lines].sort(([a], [b]) => a - b).flatMap(([, texts]) => texts);
  }

  private commands(slot: number, at: number, width: number): string[] {
    const commands = this.sentLines.text(slot).split('\n');
    return commands.filter((each) => each !== '').map((each) => this.line(at, '>', each, width));
  }

  private line(at: number, way: '>' | '<', text: string, width: number): string {
    return `${((at - this.startedAt) / 1000).toFixed(3).padStart(7)} ${way} ${text.slice(0, width)}`;
  }
}

import { encodePng } from './png';
import { fits, type Picture } from './thumbnail';

/** QOI, after the specification at qoiformat.org (version 1.0). */
const MAGIC = 'qoif';
const HEADER_BYTES = 14;
const END = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]);
const OP_RGB = 0xfe;
const OP_RGBA = 0xff;

/** Reads a QOI picture and writes it as PNG, since no browser shows QOI. */
export function convertQoi(bytes: Buffer): Picture {
  if (bytes.length < HEADER_BYTES + END.length || bytes.toString('latin1', 0, 4) !== MAGIC) return null;
  const [width, height] = [bytes.readUInt32BE(4), bytes.readUInt32BE(8)];
  const [channels = 0, colourSpace = 0] = bytes.subarray(12, HEADER_BYTES);
  if (!fits(width, height) || channels < 3 || channels > 4 || colourSpace > 1) return null;
  if (!bytes.subarray(-END.length).equals(END)) return null;
  const pixels = new QoiReader(bytes.subarray(HEADER_BYTES, -END.length)).pixels(width * height);
  return pixels && { width, height, bytes: encodePng(width, height, pixels) };
}

class QoiReader {
  private at = 0;
  private r = 0;
  private g = 0;
  private b = 0;
  private a = 255;
  private readonly seen = new Uint8Array(64 * 4);

  constructor(private readonly data: Buffer) {}

  /** RGBA; null unless the data holds exactly that many pixels. */
  pixels(count: number): Buffer | null {
    const pixels = Buffer.alloc(count * 4);
    for (let done = 0; done < count; ) {
      if (this.at >= this.data.length) return null;
      const run = this.step();
      if (this.at > this.data.length || done + run > count) return null;
      for (const end = done + run; done < end; done++) this.write(pixels, done * 4);
      this.write(this.seen, this.hash() * 4);
    }
    return this.at === this.data.length ? pixels : null;
  }

  /** Reads one chunk and returns the number of pixels with its colour. */
  private step(): number {
    const op = this.next();
    if (op === OP_RGB) this.colour(this.next(), this.next(), this.next(), this.a);
    else if (op === OP_RGBA) this.colour(this.next(), this.next(), this.next(), this.next());
    else if (op >= 0xc0) return (op & 0x3f) + 1;
    else if (op >= 0x80) this.luma((op & 0x3f) - 32, this.next());
    else if (op >= 0x40) this.shift(((op >> 4) & 3) - 2, ((op >> 2) & 3) - 2, (op & 3) - 2);
    else this.recall(op * 4);
    return 1;
  }

  private next(): number {
    return this.data[this.at++] ?? 0;
  }

  private luma(green: number, byte: number): void {
    this.shift(green - 8 + (byte >> 4), green, green - 8 + (byte & 0x0f));
  }

  private shift(r: number, g: number, b: number): void {
    this.colour(this.r + r, this.g + g, this.b + b, this.a);
  }

  private recall(at: number): void {
    const [r = 0, g = 0, b = 0, a = 0] = this.seen.subarray(at, at + 4);
    this.colour(r, g, b, a);
  }

  private colour(r: number, g: number, b: number, a: number): void {
    this.r = r & 0xff;
    this.g = g & 0xff;
    this.b = b & 0xff;
    this.a = a;
  }

  private hash(): number {
    return (this.r * 3 + this.g * 5 + this.b * 7 + this.a * 11) % 64;
  }

  private write(into: Uint8Array, at: number): void {
    into[at] = this.r;
    into[at + 1] = this.g;
    into[at + 2] = this.b;
    into[at + 3] = this.a;
  }
}

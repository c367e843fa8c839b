const isBase64 = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
  isBase64[char.charCodeAt(0)] = 1;

const FIRST_BYTES = 16_384;

/** Whether the bytes `from` to `to` are all Base64. */
export function isBase64Row(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBase64[bytes[at] as number] === 0) return false;
  return true;
}

/** Rows of Base64, up to an announced size; only rows that arrive take memory. */
export class Base64Buffer {
  private bytes: Buffer;
  private length = 0;

  constructor(private readonly size: number) {
    this.bytes = Buffer.alloc(Math.min(size, FIRST_BYTES));
  }

  /** Whether the bytes `from` to `to` still fitted. */
  add(bytes: Uint8Array, from: number, to: number): boolean {
    const length = this.length + to - from;
    if (length > this.size) return false;
    if (length > this.bytes.length) this.grow(length);
    this.bytes.set(bytes.subarray(from, to), this.length);
    this.length = length;
    return true;
  }

  /** The decoded bytes; null unless they are complete with the right padding. */
  decode(): Buffer | null {
    if (this.length !== this.size) return null;
    const text = this.bytes.toString('latin1', 0, this.length);
    const unpadded = text.replace(/={1,2}$/, '');
    const decoded = Buffer.from(unpadded, 'base64');
    return !unpadded.includes('=') && decoded.length === Math.floor((unpadded.length * 3) / 4)
      ? decoded
      : null;
  }

  private grow(length: number): void {
    const bytes = Buffer.alloc(Math.min(this.size, Math.max(length, this.bytes.length * 2)));
    this.bytes.copy(bytes, 0, 0, this.length);
    this.bytes = bytes;
  }
}

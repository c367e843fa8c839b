const EMPTY = Buffer.alloc(0);

/** The bytes between the wire and the firmware: a small ring that overruns when the firmware does not read it. */
export class ReceiveRing {
  private bytes: Buffer = EMPTY;
  private position = 0;

  constructor(private readonly capacity: number) {}

  append(bytes: Uint8Array): void {
    const rest = this.bytes.subarray(this.position);
    this.bytes = rest.length > 0 ? Buffer.concat([rest, bytes]) : Buffer.from(bytes);
    this.position = 0;
  }

  /** The next byte, or -1 when there is none. */
  next(): number {
    return this.bytes[this.position++] ?? this.dry();
  }

  /** Drops the content of the ring: bytes still on the wire arrive, cut in the middle of a line. */
  flush(): void {
    this.position = Math.min(this.bytes.length, this.position + this.capacity);
  }

  /** Drops the bytes that arrived while the ring was full; returns their number. */
  overrun(): number {
    const lost = this.bytes.length - this.position - this.capacity;
    if (lost <= 0) return 0;
    this.bytes = this.bytes.subarray(0, this.bytes.length - lost);
    return lost;
  }

  clear(): void {
    this.bytes = EMPTY;
    this.position = 0;
  }

  private dry(): -1 {
    this.clear();
    return -1;
  }
}

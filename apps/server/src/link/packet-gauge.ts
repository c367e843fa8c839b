/** A length of four bytes is MQTT's longest (MQTT 3.1.1 §2.2.3): 256 MB, which a broker would have to hold whole. */
const MOST_LENGTH_BYTES = 4;

/**
 * Measures the packets of one MQTT connection as their bytes go by, and tells those that are too long from the length
 * that they announce: aedes keeps what has come of a packet until it is whole, however long it is.
 */
export class PacketGauge {
  /** Bytes of the present packet's body that are still to come. */
  private left = 0;
  /** The length being read: its value so far and its bytes; -1 = the packet's first byte is still to come. */
  private value = 0;
  private lengthBytes = -1;

  constructor(private readonly mostBytes: number) {}

  /** False when a packet is, or says that it is, longer than allowed, or says nothing sensible. */
  take(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; ) {
      if (this.left > 0) {
        const skipped = Math.min(this.left, chunk.length - at);
        this.left -= skipped;
        at += skipped;
      } else if (!this.takeHeader(chunk[at++] ?? 0)) return false;
    }
    return true;
  }

  private takeHeader(byte: number): boolean {
    if (this.lengthBytes < 0) {
      this.lengthBytes = 0;
      this.value = 0;
      return true;
    }
    this.value += (byte & 0x7f) * 128 ** this.lengthBytes;
    this.lengthBytes++;
    if (this.value > this.mostBytes) return false;
    if (byte & 0x80) return this.lengthBytes < MOST_LENGTH_BYTES;
    this.left = this.value;
    this.lengthBytes = -1;
    return true;
  }
}

/**
 * MQTT's longest length field has four bytes (MQTT 3.1.1 §2.2.3): 256 MB, which a broker would have to hold in
 * memory.
 */
const MOST_LENGTH_BYTES = 4;

/**
 * Measures the packets of one MQTT connection as their bytes arrive, and rejects those whose announced length is too
 * long: aedes buffers a packet until it is complete, however long it is.
 */
export class PacketGauge {
  /** Bytes of the present packet's body that have not arrived yet. */
  private left = 0;
  /** The length field being read: its value so far and its bytes; -1: the packet's first byte has not arrived yet. */
  private value = 0;
  private lengthBytes = -1;

  constructor(private readonly mostBytes: number) {}

  /** False when a packet is longer than allowed, announces such a length, or has an invalid length field. */
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

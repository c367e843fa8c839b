/** How slicers mark a layer; some mark it in two ways at once. */
const kinds = ['LAYER_CHANGE', 'LAYER:', 'CHANGE_LAYER', 'layer '].map((text) => Buffer.from(text));
/** `; layer 1, Z = 0.2` of Simplify3D and `;; --- layer 0 (…` of Kiri:Moto; not `; layer end`. */
const NUMBERED = 3;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Counts the layers that a slicer marked. */
export class LayerMarks {
  private readonly counts = kinds.map(() => 0);

  get count(): number {
    return Math.max(...this.counts);
  }

  /** Whether the words in the bytes `from` to `to` mark a layer. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    for (let kind = 0; kind < kinds.length; kind++) {
      if (!this.matches(kind, bytes, from, to)) continue;
      this.counts[kind] = (this.counts[kind] as number) + 1;
      return true;
    }
    return false;
  }

  private matches(kind: number, bytes: Uint8Array, from: number, to: number): boolean {
    const text = kinds[kind] as Uint8Array;
    if (to - from < text.length) return false;
    for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false;
    return kind !== NUMBERED || (from + text.length < to && isDigit(bytes[from + text.length]));
  }
}

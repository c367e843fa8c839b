import { crc32 } from 'node:zlib';

export const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export interface PngChunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Length, type and checksum around the data. */
const FRAME_BYTES = 12;

/** A chunk of a file. */
export function writeChunk({ type, data }: PngChunk): Buffer {
  const chunk = Buffer.alloc(data.length + FRAME_BYTES);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, data.length + 8)), data.length + 8);
  return chunk;
}

/** The chunks up to IEND, with their checksums verified; null when the structure is broken. */
export function readChunks(bytes: Buffer): PngChunk[] | null {
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return null;
  const chunks: PngChunk[] = [];
  for (let at = PNG_SIGNATURE.length; at + FRAME_BYTES <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + length + FRAME_BYTES;
    if (end > bytes.length) return null;
    if (bytes.readUInt32BE(end - 4) !== crc32(bytes.subarray(at + 4, end - 4))) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

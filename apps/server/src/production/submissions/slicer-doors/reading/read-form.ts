import { Fault } from '@pandafab/shared';
import type { ByteReader } from './byte-reader';
import { dispositionOf, textOf } from './disposition';

const LINE_END = Buffer.from('\r\n');
const LAST = Buffer.from('--');
const MOST_HEADER_BYTES = 16_384;
const MOST_FIELD_BYTES = 10_000;
const MOST_PARTS = 50;

/** Receives a file: it must read the pieces until the last one, or throw. */
export type TakeFile = (name: string, pull: () => Promise<Buffer | undefined>) => Promise<void>;

/**
 * Reads a form of a slicer: the fields may be before and after the file, which goes to `takeFile` piece by piece. The
 * parsers of npm refuse boundaries that Cura sends, and lose names in Latin-1.
 * @throws Fault FILE.TRUNCATED, REQUEST.INVALID {reason}, and what `takeFile` throws
 */
export async function readForm(
  reader: ByteReader,
  boundary: string,
  takeFile: TakeFile,
): Promise<ReadonlyMap<string, string>> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  const fields = new Map<string, string>();
  // The first delimiter has no line end before it.
  await all(reader, delimiter.subarray(LINE_END.length), MOST_HEADER_BYTES);
  for (let parts = 0; await beginsPart(reader); parts += 1) {
    if (parts === MOST_PARTS) throw new Fault('REQUEST.INVALID', { reason: `more than ${MOST_PARTS} parts` });
    const { name, fileName } = dispositionOf(await dispositionLine(reader));
    if (fileName !== undefined) await takeFile(fileName, () => reader.before(delimiter));
    else fields.set(name, textOf(await all(reader, delimiter, MOST_FIELD_BYTES)));
  }
  return fields;
}

/** After a delimiter: a line end, or `--` after the last part. */
async function beginsPart(reader: ByteReader): Promise<boolean> {
  if (await reader.startsWith(LAST)) return false;
  await all(reader, LINE_END, MOST_HEADER_BYTES);
  return true;
}

async function dispositionLine(reader: ByteReader): Promise<string> {
  let found = '';
  for (let bytes = 0; ; ) {
    const line = (await all(reader, LINE_END, MOST_HEADER_BYTES)).toString('latin1');
    if (line === '') return found;
    bytes += line.length;
    if (bytes > MOST_HEADER_BYTES) throw new Fault('REQUEST.INVALID', { reason: 'headers of a part' });
    if (/^content-disposition\s*:/i.test(line)) found = line;
  }
}

async function all(reader: ByteReader, delimiter: Buffer, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for (;;) {
    const piece = await reader.before(delimiter);
    if (piece === undefined) return Buffer.concat(pieces);
    pieces.push(piece);
    bytes += piece.length;
    if (bytes > most) throw new Fault('REQUEST.INVALID', { reason: 'a field of the form is too long' });
  }
}

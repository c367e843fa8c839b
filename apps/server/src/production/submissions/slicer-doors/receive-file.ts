import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import type { FileStore, IncomingFile } from '../../../platform/file-store/file-store';
import { safeName } from '../../../platform/file-store/safe-name';
import { ByteReader } from './reading/byte-reader';
import { boundaryOf } from './reading/disposition';
import { streamOf } from './reading/file-stream';
import { readForm } from './reading/read-form';

/** A file of a slicer, on disk: the caller stores or discards it. */
export interface SentFile {
  readonly file: IncomingFile;
  readonly fileName: string;
  /** The other fields of the form; empty for a file without a form. */
  readonly fields: ReadonlyMap<string, string>;
}

const BINARY = /\.(bgcode|bgc)$/i;
const ARCHIVE = /\.(3mf|ufp|sl1s?)$/i;

/** Refuses by its name what the service cannot read yet, before it is sent. @throws Fault FILE.BINARY_GCODE, FILE.ARCHIVE {format} */
function demandReadable(name: string): void {
  if (BINARY.test(name)) throw new Fault('FILE.BINARY_GCODE');
  const [, format] = ARCHIVE.exec(name) ?? [];
  if (format) throw new Fault('FILE.ARCHIVE', { format });
}

/**
 * Reads a form with one file.
 * @param contentType of the request, as it was sent
 * @throws Fault FILE.MISSING, FILE.MORE_THAN_ONE, FILE.BINARY_GCODE, FILE.ARCHIVE, and those of `readForm`,
 * `boundaryOf` and of the store
 */
export async function receiveForm(
  request: FastifyRequest,
  contentType: string | undefined,
  store: FileStore,
): Promise<SentFile> {
  const boundary = boundaryOf(contentType);
  const reader = new ByteReader(request.raw);
  let sent: Pick<SentFile, 'file' | 'fileName'> | undefined;
  try {
    const fields = await readForm(reader, boundary, async (name, pull) => {
      if (sent) throw new Fault('FILE.MORE_THAN_ONE');
      const fileName = safeName(name);
      demandReadable(fileName);
      sent = { file: await store.receiveUnstored(streamOf(pull)), fileName };
    });
    if (!sent) throw new Fault('FILE.MISSING');
    return { ...(sent as Pick<SentFile, 'file' | 'fileName'>), fields };
  } catch (error) {
    await (sent as Pick<SentFile, 'file'> | undefined)?.file.discard();
    throw error;
  } finally {
    reader.release();
  }
}

/**
 * Reads a body that is the file itself.
 * @throws Fault FILE.BINARY_GCODE, FILE.ARCHIVE, FILE.TRUNCATED and those of the store
 */
export async function receiveBody(
  request: FastifyRequest,
  name: string,
  store: FileStore,
): Promise<SentFile> {
  const fileName = safeName(name);
  demandReadable(fileName);
  const reader = new ByteReader(request.raw);
  try {
    return { file: await store.receiveUnstored(streamOf(() => reader.next())), fileName, fields: new Map() };
  } finally {
    reader.release();
  }
}

const MOST_TEXT_BYTES = 10_000;

/** A short body as text. @throws Fault REQUEST.INVALID {reason} if it is long; FILE.TRUNCATED */
export async function receiveText(request: FastifyRequest): Promise<string> {
  const reader = new ByteReader(request.raw);
  const pieces: Buffer[] = [];
  try {
    for (let bytes = 0; ; ) {
      const piece = await reader.next();
      if (!piece) return Buffer.concat(pieces).toString('utf8');
      bytes += piece.length;
      if (bytes > MOST_TEXT_BYTES) throw new Fault('REQUEST.INVALID', { reason: 'the body is too long' });
      pieces.push(piece);
    }
  } finally {
    reader.release();
  }
}

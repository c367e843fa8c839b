import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { safeName } from '../file-store/safe-name';
import { asFault, leave } from './read-file-form';

/** A form with one file that fits in memory. */
export interface SmallFileForm {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** The other fields, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface SmallFileLimit {
  readonly megabytes: number;
  /** What a larger file is refused with. */
  readonly tooLarge: (limitMb: number) => Fault;
}

/**
 * Reads a form with a small file as browsers send it, its parts in any order.
 * @param read turns the form into what the caller needs; what it throws is answered like a fault of the form
 * @throws Fault REQUEST.NOT_MULTIPART, FILE.MISSING, FILE.MORE_THAN_ONE, FILE.TRUNCATED, and the one of the limit
 */
export async function readSmallFile<Read>(
  request: FastifyRequest,
  limit: SmallFileLimit,
  read: (form: SmallFileForm) => Read,
): Promise<Read> {
  if (!request.isMultipart()) throw new Fault('REQUEST.NOT_MULTIPART');
  const fields: Record<string, string> = {};
  let bytes: Buffer | undefined;
  let fileName = '';
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else {
        bytes = await whole(part.file, limit);
        fileName = safeName(part.filename);
      }
    }
    if (!bytes) throw new Fault('FILE.MISSING');
    return read({ bytes, fileName, fields });
  } catch (error) {
    leave(request.raw);
    throw asFault(error);
  }
}

async function whole(
  stream: AsyncIterable<Buffer>,
  { megabytes, tooLarge }: SmallFileLimit,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > megabytes * 1024 * 1024) throw tooLarge(megabytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

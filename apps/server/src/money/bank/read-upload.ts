import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { safeName } from '../../platform/file-store/safe-name';
import { asFault, leave } from '../../platform/http/read-file-form';
import { MOST_MEGABYTES } from './read/read-file';
import { type UploadFields, uploadFields } from './statements.dto';

const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

export interface BankUpload extends UploadFields {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/**
 * Reads a form with a file of a bank, its parts in any order. A statement is small enough for memory.
 * @throws Fault REQUEST.NOT_MULTIPART, FILE.MISSING, FILE.MORE_THAN_ONE, FILE.TRUNCATED, BANK.FILE_TOO_LARGE {limitMb},
 * BANK.MAPPING_UNFIT; ZodError for the other fields
 */
export async function readUpload(request: FastifyRequest): Promise<BankUpload> {
  if (!request.isMultipart()) throw new Fault('REQUEST.NOT_MULTIPART');
  const fields: Record<string, string> = {};
  let bytes: Buffer | undefined;
  let fileName = '';
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else {
        bytes = await whole(part.file);
        fileName = safeName(part.filename);
      }
    }
    if (!bytes) throw new Fault('FILE.MISSING');
    return { bytes, fileName, ...uploadFields(fields) };
  } catch (error) {
    leave(request.raw);
    throw asFault(error);
  }
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Fault('BANK.FILE_TOO_LARGE', { limitMb: MOST_MEGABYTES });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

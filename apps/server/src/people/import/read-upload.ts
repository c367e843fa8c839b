import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { safeName } from '../../platform/file-store/safe-name';
import { asFault, leave } from '../../platform/http/read-file-form';
import { importFields } from './imports.dto';
import type { ImportRequest } from './imports.service';

const MAX_MEGABYTES = 2;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

/**
 * Reads an import as browsers send it, with its parts in any order.
 * @throws Fault REQUEST.NOT_MULTIPART, FILE.MISSING, FILE.MORE_THAN_ONE, FILE.TRUNCATED, IMPORT.TOO_LARGE {limitMb};
 * ZodError for the fields
 */
export async function readUpload(request: FastifyRequest): Promise<ImportRequest & { dryRun: boolean }> {
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
    const { dryRun, labId = null, evenIf } = importFields.parse(fields);
    return { bytes, fileName, dryRun, labId, sameEmail: evenIf === 'same-email' };
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
    if (bytes > MAX_BYTES) throw new Fault('IMPORT.TOO_LARGE', { limitMb: MAX_MEGABYTES });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

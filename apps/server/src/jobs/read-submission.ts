import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import type { FileStore } from '../files/file-store';
import { safeName } from '../files/safe-name';
import { submitFieldsSchema } from './jobs.dto';
import type { Submission } from './submissions.service';

/**
 * Reads a multipart submission: the file goes to the store as it comes, whatever the order of the parts.
 * @throws Fault REQUEST.NOT_MULTIPART, FILE.MISSING, FILE.TRUNCATED and the store's; ZodError for the fields.
 */
export async function readSubmission(request: FastifyRequest, store: FileStore): Promise<Submission> {
  if (!request.isMultipart()) throw new Fault('REQUEST.NOT_MULTIPART');
  const fields: Record<string, string> = {};
  let received: Pick<Submission, 'file' | 'fileName'> | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else received = { file: await store.receive(part.file), fileName: safeName(part.filename) };
    }
  } catch (error) {
    throw asFault(error);
  }
  if (!received) throw new Fault('FILE.MISSING');
  return { ...received, fields: submitFieldsSchema.parse(fields) };
}

/** Codes of @fastify/multipart, busboy and Node for a body that ends too soon. */
const CUT_SHORT = /premature|unexpected end|aborted|ECONNRESET|closed/i;

function asFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  return CUT_SHORT.test(`${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}`)
    ? new Fault('FILE.TRUNCATED')
    : error;
}

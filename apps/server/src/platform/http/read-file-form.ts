import type { IncomingMessage } from 'node:http';
import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import type { FileStore, IncomingFile } from '../file-store/file-store';
import { safeName } from '../file-store/safe-name';

/** A file from a form, on disk: the caller stores or discards it. */
export interface FormFile<Fields> {
  readonly file: IncomingFile;
  readonly fileName: string;
  readonly fields: Fields;
}

/**
 * Reads a multipart form with one file: the file is written to disk as it arrives, whatever the order of the parts. A
 * form that is refused here leaves no file.
 * @throws Fault REQUEST.NOT_MULTIPART, FILE.MISSING, FILE.MORE_THAN_ONE, FILE.TRUNCATED and the store's; ZodError for
 * the fields.
 */
export async function readFileForm<Fields>(
  request: FastifyRequest,
  store: FileStore,
  schema: ZodType<Fields>,
): Promise<FormFile<Fields>> {
  if (!request.isMultipart()) throw new Fault('REQUEST.NOT_MULTIPART');
  const fields: Record<string, string> = {};
  let file: IncomingFile | undefined;
  let fileName = '';
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else {
        file = await store.receiveUnstored(part.file);
        fileName = safeName(part.filename);
      }
    }
    if (!file) throw new Fault('FILE.MISSING');
    return { file, fileName, fields: schema.parse(fields) };
  } catch (error) {
    await file?.discard();
    leave(request.raw);
    throw asFault(error);
  }
}

/** Clients read an answer only after they have sent the whole body, but the server does not wait for gigabytes. */
const LINGER_MS = 1000;

/**
 * Reads a little longer than it takes to refuse the body, so that the client can finish sending.
 * @param lingerMs how long
 */
export function leave(request: IncomingMessage, lingerMs = LINGER_MS): void {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const hangUp = setTimeout(() => request.destroy(), lingerMs);
  request.once('close', () => clearTimeout(hangUp));
}

/** Codes of @fastify/multipart, busboy and Node for a body that ends too soon. */
const CUT_SHORT = /premature|unexpected end|aborted|ECONNRESET|closed/i;
/** @fastify/multipart's code for a second file. */
const SECOND_FILE = 'FST_FILES_LIMIT';

/** Translates an error that the client caused into a fault. */
export function asFault(error: unknown): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === SECOND_FILE) return new Fault('FILE.MORE_THAN_ONE');
  return CUT_SHORT.test(`${message} ${code}`) ? new Fault('FILE.TRUNCATED') : error;
}

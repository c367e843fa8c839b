import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { readSmallFile } from '../../platform/http/read-small-file';
import { MOST_MEGABYTES } from './read/read-file';
import { type UploadFields, uploadFields } from './statements.dto';

const LIMIT = {
  megabytes: MOST_MEGABYTES,
  tooLarge: (limitMb: number) => new Fault('BANK.FILE_TOO_LARGE', { limitMb }),
};

export interface BankUpload extends UploadFields {
  readonly bytes: Buffer;
  readonly fileName: string;
}

/**
 * Reads a form with a file of a bank.
 * @throws Fault those of `readSmallFile`, BANK.FILE_TOO_LARGE {limitMb}, BANK.MAPPING_UNFIT; ZodError for the other fields
 */
export const readUpload = (request: FastifyRequest): Promise<BankUpload> =>
  readSmallFile(request, LIMIT, ({ fields, ...file }) => ({ ...file, ...uploadFields(fields) }));

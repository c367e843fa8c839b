import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { readSmallFile } from '../../platform/http/read-small-file';
import { importFields } from './imports.dto';
import type { ImportRequest } from './imports.service';

const LIMIT = {
  megabytes: 2,
  tooLarge: (limitMb: number) => new Fault('IMPORT.TOO_LARGE', { limitMb }),
};

/**
 * Reads an import.
 * @throws Fault those of `readSmallFile`, IMPORT.TOO_LARGE {limitMb}; ZodError for the fields
 */
export const readUpload = (request: FastifyRequest): Promise<ImportRequest & { dryRun: boolean }> =>
  readSmallFile(request, LIMIT, ({ fields, ...file }) => {
    const { dryRun, labId = null, evenIf } = importFields.parse(fields);
    return { ...file, dryRun, labId, sameEmail: evenIf === 'same-email' };
  });

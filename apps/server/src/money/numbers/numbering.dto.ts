import { fieldRule, type LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id } from '../../platform/http/fields';
import { SERIES_KINDS } from './document-series.entities';

const prefix = z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/, fieldRule('prefix'));
const labCode = z.string().regex(/^[A-Z0-9]{1,5}$/, fieldRule('labCode'));
const kind = z.enum(SERIES_KINDS).meta({ id: 'SeriesKind' });
const labPart = z
  .enum(['none', 'code'])
  .describe('`code`: each lab has its own series, with the lab’s code after the prefix')
  .meta({ id: 'LabPart' });

const series = z.object({ kind, prefix, labPart });
const codes = z.array(z.object({ labId: id<LabId>(), code: labCode }));

/** Changes the series that are in the request; a new prefix begins a new series. */
export class NumberingChangesDto extends createZodDto(
  z.object({ series: z.array(series).max(SERIES_KINDS.length), labCodes: codes.max(500).optional() }),
) {}

export class NumberingDto extends createZodDto(
  z
    .object({
      series: z.array(
        series.extend({
          example: z.string().describe('The next number of the series without a lab'),
          lastNumber: z.string().nullable().describe('The last number of this series, without a lab'),
        }),
      ),
      labCodes: codes,
    })
    .meta({ id: 'Numbering' }),
) {}

import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, lineOfText } from '../http/fields';
import { SEARCH_KINDS } from './search-sources';

const foundSchema = z
  .object({
    kind: z.enum(SEARCH_KINDS).meta({ id: 'SearchKind' }),
    id: id(),
    title: z.string().describe('Its name, number or file name'),
    detail: z.string().nullable().describe('A second line, such as the title of a prestation'),
    labId: id<LabId>().nullable(),
    state: z.string().nullable().describe('The state of a job or a prestation'),
    match: z.enum(['exact', 'start', 'words']),
  })
  .meta({ id: 'Found' });

export class FoundListDto extends createZodDto(z.object({ items: z.array(foundSchema) })) {}

export class SearchQueryDto extends createZodDto(
  z.object({
    q: lineOfText(200, 0).describe('Words in any order, or the id of a thing'),
    limit: z.coerce.number().int().min(1).max(20).default(8).describe('Results of each kind'),
  }),
) {}

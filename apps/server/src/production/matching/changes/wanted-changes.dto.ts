import type { JobId, MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../../../platform/http/fields';

const changeSchema = z
  .object({
    machineId: id<MachineId>(),
    load: z.string().describe('What a person should load, such as a material and a colour; empty: any spool'),
    jobs: z.number().int().describe('Waiting jobs that need it'),
    jobId: id<JobId>().describe('The first of them'),
    since: instant,
  })
  .meta({ id: 'WantedChange' });

export class WantedChangesDto extends createZodDto(
  z.object({ items: z.array(changeSchema) }).meta({ id: 'WantedChanges' }),
) {}

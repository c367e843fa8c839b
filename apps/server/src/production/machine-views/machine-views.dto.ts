import { type JobId, type MemberId, type RunId, type SpoolId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { machineSchema } from '../../network/machines/machines.dto';
import { id, pageOf } from '../../platform/http/fields';
import { goingOnWith } from '../../stock/spools/going-on-with';

const machineViewSchema = machineSchema
  .extend({
    serviceDue: z
      .boolean()
      .describe('True if a regular service of the machine is due; it can be used all the same'),
    nextJob: z
      .object({ id: id<JobId>(), fileName: z.string(), memberId: id<MemberId>() })
      .nullable()
      .describe(
        'The job that this machine would print next if it were free now; null if there is none, or if the account may not see the lab’s jobs',
      ),
  })
  .meta({ id: 'Machine' });

export class MachineDto extends createZodDto(machineViewSchema) {}
export class MachineListDto extends createZodDto(pageOf(machineViewSchema)) {}
export class MachinesQueryDto extends createZodDto(
  z.object({
    retired: z
      .enum(['with', 'without'])
      .default('without')
      .describe('`with`: also the machines that were taken out of service'),
  }),
) {}
export class CreatedMachineDto extends createZodDto(
  machineViewSchema.extend({
    bridge: z
      .object({ username: z.string(), secret: z.string(), topic: z.string() })
      .nullable()
      .describe('For a machine behind a line bridge: its broker account, shown once'),
  }),
) {}

/** Named by pages, so that a click that was long under way clears no other part's bed. */
export class BedClearQueryDto extends createZodDto(
  z.object({ runId: id<RunId>().optional().describe('The `bedRunId` that the person saw') }),
) {}

export class AnswerDto extends createZodDto(
  z.object({
    request: z
      .number()
      .int()
      .min(0)
      .max(1e15)
      .describe(
        '`needsPerson.id` of the question. If the machine asks something else by then, nothing is pressed',
      ),
    button: z.number().int().min(0).max(20).describe('Index of the button in `needsPerson.buttons`'),
    spoolId: goingOnWith,
  }),
) {}
export class LoadSpoolDto extends createZodDto(z.object({ spoolId: id<SpoolId>().nullable() })) {}

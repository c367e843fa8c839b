import { guardSeverities, type MachineId } from '@pandafab/shared';
import { z } from 'zod';
import { causeSchema, id } from '../../platform/http/fields';

export const findingSchema = causeSchema
  .extend({
    line: z.number().int().describe('The first such line, counted from 1'),
    severity: z
      .enum(guardSeverities)
      .meta({ id: 'Severity' })
      .describe(
        'refuse: these machines do not print the file; strip: the command is left out; warn: a warning only',
      ),
    command: z
      .string()
      .describe('The command as it is in the file, shortened; empty for moves and temperatures'),
    count: z.number().int().describe('How often in the file'),
    rule: z
      .string()
      .nullable()
      .describe('The rule that a lab manager can suspend on a machine; null if it cannot be suspended'),
    machineIds: z.array(id<MachineId>()).describe('The machines of the lab to which the finding applies'),
  })
  .meta({ id: 'Finding' });

import { guardSeverities, type MachineId } from '@pandafab/shared';
import { z } from 'zod';
import { causeSchema, id } from '../api/fields';

export const findingSchema = causeSchema.extend({
  line: z.number().int().describe('The first line of its kind, counted from 1'),
  severity: z
    .enum(guardSeverities)
    .describe(
      'refuse: these machines do not take the file; strip: left out when it is streamed; warn: only said',
    ),
  command: z.string().describe('As it stands in the file, cut short; empty for moves and temperatures'),
  count: z.number().int().describe('How often in the file'),
  rule: z
    .string()
    .nullable()
    .describe('What a lab manager may allow for a machine to let it pass; null for what nobody may'),
  machineIds: z.array(id<MachineId>()).describe('The machines of the lab for which it holds'),
});

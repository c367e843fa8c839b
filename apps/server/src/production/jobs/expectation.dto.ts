import type { MachineId } from '@pandafab/shared';
import { z } from 'zod';
import { id, instant } from '../../platform/http/fields';

export const expectationSchema = z
  .object({
    machineId: id<MachineId>().describe('The machine that is expected to take it'),
    startAt: instant,
    endAt: instant,
    startFrom: instant.describe('Nine starts of ten lie between `startFrom` and `startUntil`'),
    startUntil: instant,
    needsChange: z.boolean().describe('True if a person has to change the machine’s spool before'),
  })
  .meta({ id: 'Expectation' });

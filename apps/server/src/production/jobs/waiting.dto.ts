import type { MachineId } from '@pandafab/shared';
import { z } from 'zod';
import { causeSchema, id } from '../../platform/http/fields';

/** Why one machine does not begin with something now; without reasons it may. */
export const waitingSchema = z
  .object({ machineId: id<MachineId>(), reasons: z.array(causeSchema) })
  .meta({ id: 'MachineReasons' });

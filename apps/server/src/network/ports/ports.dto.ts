import { PORT_STATES, portAnswerSchema } from '@pandafab/lab-link';
import type { MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, pageOf } from '../../platform/http/fields';

const portSchema = z
  .object({
    path: z.string().describe('Address for a machine at this port'),
    maker: z.string().nullable(),
    product: z.string().nullable(),
    serialNumber: z.string().nullable(),
    state: z.enum(PORT_STATES).meta({
      id: 'PortState',
      description:
        '`used`: by a machine. `unasked`: what is behind it was not asked yet. `asking`: now. `answered`: by a firmware. `silent`: nothing answered. `busy`: another program has opened it. `forbidden`: the lab’s computer may not open it',
    }),
    machineId: id<MachineId>().nullable().describe('The machine that uses it'),
    answer: portAnswerSchema
      .meta({ id: 'PortAnswer', description: 'What the firmware behind it said of itself' })
      .nullable(),
    proposal: z
      .object({
        name: z.string(),
        profileId: z.string(),
        address: z.string(),
        baudRate: z.number().int(),
        widthMm: z.number(),
        depthMm: z.number(),
        heightMm: z.number(),
        maxNozzleCelsius: z.number(),
        maxBedCelsius: z.number(),
      })
      .meta({ id: 'MachineProposal', description: 'Fields for a new machine at this port, to be checked' })
      .nullable(),
  })
  .meta({ id: 'Port' });

export class PortListDto extends createZodDto(
  pageOf(portSchema).extend({
    agentOnline: z.boolean(),
    reportedAt: instant
      .nullable()
      .describe(
        'When the lab’s computer last reported its ports; null if it has not, or if it is too old to do so',
      ),
  }),
) {}

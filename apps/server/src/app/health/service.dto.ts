import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../../platform/http/fields';

export class ServiceDto extends createZodDto(
  z
    .object({
      version: z.string().nullable().describe('Null if it is unknown'),
      nodeVersion: z.string(),
      startedAt: instant,
      database: z.enum(['sqlite', 'postgres']),
      broker: z.enum(['embedded', 'external']),
      disk: z
        .object({ freeMb: z.number().int(), totalMb: z.number().int() })
        .nullable()
        .describe('Disk of the data; null if the system does not report it'),
      failedSteps: z.number().int().describe('Steps that failed at every attempt'),
      waitingSteps: z.number().int().describe('Steps that are written down and not done yet'),
      computers: z
        .array(
          z.object({
            labId: id<LabId>(),
            labName: z.string(),
            online: z.boolean(),
            version: z.string().nullable(),
            lastHelloAt: instant.nullable().describe('Last time that it connected'),
          }),
        )
        .describe('The computers of the labs; a lab without one is not in the list'),
    })
    .meta({ id: 'ServiceState' }),
) {}

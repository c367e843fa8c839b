import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema } from '../../platform/http/fields';

const part = z.enum(['ok', 'unreachable']);

export class ReadyDto extends createZodDto(
  z.object({
    status: z.enum(['ok', 'degraded', 'down']),
    parts: z.object({ database: part, redis: part, broker: part }),
    trouble: causeSchema.nullable().describe('Why requests cannot be served'),
    warnings: z
      .array(causeSchema)
      .optional()
      .describe('Problems that staff should solve soon, such as a disk that is nearly full'),
    refusedMessages: z
      .record(z.string(), z.number())
      .describe('Number of messages from labs that were not accepted, by reason'),
  }),
) {}

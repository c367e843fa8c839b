import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema } from '../api/fields';

const part = z.enum(['ok', 'unreachable']);

export class ReadyDto extends createZodDto(
  z.object({
    status: z.enum(['ok', 'degraded', 'down']),
    parts: z.object({ database: part, redis: part, broker: part }),
    trouble: causeSchema.nullable().describe('Why requests cannot be served'),
    warnings: z
      .array(causeSchema)
      .optional()
      .describe('What will hurt if nobody sees to it, such as a disk that is nearly full'),
    refusedMessages: z
      .record(z.string(), z.number())
      .describe('What labs sent that was not acted upon, by reason'),
  }),
) {}

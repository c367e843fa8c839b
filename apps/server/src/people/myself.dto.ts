import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { memberView } from './members.dto';

export class WardListDto extends createZodDto(
  z.object({ items: z.array(memberView), total: z.number().int() }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class MachineConsoleDto extends createZodDto(
  z.object({
    lines: z
      .array(z.string())
      .nullable()
      .describe(
        'What was last said to the machine (`seconds > line`) and heard from it (`<`), the oldest first; null while ' +
          'its agent has told nothing yet, or is too old to',
      ),
  }),
) {}

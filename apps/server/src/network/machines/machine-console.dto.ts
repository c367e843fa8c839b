import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export class MachineConsoleDto extends createZodDto(
  z.object({
    lines: z
      .array(z.string())
      .nullable()
      .describe(
        'The last lines sent to the machine (`seconds > line`) and received from it (`<`), oldest first; null if ' +
          'its agent has reported none yet, or is too old to report them',
      ),
  }),
) {}

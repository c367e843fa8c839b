import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instantInput, lineOfText } from '../../platform/http/fields';

const at = instantInput
  .optional()
  .describe('When it was, if it was noted without a network: at most seven days back; now if left out');

export class OpenLabDto extends createZodDto(
  z.object({ key: id().describe('Chosen by the sender: sent twice, the lab opens once'), at }),
) {}
export class CloseLabDto extends createZodDto(z.object({ at })) {}
export class CorrectOpeningDto extends createZodDto(
  z.object({
    openedAt: instantInput,
    closedAt: instantInput.nullable().describe('Null: it is still open'),
    note: lineOfText(200).describe('Why it is corrected'),
    version: z.number().int().describe('That the person saw'),
  }),
) {}

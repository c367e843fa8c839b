import { z } from 'zod';
import { instant } from '../../../platform/http/fields';

/** The copies of one submission, as one. Of a copy that was made again, only the new job counts. */
export const copiesSchema = z
  .object({
    all: z.number().int(),
    waiting: z.number().int().describe('Being read, or in the queue'),
    running: z.number().int(),
    done: z.number().int(),
    ended: z.number().int().describe('Stopped, refused or cancelled'),
    endAt: instant
      .nullable()
      .describe('When the last copy is expected to be done; null if one has no hour, or if all are over'),
  })
  .meta({ id: 'Copies' });

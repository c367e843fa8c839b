import type { SpoolId } from '@pandafab/shared';
import { id } from '../../platform/http/fields';

/** The spool on the machine, given by the person who lets a waiting machine go on. */
export const goingOnWith = id<SpoolId>()
  .nullable()
  .optional()
  .describe(
    'The spool that is on now, null if unknown. Required while `live.asksForSpool`, unless it was sent before',
  );

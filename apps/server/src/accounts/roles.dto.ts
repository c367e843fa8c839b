import { isLabRole, ROLES } from '@pandafab/domain';
import { fieldRule, type LabId } from '@pandafab/shared';
import { z } from 'zod';
import { id } from '../api/fields';

export const roleGrantView = z.object({ role: z.enum(ROLES), labId: id<LabId>().nullable() });

/** Roles, and where each holds: in one lab, or everywhere. */
export const rolesField = z
  .array(
    z
      .object({
        role: z.enum(ROLES),
        labId: id<LabId>().nullable().default(null).describe('Null: in every lab'),
      })
      .refine(({ role, labId }) => labId === null || isLabRole(role), {
        path: ['labId'],
        error: fieldRule('labRole'),
      }),
  )
  .min(1)
  .max(100);

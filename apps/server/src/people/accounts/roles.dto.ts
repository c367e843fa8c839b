import { isLabRole } from '@pandafab/domain';
import { fieldRule, type LabId } from '@pandafab/shared';
import { z } from 'zod';
import { roleField } from '../../platform/http/enums';
import { id } from '../../platform/http/fields';

export const roleGrantView = z
  .object({ role: roleField, labId: id<LabId>().nullable() })
  .meta({ id: 'RoleGrant' });

/** Roles, and where each holds: in one lab, or everywhere. */
export const rolesField = z
  .array(
    z
      .object({
        role: roleField,
        labId: id<LabId>().nullable().default(null).describe('Null: in every lab'),
      })
      .refine(({ role, labId }) => labId === null || isLabRole(role), {
        path: ['labId'],
        error: fieldRule('labRole'),
      }),
  )
  .min(1)
  .max(100);

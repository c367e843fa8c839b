import type { AccountId, MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';

const allowanceSchema = z
  .object({
    id: id(),
    machineId: id<MachineId>(),
    command: z.string(),
    reason: z.string(),
    allowedBy: id<AccountId>(),
    allowedAt: instant,
    withdrawnBy: id<AccountId>().nullable(),
    withdrawnAt: instant.nullable(),
  })
  .meta({ id: 'Allowance' });

export class AllowanceDto extends createZodDto(allowanceSchema) {}
export class AllowanceListDto extends createZodDto(pageOf(allowanceSchema)) {}
export class AllowDto extends createZodDto(
  z.object({
    command: lineOfText(64).describe(
      'The `rule` of a finding: M500, G28:ambiguous, OUTSIDE:y-max, LINE:too-long',
    ),
    reason: lineOfText(500),
  }),
) {}

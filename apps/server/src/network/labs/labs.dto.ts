import { fieldRule, type LabId } from '@pandafab/shared';
import { IANAZone } from 'luxon';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';

const name = lineOfText(100);

export const labSchema = z
  .object({
    id: id<LabId>(),
    name,
    timeZone: z.string(),
    selfRegistration: z
      .boolean()
      .describe('True if people can register as members of this lab by themselves'),
    agentOnline: z.boolean(),
    hasComputer: z
      .boolean()
      .describe(
        'True if a computer is connected to this lab; false before the first one, and after its access was revoked',
      ),
    held: z
      .object({
        since: instant,
        because: z.enum(['LAB.SERVER_RESTORED', 'LAB.JOURNAL_RESTORED']),
      })
      .nullable()
      .describe('Set after a restore from a backup: no print starts until staff have checked the machines'),
  })
  .meta({ id: 'Lab' });

/** Names the hold that the person saw: a delayed request does not release a later hold. */
export class ReleaseLabDto extends createZodDto(
  z.object({ since: instant.describe('The `held.since` that the person saw') }),
) {}

export class LabDto extends createZodDto(labSchema) {}
export class LabListDto extends createZodDto(pageOf(labSchema)) {}
const timeZone = z.string().refine((zone) => IANAZone.isValidZone(zone), fieldRule('timeZone'));
export class CreateLabDto extends createZodDto(
  z.object({ name, timeZone: timeZone.default('Europe/Paris') }),
) {}
export class UpdateLabDto extends createZodDto(
  z.object({ name, timeZone, selfRegistration: labSchema.shape.selfRegistration }).partial(),
) {}

import { fieldRule, type LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, lineOfText, pageOf } from '../../platform/http/fields';

/** Intervals of one day; more are mistakes. */
const MOST_A_DAY = 6;

const dayHours = z.object({
  opens: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, fieldRule('time'))
    .describe('Time on the lab’s clock, such as 09:00'),
  closes: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, fieldRule('time'))
    .describe('Time on the lab’s clock, 24:00 at most. At or before `opens`: on the next day'),
});

const weeklyHours = dayHours
  .extend({ weekday: z.number().int().min(1).max(7).describe('1 is Monday, 7 is Sunday') })
  .meta({ id: 'WeeklyHours' });

const hoursSchema = z.object({
  week: z
    .array(weeklyHours)
    .min(1)
    .max(7 * MOST_A_DAY)
    .nullable()
    .describe('The hours of each open day; a day may have several. Null: the lab is always open'),
  version: z.number().int().min(0).describe('Raised by each change; 0 before the first one'),
});

export class LabHoursDto extends createZodDto(
  hoursSchema
    .extend({ labId: id<LabId>(), timeZone: z.string().describe('Of the lab’s clock') })
    .meta({ id: 'LabHours' }),
) {}

/** Names the version that the person saw: two managers at once do not overwrite each other. */
export class SetLabHoursDto extends createZodDto(hoursSchema) {}

const closureSchema = z.object({
  firstDay: z.iso.date().describe('On the lab’s calendar'),
  lastDay: z.iso.date().describe('Included'),
  hours: z
    .array(dayHours.meta({ id: 'DayHours' }))
    .max(MOST_A_DAY)
    .describe('The hours of these days; empty: closed'),
  reason: lineOfText(200),
});

export class LabClosureDto extends createZodDto(
  closureSchema.extend({ id: id() }).meta({ id: 'LabClosure' }),
) {}

export class LabClosureListDto extends createZodDto(pageOf(LabClosureDto.schema)) {}

const YEAR_MS = 366 * 86_400_000;
export class NewLabClosureDto extends createZodDto(
  closureSchema
    .extend({ hours: closureSchema.shape.hours.default([]) })
    .refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
      message: fieldRule('lastDay'),
      path: ['lastDay'],
    })
    .refine(({ firstDay, lastDay }) => Date.parse(lastDay) - Date.parse(firstDay) <= YEAR_MS, {
      message: fieldRule('yearAtMost'),
      path: ['lastDay'],
    }),
) {}

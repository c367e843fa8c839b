import type { AccountId } from '@pandafab/shared';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, textBlock } from '../../platform/http/fields';

const reason = lineOfText(200);
const words = textBlock(2000);
const what = lineOfText(100);
const everyHours = z.number().int().min(1).max(100_000).describe('Hours of run between two services');
const hours = z.number().describe('Hours of run, rounded to a tenth');
const ruleId = id().nullable();

const windowSchema = z
  .object({
    id: id(),
    from: instant,
    until: instant,
    reason,
    plannedBy: id<AccountId>(),
    cancelledAt: instant.nullable().describe('Null unless it was cancelled'),
  })
  .meta({ id: 'MaintenanceWindow' });

const entrySchema = z
  .object({
    id: id(),
    at: instant,
    words,
    ruleId: ruleId.describe('The service that was done; null: other work'),
    hoursRun: hours.describe('Hours that the machine had run then'),
    writtenBy: id<AccountId>(),
  })
  .meta({ id: 'MaintenanceEntry' });

const ruleSchema = z
  .object({
    id: id(),
    what,
    everyHours,
    lastDoneHours: hours,
    dueAtHours: hours,
    isDue: z.boolean(),
  })
  .meta({ id: 'ServiceRule' });

export class MaintenanceDto extends createZodDto(
  z
    .object({
      hoursRun: hours.describe('Hours that the machine has run'),
      windows: z.array(windowSchema).describe('Planned times without use, the latest first'),
      entries: z.array(entrySchema).describe('What was done, the latest first'),
      rules: z.array(ruleSchema),
    })
    .meta({ id: 'Maintenance' }),
) {}

const YEAR_MS = 366 * 86_400_000;
export class PlanMaintenanceDto extends createZodDto(
  z
    .object({ from: instantInput, until: instantInput, reason })
    .refine(({ from, until }) => until > from, { message: fieldRule('afterBegin'), path: ['until'] })
    .refine(({ from, until }) => until - from <= YEAR_MS, {
      message: fieldRule('yearAtMost'),
      path: ['until'],
    }),
) {}
export class WriteEntryDto extends createZodDto(z.object({ words, ruleId: ruleId.default(null) })) {}
export class NewServiceRuleDto extends createZodDto(z.object({ what, everyHours })) {}

import type { ConventionId, LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../../platform/http/fields';
import { day, indicatorCode, indicatorUnit, periodField } from '../conventions/conventions.dto';

export class DashboardQueryDto extends createZodDto(
  z.object({
    labId: id<LabId>().optional().describe('Without: the whole network'),
    period: periodField.optional().describe('Without: the half-year that runs now'),
  }),
) {}

const value = z.number().nullable().describe('Null: there is no figure here');

const figure = z
  .object({
    indicator: indicatorCode,
    unit: indicatorUnit,
    parameters: z.record(z.string(), z.string()),
    value,
    previous: value.describe('Of the period before'),
    target: value.describe('Of the convention for this period'),
  })
  .meta({ id: 'DashboardFigure' });
const month = z
  .object({
    month: z.string(),
    visits: z.number().int(),
    sessions: z.number().int(),
    attendances: z.number().int(),
    prints: z.number().int(),
    machineHours: z.number(),
  })
  .meta({ id: 'ActivityMonth' });
const share = z.object({ key: z.string(), people: z.number().int() }).meta({ id: 'PeopleCount' });

const dashboard = z
  .object({
    period: z.string(),
    previousPeriod: z.string(),
    from: z.string(),
    until: z.string(),
    isOver: z.boolean(),
    labId: id<LabId>().nullable(),
    convention: z
      .object({ id: id<ConventionId>(), title: z.string() })
      .nullable()
      .describe('The agreement whose targets are shown'),
    figures: z.array(figure),
    targets: z.array(figure).describe('Indicators of the agreement that have a target for the period'),
    months: z.array(month),
    visitsByPublic: z.array(share),
    visitsByPurpose: z.array(share),
    computedAt: instant,
  })
  .meta({ id: 'ActivityDashboard' });
export class DashboardDto extends createZodDto(dashboard) {}
export type Dashboard = z.infer<typeof dashboard>;

export class OpenDataQueryDto extends createZodDto(z.object({ from: day, to: day })) {}

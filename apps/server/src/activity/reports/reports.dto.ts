import type { ConventionId, LabId, ReportId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, pageOf, textBlock } from '../../platform/http/fields';
import { indicatorCode, indicatorUnit, periodField } from '../conventions/conventions.dto';
import { REPORT_STATES } from './report.entities';
import { reportContent } from './report-content.dto';

export const REPORT_FORMATS = ['pdf', 'ods', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
const MOST_COMMENT = 4_000;

export class NewReportDto extends createZodDto(
  z.object({
    conventionId: id<ConventionId>(),
    labId: id<LabId>().nullable().describe('Null: the whole network'),
    period: periodField,
  }),
) {}
export class ReportSearchDto extends createZodDto(
  z.object({ conventionId: id<ConventionId>().optional() }),
) {}
export type ReportSearch = z.infer<typeof ReportSearchDto.schema>;

export class CommentDto extends createZodDto(
  z.object({
    text: textBlock(MOST_COMMENT).or(z.literal('')),
    version: z.number().int().min(0).describe('The version that the author saw; 0: there was none'),
  }),
) {}

const summary = z
  .object({
    id: id<ReportId>(),
    conventionId: id<ConventionId>(),
    conventionTitle: z.string(),
    labId: id<LabId>().nullable(),
    labName: z.string().nullable(),
    period: z.string(),
    state: z.enum(REPORT_STATES).meta({ id: 'ReportState' }),
    isOver: z.boolean().describe('The period is over, so that the report can be presented'),
    createdAt: instant,
    presentedAt: instant.nullable(),
    presentedBy: z.string().nullable().describe('Name of the person'),
    contentHash: z.string().nullable().describe('SHA-256 of the frozen content'),
  })
  .meta({ id: 'ReportSummary' });
export type ReportSummary = z.infer<typeof summary>;
export class ReportListDto extends createZodDto(pageOf(summary)) {}

const comment = z
  .object({ key: z.string(), text: z.string(), version: z.number().int() })
  .meta({ id: 'ReportComment' });
const detail = summary
  .extend({
    content: reportContent,
    comments: z.array(comment).describe('Of a draft, with their versions'),
    mayPresent: z.boolean().describe('You may present it now'),
    mayComment: z.boolean(),
  })
  .meta({ id: 'Report' });
export type ReportDetail = z.infer<typeof detail>;
export class ReportDto extends createZodDto(detail) {}
export class ReportCommentDto extends createZodDto(comment) {}

const difference = z
  .object({
    indicator: indicatorCode.nullable().describe('Null: a row of a table'),
    table: z.string().nullable(),
    parameters: z.record(z.string(), z.string()),
    key: z.string().nullable().describe('The row of the table'),
    label: z.string().nullable().describe('Its name, where the key is an id'),
    unit: indicatorUnit,
    frozen: z.number().nullable(),
    now: z.number().nullable(),
    isRedefined: z.boolean().describe('The definition has changed since'),
  })
  .meta({ id: 'ReportDifference' });
export type ReportDifference = z.infer<typeof difference>;
export class DifferencesDto extends createZodDto(
  z
    .object({ items: z.array(difference), total: z.number().int(), comparedAt: instant })
    .meta({ id: 'ReportDifferences' }),
) {}

import {
  INDICATOR_CODES,
  INDICATOR_GROUPS,
  INDICATOR_PARAMETERS,
  INDICATOR_UNITS,
  isReportPeriod,
} from '@pandafab/domain';
import { type ConventionId, fieldRule, MOST_CENTS } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, textBlock } from '../../platform/http/fields';

export const day = z.iso.date().describe('Day in Europe/Paris');
export const periodField = z
  .string()
  .refine(isReportPeriod, fieldRule('period'))
  .describe('`2026-H1`, `2026-H2` or `2026`');
export const indicatorCode = z.enum(INDICATOR_CODES).meta({ id: 'IndicatorCode' });
export const indicatorUnit = z.enum(INDICATOR_UNITS).meta({ id: 'IndicatorUnit' });
const parameterName = z.enum(INDICATOR_PARAMETERS).meta({ id: 'IndicatorParameter' });
const version = z.number().int().min(0).describe('The version that the author of the change saw');

const MOST_PARTIES = 20;
const MOST_OBJECTIVES = 40;
const MOST_INDICATORS = 40;
const MOST_TARGETS = 60;
const MOST_INSTALMENTS = 120;
const MOST_TARGET = 1e12;

/** Periods of reports are those of these years; another one is a typing error. */
const agreementDay = day.refine((text) => text >= '2000-01-01' && text <= '2099-12-31', fieldRule('century'));

const heading = {
  title: lineOfText(160),
  parties: z.array(lineOfText(160)).min(1).max(MOST_PARTIES),
  startsOn: agreementDay,
  endsOn: agreementDay,
};
const isInOrder = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): boolean =>
  startsOn <= endsOn;
const ORDER = { path: ['endsOn'], message: fieldRule('lastDay') };

export class NewConventionDto extends createZodDto(
  z
    .object({
      ...heading,
      fromModel: z.boolean().default(false).describe('Begin with the objectives of the model'),
    })
    .refine(isInOrder, ORDER),
) {}
export class ConventionHeadingDto extends createZodDto(
  z.object({ ...heading, version }).refine(isInOrder, ORDER),
) {}

const targetInput = z.object({ period: periodField, target: z.number().min(0).max(MOST_TARGET) });
const indicatorInput = z.object({
  id: id().optional().describe('Of an indicator that stays; without, it is a new one'),
  indicator: indicatorCode,
  parameters: z.record(lineOfText(40), lineOfText(120)),
  targets: z
    .array(targetInput)
    .max(MOST_TARGETS)
    .refine((targets) => new Set(targets.map(({ period }) => period)).size === targets.length, {
      message: fieldRule('period'),
    }),
});
const objectiveInput = z.object({
  id: id().optional(),
  title: lineOfText(160),
  quotation: textBlock(2_000).or(z.literal('')),
  indicators: z.array(indicatorInput).max(MOST_INDICATORS),
});
export class ObjectivesDto extends createZodDto(
  z.object({ version, objectives: z.array(objectiveInput).max(MOST_OBJECTIVES) }),
) {}
export type ObjectiveInput = z.infer<typeof objectiveInput>;

const instalmentInput = z.object({
  id: id().optional(),
  label: lineOfText(120),
  payer: lineOfText(120),
  dueOn: day,
  cents: z.number().int().min(1).max(MOST_CENTS),
  receivedOn: day.nullable(),
});
export class InstalmentsDto extends createZodDto(
  z.object({ version, instalments: z.array(instalmentInput).max(MOST_INSTALMENTS) }),
) {}
export type InstalmentInput = z.infer<typeof instalmentInput>;

const target = z.object({ period: z.string(), target: z.number() }).meta({ id: 'IndicatorTarget' });
const indicator = z
  .object({
    id: id(),
    indicator: indicatorCode,
    parameters: z.record(z.string(), z.string()),
    targets: z.array(target),
  })
  .meta({ id: 'ObjectiveIndicator' });
const objective = z
  .object({ id: id(), title: z.string(), quotation: z.string(), indicators: z.array(indicator) })
  .meta({ id: 'ConventionObjective' });
const instalment = z
  .object({
    id: id(),
    label: z.string(),
    payer: z.string(),
    dueOn: z.string(),
    cents: z.number().int(),
    receivedOn: z.string().nullable(),
  })
  .meta({ id: 'SubsidyInstalment' });

const summary = z
  .object({
    id: id<ConventionId>(),
    title: z.string(),
    parties: z.array(z.string()),
    startsOn: z.string(),
    endsOn: z.string(),
    version: z.number().int(),
    subsidyCents: z.number().int().describe('The sum of all instalments'),
    receivedCents: z.number().int().describe('Of the instalments that were received'),
    objectiveCount: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'ConventionSummary' });
export type ConventionSummary = z.infer<typeof summary>;
const detail = summary
  .extend({
    objectives: z.array(objective),
    instalments: z.array(instalment),
    periods: z.array(z.string()).describe('Half-years and years that it touches'),
  })
  .meta({ id: 'Convention' });
export type ConventionDetail = z.infer<typeof detail>;

export class ConventionListDto extends createZodDto(pageOf(summary)) {}
export class ConventionDto extends createZodDto(detail) {}

const definition = z
  .object({
    code: indicatorCode,
    version: z.number().int(),
    unit: indicatorUnit,
    group: z.enum(INDICATOR_GROUPS).meta({ id: 'IndicatorGroup' }),
    parameters: z.array(parameterName),
    isOfNetwork: z.boolean().describe('It has no figure for one lab alone'),
    nameFr: z.string(),
    nameEn: z.string(),
  })
  .meta({ id: 'IndicatorDefinition' });
export class IndicatorListDto extends createZodDto(pageOf(definition)) {}

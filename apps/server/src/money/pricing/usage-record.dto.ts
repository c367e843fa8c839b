import type { JobId, MemberId, PrestationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { tariffGroupField, unitField } from '../../platform/http/enums';
import { id, instant, pageSchema, partOf } from '../../platform/http/fields';

const cents = z.number().int();

const usageFilterSchema = pageSchema.extend({
  memberId: id<MemberId>().optional(),
  jobId: id<JobId>().optional(),
  prestationId: id<PrestationId>().optional(),
});
export type UsageFilter = z.infer<typeof usageFilterSchema>;

export class UsageFilterDto extends createZodDto(usageFilterSchema) {}
export class OwnUsageFilterDto extends createZodDto(usageFilterSchema.omit({ memberId: true })) {}

const usedMaterialSchema = z
  .object({ material: z.string(), milligrams: z.number().int() })
  .meta({ id: 'UsedMaterial' });

const pricedLineSchema = z
  .object({
    code: z.enum(['SET_UP', 'MACHINE_TIME', 'MATERIAL', 'MINIMUM']),
    material: z.string().nullable(),
    quantity: z.string(),
    unit: unitField,
    basis: z.number().int(),
    unitPriceCents: cents,
    amountCents: cents,
  })
  .meta({ id: 'PricedLine' });

/** The price of one print for each tariff group. */
export class CalculationDto extends createZodDto(
  z.object({
    items: z
      .array(
        z
          .object({
            category: tariffGroupField,
            valueCents: cents.describe('What the print costs, or would cost'),
            chargedCents: cents.describe('0 for a free print'),
            lines: z.array(pricedLineSchema),
          })
          .meta({ id: 'GroupPrice' }),
      )
      .describe('Empty while the network has no tariff'),
  }),
) {}

/** What a print would use and cost, before it is made. */
export const estimateSchema = z
  .object({
    category: tariffGroupField,
    seconds: z.number(),
    materials: z.array(usedMaterialSchema),
    valueCents: cents.describe('What one print would cost'),
    chargedCents: cents.describe('0 for a free print'),
    lines: z.array(pricedLineSchema),
  })
  .meta({ id: 'PriceEstimate' });
export type Estimate = z.infer<typeof estimateSchema>;

const usageRecordSchema = z
  .object({
    id: id(),
    runId: id(),
    jobId: id(),
    labId: id(),
    memberId: id(),
    groupId: id().nullable().describe('The group that the job was for'),
    prestationId: id().nullable(),
    category: tariffGroupField,
    fileName: z.string(),
    seconds: z.number(),
    materials: z.array(usedMaterialSchema),
    tariffVersionId: id().nullable().describe('Null if the network had no tariff'),
    valueCents: cents.nullable().describe('What the print cost, or would have cost'),
    chargedCents: cents.nullable().describe('0 for a free print'),
    lines: z.array(pricedLineSchema).nullable(),
    at: instant,
  })
  .meta({ id: 'UsageRecord' });

export class UsageRecordListDto extends createZodDto(partOf(usageRecordSchema)) {}

import { TARIFF_CATEGORIES, UNITS } from '@pandafab/domain';
import type { JobId, MemberId, PrestationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, pageSchema, partOf } from '../../api/fields';

const cents = z.number().int();

const usageFilterSchema = pageSchema.extend({
  memberId: id<MemberId>().optional(),
  jobId: id<JobId>().optional(),
  prestationId: id<PrestationId>().optional(),
});
export type UsageFilter = z.infer<typeof usageFilterSchema>;

export class UsageFilterDto extends createZodDto(usageFilterSchema) {}
export class OwnUsageFilterDto extends createZodDto(usageFilterSchema.omit({ memberId: true })) {}

const usedMaterialSchema = z.object({ material: z.string(), milligrams: z.number().int() });

const pricedLineSchema = z.object({
  code: z.enum(['SET_UP', 'MACHINE_TIME', 'MATERIAL', 'MINIMUM']),
  material: z.string().nullable(),
  quantity: z.string(),
  unit: z.enum(UNITS),
  basis: z.number().int(),
  unitPriceCents: cents,
  amountCents: cents,
});

/** What a print would use and cost, before it is made. */
export const estimateSchema = z.object({
  category: z.enum(TARIFF_CATEGORIES),
  seconds: z.number(),
  materials: z.array(usedMaterialSchema),
  valueCents: cents.describe('What one would cost'),
  chargedCents: cents.describe('0 for free access'),
  lines: z.array(pricedLineSchema),
});
export type Estimate = z.infer<typeof estimateSchema>;

const usageRecordSchema = z.object({
  id: z.uuid(),
  runId: z.uuid(),
  jobId: z.uuid(),
  labId: z.uuid(),
  memberId: z.uuid(),
  groupId: z.uuid().nullable().describe('The group that it was made for'),
  prestationId: z.uuid().nullable(),
  category: z.enum(TARIFF_CATEGORIES),
  fileName: z.string(),
  seconds: z.number(),
  materials: z.array(usedMaterialSchema),
  tariffVersionId: z.uuid().nullable().describe('Null until the network has a tariff'),
  valueCents: cents.nullable().describe('What it cost, or would have cost'),
  chargedCents: cents.nullable().describe('0 for free access'),
  lines: z.array(pricedLineSchema).nullable(),
  at: z.iso.datetime(),
});

export class UsageRecordListDto extends createZodDto(partOf(usageRecordSchema)) {}

import { isPayable } from '@pandafab/domain';
import {
  fieldRule,
  type OrganisationId,
  type PrestationId,
  type TariffId,
  type UsageRecordId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField, unitField } from '../../platform/http/enums';
import { id, instant, lineOfText, partOf, searchSchema, sortField } from '../../platform/http/fields';

const text = lineOfText(300);
const activity = lineOfText(60);

export class CreatePrestationDto extends createZodDto(
  z.object({
    organisationId: id<OrganisationId>(),
    title: text,
    tariffId: id<TariffId>().optional().describe('The standard tariff if left out'),
    purchaseOrder: lineOfText(50).optional().describe('Purchase order or commitment number'),
  }),
) {}

export class AddLineDto extends createZodDto(
  z
    .object({
      label: text,
      quantity: z
        .string()
        .regex(/^\d{1,9}(\.\d{1,4})?$/, fieldRule('decimal'))
        .refine((decimal) => Number(decimal) > 0, fieldRule('moreThanNothing')),
      unit: unitField.default('C62'),
      unitPriceCents: z.number().int().positive().max(100_000_000).describe('Net of VAT'),
      basis: z.number().int().positive().max(1_000_000).default(1).describe('Units that the price is for'),
      activity: activity.describe(
        'An activity of the seller’s settings, such as training, which says how the line is taxed',
      ),
      nature: natureField.default('services'),
      servedOn: z.iso.date().optional().describe('Day of the service; today if left out'),
    })
    .refine(({ quantity, unitPriceCents, basis }) => isPayable(quantity, unitPriceCents, basis), {
      path: ['quantity'],
      error: fieldRule('payable'),
    }),
) {}

const lineSchema = z
  .object({
    id: id(),
    position: z.number().int(),
    kind: z.enum(['print', 'hand-written']),
    usageRecordId: id<UsageRecordId>().nullable(),
    label: z.string(),
    details: z.array(z.string()),
    quantity: z.string(),
    unit: unitField,
    basis: z.number().int(),
    unitPriceCents: z.number().int(),
    netCents: z.number().int(),
    activity: z.string().nullable().describe('Null for prints: the seller’s settings name their activity'),
    nature: natureField.nullable(),
    servedOn: z.iso.date(),
  })
  .meta({ id: 'PrestationLine' });

const prestationState = z.enum(['open', 'invoiced']).meta({ id: 'PrestationState' });

const prestationSchema = z
  .object({
    id: id<PrestationId>(),
    reference: z.string(),
    organisationId: id<OrganisationId>(),
    title: z.string(),
    state: prestationState,
    tariffId: id<TariffId>().nullable(),
    purchaseOrder: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Prestation' });

/** What a person who submits a print for a prestation is shown of it. */
const openPrestation = prestationSchema
  .pick({ id: true, reference: true, title: true })
  .extend({ clientName: z.string() });
export class OpenPrestationListDto extends createZodDto(
  z.object({ items: z.array(openPrestation), total: z.number().int() }),
) {}

export class PrestationDto extends createZodDto(prestationSchema) {}
const listedPrestation = prestationSchema
  .extend({
    clientName: z.string(),
    netCents: z.number().int().describe('Sum of the lines, net of VAT'),
  })
  .meta({ id: 'ListedPrestation' });
export class PrestationListDto extends createZodDto(partOf(listedPrestation)) {}
const prestationSearch = searchSchema.extend({
  state: prestationState.optional(),
  organisationId: id<OrganisationId>().optional().describe('Only those of this client'),
  sort: sortField('reference', 'client').meta({ id: 'PrestationSort' }).default('-reference'),
});
export class PrestationSearchDto extends createZodDto(prestationSearch) {}
export class PrestationLineDto extends createZodDto(lineSchema) {}
export const prestationDetail = prestationSchema.extend({
  lines: z.array(lineSchema),
  netCents: z.number().int().describe('Sum of the lines, net of VAT'),
});
export type PrestationDetail = z.infer<typeof prestationDetail>;

import { isPayable, UNITS } from '@pandafab/domain';
import {
  fieldRule,
  type InvoiceId,
  type OrganisationId,
  type PrestationId,
  type TariffId,
  type UsageRecordId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, partOf } from '../../api/fields';

const text = lineOfText(300);
const activity = lineOfText(60);

export class CreatePrestationDto extends createZodDto(
  z.object({
    organisationId: id<OrganisationId>(),
    title: text,
    tariffId: id<TariffId>().optional().describe('The standard tariff where absent'),
    purchaseOrder: lineOfText(50).optional().describe('Order or engagement number'),
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
      unit: z.enum(UNITS).default('C62').describe('UN/ECE code: C62 piece, HUR hour, DAY day, GRM g, KGM kg'),
      unitPriceCents: z.number().int().positive().max(100_000_000).describe('Net of VAT'),
      basis: z.number().int().positive().max(1_000_000).default(1).describe('Units that the price is for'),
      activity: activity.describe('What the seller’s settings say how to tax, such as training'),
      nature: z.enum(['goods', 'services']).default('services'),
      servedOn: z.iso.date().optional().describe('Day of the service; today where absent'),
    })
    .refine(({ quantity, unitPriceCents, basis }) => isPayable(quantity, unitPriceCents, basis), {
      path: ['quantity'],
      error: fieldRule('payable'),
    }),
) {}

const lineSchema = z.object({
  id: z.uuid(),
  position: z.number().int(),
  kind: z.enum(['print', 'hand-written']),
  usageRecordId: id<UsageRecordId>().nullable(),
  label: z.string(),
  details: z.array(z.string()),
  quantity: z.string(),
  unit: z.enum(UNITS),
  basis: z.number().int(),
  unitPriceCents: z.number().int(),
  netCents: z.number().int(),
  activity: z.string().nullable().describe('Null for prints: the seller’s settings say'),
  nature: z.enum(['goods', 'services']).nullable(),
  servedOn: z.iso.date(),
});

const prestationSchema = z.object({
  id: id<PrestationId>(),
  reference: z.string(),
  organisationId: id<OrganisationId>(),
  title: z.string(),
  state: z.enum(['open', 'invoiced']),
  tariffId: id<TariffId>().nullable(),
  purchaseOrder: z.string().nullable(),
  createdAt: instant,
});

/** What a person who submits a print for a prestation is shown of it. */
const openPrestation = prestationSchema
  .pick({ id: true, reference: true, title: true })
  .extend({ clientName: z.string() });
export class OpenPrestationListDto extends createZodDto(
  z.object({ items: z.array(openPrestation), total: z.number().int() }),
) {}

export class PrestationDto extends createZodDto(prestationSchema) {}
export class PrestationListDto extends createZodDto(partOf(prestationSchema)) {}
export class PrestationLineDto extends createZodDto(lineSchema) {}
export class PrestationDetailDto extends createZodDto(
  prestationSchema.extend({
    lines: z.array(lineSchema),
    netCents: z.number().int().describe('Sum of the lines, net of VAT'),
    invoiceId: id<InvoiceId>().nullable(),
  }),
) {}

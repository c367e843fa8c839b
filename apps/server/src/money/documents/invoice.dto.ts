import { VAT_CATEGORIES } from '@pandafab/domain';
import type { InvoiceId, OrganisationId, PrestationId, UsageRecordId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField, unitField } from '../../platform/http/enums';
import { id, instant, partOf, searchSchema, sortField } from '../../platform/http/fields';
import { prestationDetail } from '../prestations/prestation.dto';
import { sellerSettingsSchema } from '../seller/seller.schema';

const cents = z.number().int();
const day = z.iso.date().describe('Day in Europe/Paris');
const treatment = {
  categoryCode: z.enum(VAT_CATEGORIES),
  rateBasisPoints: z.number().int(),
  exemptionCode: z.string().nullable(),
  exemptionText: z.string().nullable(),
};

const invoiceSchema = z
  .object({
    id: id<InvoiceId>(),
    number: z.string(),
    prestationId: id<PrestationId>(),
    organisationId: id<OrganisationId>(),
    clientName: z.string(),
    issuedOn: day,
    dueOn: day,
    reference: z.string(),
    title: z.string(),
    currency: z.literal('EUR'),
    netCents: cents,
    vatCents: cents,
    grossCents: cents,
    issuedAt: instant,
  })
  .meta({ id: 'Invoice' });

const invoiceLineSchema = z
  .object({
    position: z.number().int(),
    kind: z.enum(['print', 'hand-written']),
    usageRecordId: id<UsageRecordId>().nullable(),
    label: z.string(),
    details: z.array(z.string()),
    quantity: z.string(),
    unit: unitField,
    basis: z.number().int(),
    unitPriceCents: cents,
    netCents: cents,
    nature: natureField,
    ...treatment,
  })
  .meta({ id: 'InvoiceLine' });

export class InvoiceDto extends createZodDto(invoiceSchema) {}
export class InvoiceListDto extends createZodDto(partOf(invoiceSchema)) {}
const invoiceSearch = searchSchema.extend({
  sort: sortField('number', 'client', 'dueOn', 'grossCents').meta({ id: 'InvoiceSort' }).default('-number'),
});
export class InvoiceSearchDto extends createZodDto(invoiceSearch) {}

/** The figures above the lists of client orders and invoices. */
export class BillingSummaryDto extends createZodDto(
  z
    .object({
      toInvoice: z
        .object({ count: z.number().int(), netCents: cents })
        .describe('Open prestations that have lines'),
      invoiced: z
        .object({ year: z.number().int(), count: z.number().int(), netCents: cents })
        .describe('Invoices of the present year'),
    })
    .meta({ id: 'BillingSummary' }),
) {}

export class InvoiceDetailDto extends createZodDto(
  invoiceSchema.extend({
    servedFrom: day,
    servedTo: day,
    purchaseOrder: z.string().nullable(),
    seller: sellerSettingsSchema,
    client: z.object({
      name: z.string(),
      addressLine: z.string(),
      postcode: z.string(),
      city: z.string(),
      countryCode: z.string(),
      siren: z.string().nullable(),
      siret: z.string().nullable(),
      vatNumber: z.string().nullable(),
    }),
    mentions: z.array(z.string()),
    operationCategory: z.enum(['goods', 'services', 'mixed']),
    vat: z.array(z.object({ ...treatment, baseCents: cents, vatCents: cents })),
    lines: z.array(invoiceLineSchema),
  }),
) {}

/** A prestation with its lines and its invoice. */
export class PrestationDetailDto extends createZodDto(
  prestationDetail.extend({ invoiceId: id<InvoiceId>().nullable() }),
) {}

import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id } from '../../platform/http/fields';
import { percentField } from '../kit/amount-fields';
import { prestationDetail } from '../prestations/prestation.dto';
import { documentSchema } from './document.dto';
import { lineTaxSchema } from './paper-content.dto';

const cents = z.number().int();
const amounts = { netCents: cents, vatCents: cents, grossCents: cents };
const sum = z.object(amounts).meta({ id: 'Amounts' });

export class PrestationPapersDto extends createZodDto(
  z
    .object({
      agreed: sum
        .nullable()
        .describe('The present lines that are not invoiced yet; null without settings of the seller'),
      leftToInvoice: sum.nullable().describe('The same, minus deposits and stages'),
      documents: z.array(documentSchema),
    })
    .meta({ id: 'PrestationPapers' }),
) {}

export class PartQueryDto extends createZodDto(
  z.object({
    percent: percentField.optional(),
    grossCents: z.coerce.number().int().positive().max(99_999_999_999).optional(),
    stageId: id().optional(),
  }),
) {}

/** What a deposit or the invoice of a stage would be. */
export class PartDto extends createZodDto(
  z
    .object({
      possible: z
        .object({
          ...amounts,
          rows: z.array(
            z.object({
              tax: lineTaxSchema,
              netCents: cents,
              vatCents: cents,
              departs: z
                .boolean()
                .describe('True where the net is not the plain percentage, so that no cent of VAT is lost'),
            }),
          ),
        })
        .nullable()
        .describe('Null where no exact net exists for the amount'),
      nearest: z
        .object({ below: cents.nullable(), above: cents.nullable() })
        .nullable()
        .describe('The two nearest amounts with tax that have an exact net'),
      left: sum.describe('What can still be invoiced'),
    })
    .meta({ id: 'Part' }),
) {}

/** What a client bought and owes. */
export class ClientFiguresDto extends createZodDto(
  z
    .object({
      invoiced: sum.describe('Invoices and deposits minus credits, of all years'),
      invoicedThisYear: sum,
      openCents: cents.describe('With tax: invoices and deposits minus what was credited'),
      overdueCents: cents,
      documents: z.number().int(),
      lastIssuedOn: z.iso.date().nullable(),
    })
    .meta({ id: 'ClientFigures' }),
) {}

/** The figures above the lists of client orders and documents. */
export class BillingSummaryDto extends createZodDto(
  z
    .object({
      toInvoice: z
        .object({ count: z.number().int(), netCents: cents })
        .describe('Prestations that are not invoiced and have an amount'),
      invoiced: z
        .object({ year: z.number().int(), count: z.number().int(), netCents: cents })
        .describe('Deposits and invoices minus credits of the present year'),
    })
    .meta({ id: 'BillingSummary' }),
) {}

/** A prestation with its lines, stages and sums. */
export class PrestationDetailDto extends createZodDto(prestationDetail) {}

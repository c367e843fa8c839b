import { ORDER_STATES, VAT_CASES } from '@pandafab/domain';
import type { AccountId, LabId, OrganisationId, PrestationId, TariffId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  countryField,
  id,
  instant,
  lineOfText,
  partOf,
  searchSchema,
  sortField,
  textBlock,
} from '../../platform/http/fields';
import { discountSchema } from '../kit/amount-fields';
import { lineSchema, linesTotal } from './line.dto';
import { STAFF_EVENTS } from './staff-events';
import { stageSchema } from './stage.dto';

const cents = z.number().int();

const stateField = z.enum(ORDER_STATES).meta({
  id: 'PrestationState',
  description: '`invoiced` and `cancelled` accept no lines; prints are accepted until the work is delivered',
});
const vatCaseField = z.enum(VAT_CASES).nullable().meta({
  id: 'VatCase',
  description: 'How VAT applies; null = the nature of the lines and the client decide',
});

const deliverToField = z
  .object({
    addressLine: lineOfText(200),
    postcode: lineOfText(12),
    city: lineOfText(100),
    countryCode: countryField,
  })
  .nullable()
  .describe('Where goods go, if not to the client’s address')
  .meta({ id: 'DeliverTo' });

const changeable = {
  title: lineOfText(300),
  tariffId: id<TariffId>().nullable().describe('Null = the standard tariff'),
  purchaseOrder: lineOfText(50).nullable().describe('Purchase order or commitment number'),
  labId: id<LabId>().nullable().describe('The lab that does the work'),
  responsibleId: id<AccountId>().nullable().describe('The account of the member of staff in charge'),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable().describe('The planned end; the prestation is late after this day'),
  notes: textBlock(5000).nullable().describe('For staff; on no document'),
  vatCase: vatCaseField,
  printsCharged: z.boolean().describe('False: an agreed price covers the prints'),
  deliverTo: deliverToField,
};

export class CreatePrestationDto extends createZodDto(
  z
    .object({ ...changeable })
    .partial()
    .extend({ organisationId: id<OrganisationId>(), title: changeable.title }),
) {}

/** The fields that are in the request are changed. */
export class PrestationChangesDto extends createZodDto(z.object(changeable).partial()) {}

export class OrderEventDto extends createZodDto(
  z.object({
    event: z.enum(STAFF_EVENTS).meta({
      id: 'PrestationEvent',
      description: 'That a prestation is invoiced follows from its final invoice',
    }),
  }),
) {}

const prestationSchema = z
  .object({
    id: id<PrestationId>(),
    reference: z.string(),
    organisationId: id<OrganisationId>(),
    title: z.string(),
    state: stateField,
    tariffId: id<TariffId>().nullable(),
    purchaseOrder: z.string().nullable(),
    labId: id<LabId>().nullable(),
    responsibleId: id<AccountId>().nullable(),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    notes: z.string().nullable(),
    vatCase: vatCaseField,
    printsCharged: z.boolean(),
    deliverTo: deliverToField,
    netCents: linesTotal.netCents,
    isLate: z.boolean().describe('The planned end has passed, and the work is not delivered'),
    events: z.array(z.enum(STAFF_EVENTS)).describe('What staff can record now'),
    acceptsLines: z.boolean(),
    acceptsPrints: z.boolean(),
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
  .omit({ notes: true, deliverTo: true })
  .extend({
    clientName: z.string(),
    responsibleName: z.string().nullable(),
    stagesDone: z.number().int(),
    stagesTotal: z.number().int(),
  })
  .meta({ id: 'ListedPrestation' });
export class PrestationListDto extends createZodDto(partOf(listedPrestation)) {}

const filters = {
  organisationId: id<OrganisationId>().optional().describe('Only those of this client'),
  responsibleId: id<AccountId>().optional().describe('Only those of this member of staff'),
  labId: id<LabId>().optional().describe('Only those of this lab'),
  late: z.stringbool().optional().describe('True: only late ones. False: only those that are not late'),
};
export class PrestationSearchDto extends createZodDto(
  searchSchema.extend({
    state: stateField.optional(),
    ...filters,
    sort: sortField('reference', 'client', 'urgency', 'endsOn', 'netCents')
      .meta({ id: 'PrestationSort' })
      .default('-reference')
      .describe('`urgency` lists the late ones first, the latest of them before the others'),
  }),
) {}

/** Prestations by state. */
export class BoardSearchDto extends createZodDto(
  z.object({
    search: lineOfText(100, 0).optional(),
    ...filters,
    limit: z.coerce.number().int().min(1).max(50).default(20).describe('Prestations per column'),
  }),
) {}
export class BoardDto extends createZodDto(
  z.object({
    columns: z
      .array(
        z
          .object({
            state: stateField,
            count: z.number().int().describe('All in this state, also those that are not in items'),
            lateCount: z.number().int(),
            netCents: cents.describe('Sum of all in this state, net of VAT'),
            items: z
              .array(listedPrestation)
              .describe('The late ones first; closed ones by date, the last first'),
          })
          .meta({ id: 'BoardColumn' }),
      )
      .describe('In the order of the work: preparing first'),
  }),
) {}

const amounts = z
  .object({ netCents: cents, grossCents: cents })
  .meta({ id: 'NetAndGross', description: 'Without and with VAT' });

/** What the documents of a prestation add up to. */
export const paperSumsSchema = z
  .object({
    quoted: amounts.nullable().describe('The accepted quote; null without one'),
    deposited: amounts.describe('Deposits minus their credits'),
    invoiced: amounts.describe('Invoices, where deposits are already deducted'),
    credited: amounts.describe('Credit notes of invoices'),
    billed: amounts.describe('deposited + invoiced − credited'),
  })
  .meta({ id: 'PaperSums' });
export type PaperSums = z.infer<typeof paperSumsSchema>;

export const prestationDetail = prestationSchema.extend({
  clientName: z.string(),
  responsibleName: z.string().nullable(),
  linesVersion: z.number().int(),
  lines: z.array(lineSchema),
  discounts: z.array(discountSchema).describe('Discounts on the whole'),
  ...linesTotal,
  stagesVersion: z.number().int(),
  stages: z.array(stageSchema),
  sums: paperSumsSchema,
  leftToInvoiceCents: cents.describe(
    'Net of VAT: the lines and discounts minus what is billed; 0 for a closed prestation',
  ),
});
export type PrestationDetail = z.infer<typeof prestationDetail>;

export class ResponsibleListDto extends createZodDto(
  z.object({
    items: z.array(z.object({ id: id<AccountId>(), name: z.string() }).meta({ id: 'Responsible' })),
    total: z.number().int(),
  }),
) {}

import {
  type DocumentId,
  type LabId,
  MOST_CENTS,
  type OrganisationId,
  type PaymentId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  id,
  instant,
  lineOfText,
  pageOf,
  partOf,
  searchSchema,
  sortField,
  textBlock,
} from '../../platform/http/fields';
import { paperKindField } from '../documents/paper-content.dto';
import { PAYMENT_KINDS } from '../settlement/settlement.entities';
import { MEANS } from './payment-means.entity';

const cents = z.number().int();
const amount = cents.positive().max(MOST_CENTS).describe('Cents, more than 0');
export const dayField = z.iso.date().describe('Day in Europe/Paris');
export const meansField = z.enum(MEANS).meta({ id: 'Means', description: 'How money moves' });
const offeredMeans = meansField.exclude(['account']).meta({ id: 'OfferedMeans' });
const kindField = z.enum(PAYMENT_KINDS).meta({ id: 'PaymentKind' });

const paymentSchema = z
  .object({
    id: id<PaymentId>(),
    number: z.string(),
    kind: kindField,
    paidOn: dayField,
    bookedOn: dayField.describe('Its day in the books'),
    means: meansField,
    cents: cents.describe('More than 0 for money that came in'),
    leftCents: cents.describe('What settles no document; 0 for money of members'),
    organisationId: id<OrganisationId>().nullable(),
    memberId: id().nullable(),
    owner: z.string().describe('The name of the client or member whose account it is on'),
    labId: id<LabId>().nullable(),
    payer: z.string(),
    reference: z.string().nullable(),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    undoes: id<PaymentId>().nullable(),
    undoneBy: id<PaymentId>().nullable(),
    at: instant,
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof paymentSchema>;

const allottedSchema = z
  .object({
    number: z.string(),
    documentId: id<DocumentId>(),
    document: z.string().describe('Its number'),
    kind: paperKindField,
    cents,
    reason: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'Allotment' });

export class PaymentListDto extends createZodDto(
  partOf(paymentSchema).extend({
    sumCents: cents.describe('Of all payments that fit, not only of this part'),
  }),
) {}

export class PaymentDetailDto extends createZodDto(
  paymentSchema.extend({ allotments: z.array(allottedSchema) }).meta({ id: 'PaymentDetail' }),
) {}

export class PaymentSearchDto extends createZodDto(
  searchSchema.extend({
    organisationId: id<OrganisationId>().optional(),
    labId: id<LabId>().optional(),
    means: meansField.optional(),
    from: dayField.optional().describe('First day on which the money moved'),
    to: dayField.optional(),
    unused: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('Only payments of clients of which something settles no document'),
    sort: sortField('at', 'paidOn', 'cents').meta({ id: 'PaymentSort' }).default('-at'),
  }),
) {}

const part = z.object({
  documentId: id<DocumentId>(),
  cents: cents
    .refine((value) => value !== 0)
    .min(-MOST_CENTS)
    .max(MOST_CENTS),
});
const parts = z
  .array(part)
  .max(200)
  .refine((all) => new Set(all.map(({ documentId }) => documentId)).size === all.length);
const key = z.uuid().optional().describe('Chosen by the client program: a repetition books nothing twice');
const reason = lineOfText(300);

const moved = {
  cents: amount,
  paidOn: dayField,
  means: offeredMeans,
  payer: lineOfText(200).optional().describe('The name of the client if left out'),
  reference: lineOfText(140).optional(),
  note: textBlock(1000).optional(),
  labId: id<LabId>().optional(),
  key,
};

export class RecordPaymentDto extends createZodDto(
  z.object({
    organisationId: id<OrganisationId>(),
    ...moved,
    allotments: parts.default([]).describe('The documents that it settles; the rest stays on the account'),
  }),
) {}

export class RefundDto extends createZodDto(z.object({ ...moved, reason })) {}

export class AllotDto extends createZodDto(
  z
    .object({ parts: parts.min(1), reason: reason.optional() })
    .refine(({ parts: all, reason: why }) => why !== undefined || all.every(({ cents: each }) => each > 0), {
      path: ['reason'],
    })
    .describe('Cents below 0 are taken back, which needs a reason'),
) {}

export class ReasonDto extends createZodDto(z.object({ reason })) {}

/** What payments did to one document. */
export class DocumentPaymentsDto extends createZodDto(
  z
    .object({
      items: z.array(
        z
          .object({
            paymentId: id<PaymentId>(),
            payment: z.string().describe('Its number'),
            paidOn: dayField,
            means: meansField,
            payer: z.string(),
            cents,
            reason: z.string().nullable(),
            at: instant,
          })
          .meta({ id: 'DocumentPayment' }),
      ),
      openCents: cents.describe('Negative where too much was paid'),
      balanceCents: cents.describe('What is on the client’s account and settles nothing yet'),
    })
    .meta({ id: 'DocumentPayments' }),
) {}

const meansSchema = z
  .object({
    code: meansField,
    inForceFrom: dayField,
    nameFr: z.string(),
    nameEn: z.string(),
    account: z.string().describe('Its account in the books'),
    isOffered: z.boolean(),
  })
  .meta({ id: 'PaymentMeans' });

export class MeansListDto extends createZodDto(pageOf(meansSchema)) {}

export class PutMeansDto extends createZodDto(
  z.object({
    code: offeredMeans,
    inForceFrom: dayField.optional().describe('Today if left out'),
    nameFr: lineOfText(60),
    nameEn: lineOfText(60),
    account: z.string().regex(/^[1-9]\d{2,9}$/),
    isOffered: z.boolean(),
  }),
) {}

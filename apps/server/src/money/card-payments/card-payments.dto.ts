import type { CardPaymentId, DocumentId, MemberId, PaymentId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, pageSchema } from '../../platform/http/fields';
import { TOP_UP_CENTS } from './card-amounts';
import { CARD_PROBLEMS, CARD_STATES } from './card-payment.entity';

const cents = z.number().int().describe('With tax');
const state = z
  .enum(CARD_STATES)
  .meta({ id: 'CardPaymentState' })
  .describe('As the card service says; paid is final');
const isBooked = z.boolean().describe('False: not paid, or staff must look at it');

const ownSchema = z
  .object({ id: id<CardPaymentId>(), cents, state, isBooked, createdAt: instant })
  .meta({ id: 'OwnCardPayment' });
export class OwnCardPaymentsDto extends createZodDto(
  z
    .object({
      isOffered: z.boolean().describe('False: the network takes no card payments'),
      leastCents: z.number().int(),
      mostCents: z.number().int(),
      items: z.array(ownSchema).describe('The latest first, 10 at most'),
    })
    .meta({ id: 'OwnCardPayments' }),
) {}

export class StartTopUpDto extends createZodDto(
  z.object({ cents: z.number().int().min(TOP_UP_CENTS.least).max(TOP_UP_CENTS.most) }),
) {}
export class StartedCardPaymentDto extends createZodDto(
  z
    .object({ id: id<CardPaymentId>(), url: z.url().describe('The page of the card service') })
    .meta({ id: 'StartedCardPayment' }),
) {}

const listedSchema = z
  .object({
    ...{ id: id<CardPaymentId>(), cents, state, isBooked, createdAt: instant },
    paidAt: instant.nullable(),
    memberId: id<MemberId>().nullable(),
    document: z.object({ id: id<DocumentId>(), number: z.string() }).nullable(),
    paymentId: id<PaymentId>().nullable(),
    providerId: z.string().nullable().describe('Of the checkout at the card service'),
    problem: z.enum(CARD_PROBLEMS).meta({ id: 'CardProblem' }).nullable(),
    told: z
      .object({
        ...{ providerId: z.string(), cents: z.number().int(), currency: z.string() },
        code: z.string().nullable().describe('The fault with which the books refused it'),
      })
      .nullable()
      .describe('What the card service says was paid'),
    resolution: z.string().nullable(),
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'CardPayment' });
export class CardPaymentDto extends createZodDto(listedSchema) {}
export class CardPaymentListDto extends createZodDto(pageOf(listedSchema)) {}
export class CardPaymentSearchDto extends createZodDto(
  pageSchema.omit({ after: true }).extend({
    problems: z.stringbool().default(false).describe('True: only those with a problem to resolve'),
  }),
) {}
export class ResolveCardPaymentDto extends createZodDto(z.object({ resolution: lineOfText(300) })) {}

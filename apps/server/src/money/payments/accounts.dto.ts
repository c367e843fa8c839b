import type { DocumentId, LabId, OrganisationId, PaymentId } from '@pandafab/shared';
import { MOST_CENTS } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText } from '../../platform/http/fields';
import { dayField } from './payments.dto';

const cents = z.number().int();

export const STATEMENT_KINDS = [
  ...(['invoice', 'deposit', 'credit-note', 'deposit-credit'] as const),
  ...(['payment', 'refund', 'reversal'] as const),
] as const;

const statementItemSchema = z
  .object({
    day: dayField,
    kind: z.enum(STATEMENT_KINDS).meta({ id: 'StatementKind' }),
    number: z.string(),
    title: z.string().describe('Of the document, or who paid'),
    documentId: id<DocumentId>().nullable(),
    paymentId: id<PaymentId>().nullable(),
    cents: cents.describe('More than 0: the client owes more; less than 0: less'),
    balanceCents: cents.describe('What the client owes after it; less than 0 where the client paid ahead'),
  })
  .meta({ id: 'StatementItem' });
export type StatementItem = z.infer<typeof statementItemSchema>;

/** Everything on the account of a client. */
export class StatementDto extends createZodDto(
  z
    .object({
      organisationId: id<OrganisationId>(),
      name: z.string(),
      from: dayField.nullable(),
      to: dayField,
      openingCents: cents.describe('What the client owed before the first day'),
      closingCents: cents.describe('What the client owes after the last day'),
      onAccountCents: cents.describe('Money that settles no document yet, today'),
      items: z.array(statementItemSchema),
    })
    .meta({ id: 'Statement' }),
) {}

export class StatementPeriodDto extends createZodDto(
  z.object({ from: dayField.optional(), to: dayField.optional().describe('Today if left out') }),
) {}

const columns = {
  notDueCents: cents,
  upTo30Cents: cents.describe('1 to 30 days late'),
  upTo60Cents: cents.describe('31 to 60 days late'),
  upTo90Cents: cents.describe('61 to 90 days late'),
  olderCents: cents.describe('More than 90 days late'),
  openCents: cents,
  onAccountCents: cents.describe('Money of the client that settles no document yet'),
};
const agedSchema = z
  .object({ organisationId: id<OrganisationId>(), name: z.string(), ...columns })
  .meta({ id: 'AgedClient' });

/** What clients owe, by how long it is late. */
export class AgedBalanceDto extends createZodDto(
  z
    .object({ day: dayField, items: z.array(agedSchema), totals: z.object(columns) })
    .meta({ id: 'AgedBalance' }),
) {}

const till = {
  labId: id<LabId>().nullable().describe('Null: the till that belongs to no lab'),
  day: dayField,
};

export class CashBookQueryDto extends createZodDto(
  z.object({ labId: id<LabId>().optional(), day: dayField.optional().describe('Today if left out') }),
) {}

export class CountCashDto extends createZodDto(
  z.object({
    ...till,
    countedCents: cents.nonnegative().max(MOST_CENTS),
    reason: lineOfText(300).optional().describe('Needed where the count is not what the book expects'),
  }),
) {}

/** The cash of a till on one day. */
export class CashBookDto extends createZodDto(
  z
    .object({
      ...till,
      openingCents: cents.describe('Counted last, and what moved since'),
      movements: z.array(
        z
          .object({
            paymentId: id<PaymentId>(),
            number: z.string(),
            payer: z.string(),
            cents,
            at: instant,
          })
          .meta({ id: 'CashMovement' }),
      ),
      expectedCents: cents,
      count: z
        .object({
          countedCents: cents,
          expectedCents: cents,
          differenceCents: cents,
          reason: z.string().nullable(),
          by: z.string(),
          at: instant,
        })
        .nullable()
        .describe('The last count of the day; null without one'),
    })
    .meta({ id: 'CashBook' }),
) {}

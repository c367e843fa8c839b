import type { DocumentId, JobId, MemberId, PaymentId, UsageRecordId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  id,
  instant,
  lineOfText,
  pageSchema,
  partOf,
  searchSchema,
  sortField,
} from '../../platform/http/fields';
import { amountField } from '../kit/amount-fields';
import { MEANS } from '../payments/payment-means.entity';
import { dayField } from '../payments/payments.dto';
import { ENTRY_KINDS } from './account.entities';
import { chargedPartField, measureField } from './payment-of-print.dto';

const cents = z.number().int();
const MOST_CENTS = 1_000_000_00;

const sumsFields = {
  balanceCents: cents.describe('With tax: money paid in, minus prints and refunds'),
  reservedCents: cents.describe('For prints that have not ended'),
  allowanceCents: cents.describe('How far below 0 the balance may go'),
  availableCents: cents.describe('What the next prints may cost'),
};

const freeUseSchema = z
  .object({
    measure: measureField,
    amount: z.number().int().describe('Each month: cents net of VAT, milligrams or seconds'),
    left: z.number().int().describe('Of this month, after the prints that wait'),
  })
  .meta({ id: 'FreeUse' });

const accountSchema = z
  .object({
    memberId: id<MemberId>(),
    reference: z.string().nullable().describe('For transfers; null: the account was never used'),
    ...sumsFields,
    isAllowanceOwn: z.boolean().describe('True: staff set the allowance for this member'),
    freeUse: freeUseSchema.nullable().describe('Null: nothing is free for the member’s category'),
    uninvoicedCents: cents.describe('Charged since the last invoice'),
    hasAddress: z.boolean().describe('False: invoices need the name and address of the member'),
    isOn: z.boolean().describe('Members pay for their own prints from their accounts'),
    bank: z
      .object({ name: z.string(), iban: z.string(), bic: z.string().nullable() })
      .nullable()
      .describe('Where to transfer money to; null: no bank account is recorded'),
    invoices: z.array(
      z.object({
        documentId: id<DocumentId>(),
        number: z.string(),
        issuedOn: z.string(),
        cents: cents.describe('With tax'),
      }),
    ),
  })
  .meta({ id: 'MemberAccount' });
export class MemberAccountDto extends createZodDto(accountSchema) {}

export class AccountStatementDto extends createZodDto(
  z.object({ from: dayField.optional().describe('The first day; from the first entry if left out') }),
) {}

const entrySchema = z
  .object({
    id: id(),
    number: z.string(),
    kind: z.enum(ENTRY_KINDS).meta({ id: 'AccountEntryKind' }),
    cents: cents.describe('More than 0 for money that comes onto the account'),
    balanceCents: cents.describe('After this entry'),
    bookedOn: z.string().describe('YYYY-MM-DD in Europe/Paris'),
    at: instant,
    reason: z.string().nullable(),
    paymentId: id<PaymentId>().nullable(),
    isUndone: z.boolean().describe('True for a top-up that was undone'),
    print: z
      .object({
        usageRecordId: id<UsageRecordId>(),
        jobId: id<JobId>(),
        fileName: z.string(),
        part: chargedPartField,
        netCents: cents,
        freeCents: cents.describe('Not charged, because it was free this month; net of VAT'),
      })
      .nullable()
      .describe('The print that was charged'),
  })
  .meta({ id: 'AccountEntry' });
export class AccountEntryListDto extends createZodDto(partOf(entrySchema)) {}
export class AccountEntryFilterDto extends createZodDto(pageSchema) {}

const listedSchema = z
  .object({ memberId: id<MemberId>(), displayName: z.string(), reference: z.string(), ...sumsFields })
  .extend({ uninvoicedCents: cents, hasAddress: z.boolean() })
  .meta({ id: 'ListedAccount' });
export class MemberAccountListDto extends createZodDto(partOf(listedSchema)) {}

const accountSearch = searchSchema.extend({
  sort: sortField('name', 'balance').default('name'),
  below: z.stringbool().default(false).describe('True: only accounts whose balance is below 0'),
});
export type MemberAccountSearch = z.infer<typeof accountSearch>;
export class MemberAccountSearchDto extends createZodDto(accountSearch) {}

const reason = lineOfText(300);
const key = lineOfText(100)
  .nullable()
  .default(null)
  .describe('A repeated request with the same key books nothing twice');
const moneyFields = {
  cents: amountField,
  means: z.enum(MEANS).exclude(['account']),
  paidOn: z.iso.date().optional().describe('When the money moved; today if left out'),
  reference: lineOfText(140).nullable().default(null),
  note: lineOfText(300).nullable().default(null),
  key,
};
export class TopUpDto extends createZodDto(z.object(moneyFields)) {}
export class RefundMemberDto extends createZodDto(z.object({ ...moneyFields, reason })) {}
export class CorrectAccountDto extends createZodDto(
  z.object({
    cents: z
      .number()
      .int()
      .min(-MOST_CENTS)
      .max(MOST_CENTS)
      .refine((value) => value !== 0)
      .describe('Below 0: taken from the account'),
    reason,
  }),
) {}
export class UndoTopUpDto extends createZodDto(z.object({ reason })) {}
export class SetAllowanceDto extends createZodDto(
  z.object({
    allowanceCents: z
      .number()
      .int()
      .min(0)
      .max(MOST_CENTS)
      .nullable()
      .describe('How far below 0 the balance may go; null: as the settings say'),
    reason,
  }),
) {}
export class AccountInvoiceDto extends createZodDto(
  z.object({ documentId: id<DocumentId>(), number: z.string() }).meta({ id: 'AccountInvoice' }),
) {}

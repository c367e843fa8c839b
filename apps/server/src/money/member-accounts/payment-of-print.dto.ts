import { CHARGED_PARTS, QUOTA_MEASURES } from '@pandafab/domain';
import { z } from 'zod';

const cents = z.number().int();
export const chargedPartField = z.enum(CHARGED_PARTS).meta({ id: 'ChargedPart' });
export const measureField = z.enum(QUOTA_MEASURES).meta({ id: 'QuotaMeasure' });

/** What is charged for runs that end otherwise. */
export const policySchema = z
  .object({
    cancelledByMaker: chargedPartField,
    cancelledByStaff: chargedPartField,
    failed: chargedPartField.describe('Also a run whose end the lab never reported'),
  })
  .meta({ id: 'SettlementPolicy' });

const freeSchema = z
  .object({
    measure: measureField,
    amount: z.number().int().describe('Cents net of VAT, milligrams or seconds'),
    freeCents: cents.describe('The price that is not charged, net of VAT'),
  })
  .meta({ id: 'FreeOfPrint' });

/** Who pays for a submission. */
export const paymentOfPrintSchema = z
  .object({
    payer: z
      .enum(['client', 'organisation', 'account', 'lab', 'none'])
      .meta({ id: 'PayerKind' })
      .describe(
        'client: the client order; organisation: that of the group; account: a member’s prepaid account; lab: recorded with its value, charged to no one; none: recorded only',
      ),
    payerName: z.string().nullable().describe('The organisation, or the other member whose account pays'),
    coverage: z
      .object({
        neededCents: cents.describe('About what all copies cost, with tax'),
        coveredCents: cents.describe('What the account covers of it'),
        missingCents: cents,
        fits: z.boolean().describe('False: what is not covered waits for money'),
        free: freeSchema.nullable().describe('What is taken of the free use of the month'),
      })
      .meta({ id: 'PrintCoverage' })
      .nullable()
      .describe('Null where no account pays, or without a price'),
    policy: policySchema.nullable(),
  })
  .meta({ id: 'PaymentOfPrint' });

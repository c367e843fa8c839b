import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { countryField, lineOfText } from '../../api/fields';

const text = lineOfText(500);
const digits = {
  9: z.string().regex(/^\d{9}$/, fieldRule('nineDigits')),
  14: z.string().regex(/^\d{14}$/, fieldRule('fourteenDigits')),
};
const exemption = { exemptionCode: text, exemptionText: text };

export const vatTreatmentSchema = z
  .discriminatedUnion('categoryCode', [
    z.object({
      categoryCode: z.literal('S'),
      rateBasisPoints: z.number().int().positive().max(10_000),
      exemptionCode: z.null(),
      exemptionText: z.null(),
    }),
    z.object({ categoryCode: z.literal('E'), rateBasisPoints: z.literal(0), ...exemption }),
  ])
  .describe('How an activity is taxed; 2000 basis points are 20 %');

export const vatSettingsSchema = z.discriminatedUnion('regime', [
  z.object({ regime: z.literal('exempt'), ...exemption }),
  z.object({ regime: z.literal('franchise'), ...exemption }),
  z.object({ regime: z.literal('taxable'), rateBasisPoints: z.number().int().positive().max(10_000) }),
  z.object({
    regime: z.literal('split'),
    activities: z
      .record(text, vatTreatmentSchema)
      .refine((activities) => Object.keys(activities).length > 0, fieldRule('activities')),
  }),
]);

/** What the seller prints on documents. Wordings are dated settings because the law renames its articles. */
export const sellerSettingsSchema = z.object({
  name: text,
  /** Such as "Association loi 1901". */
  legalForm: text,
  addressLine: text,
  postcode: text,
  city: text,
  countryCode: countryField,
  siren: digits[9],
  siret: digits[14],
  vatNumber: text.nullable(),
  /** Number in the national register of associations. */
  rna: text.nullable(),
  email: z.email().nullable(),
  phone: text.nullable(),
  website: text.nullable(),
  iban: text.nullable(),
  bic: text.nullable(),
  vat: vatSettingsSchema,
  /** How prints are taxed and named. */
  printing: z.object({ activity: text, nature: z.enum(['goods', 'services']) }),
  paymentTermDays: z.number().int().min(0).max(60),
  wordings: z.object({
    /** Article L441-10 of the Code de commerce. */
    latePenalty: text,
    earlyPayment: text,
    /** Article D441-5; printed for clients with a SIREN only. */
    recoveryIndemnity: text,
    /** Printed when the option for VAT on debits was taken. */
    vatOnDebits: text.nullable(),
    /** Décret 2022-1299: the category of the operation. */
    operationCategory: z.object({ goods: text, services: text, mixed: text }),
    /** Anything else at the foot of the page. */
    footer: text.nullable(),
  }),
});
export type SellerSettingsBody = z.infer<typeof sellerSettingsSchema>;

export class PutSellerSettingsDto extends createZodDto(
  sellerSettingsSchema.extend({
    /** The first day on which documents show this; today where absent. */
    inForceFrom: z.iso.date().optional(),
  }),
) {}

export class SellerSettingsDto extends createZodDto(
  sellerSettingsSchema.extend({ inForceFrom: z.iso.date() }),
) {}

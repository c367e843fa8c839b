import { fieldRule, inFours, isBic, isIban, isRna, isSiren, isSiret, isVatNumber } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { natureField } from '../../platform/http/enums';
import { countryField, instant, lineOfText, pageOf, textBlock } from '../../platform/http/fields';

const text = lineOfText(500);
const digits = {
  9: z.string().regex(/^\d{9}$/, fieldRule('nineDigits')),
  14: z.string().regex(/^\d{14}$/, fieldRule('fourteenDigits')),
};
/** Papers print these numbers in groups. */
const withoutSpaces = lineOfText(60).transform((written) => written.replace(/[\s.]/g, '').toUpperCase());
const checked = (isValid: (number: string) => boolean, message: string) =>
  withoutSpaces.pipe(z.string().refine(isValid, message));
const exemption = { exemptionCode: text, exemptionText: text };

export const vatTreatmentSchema = z
  .discriminatedUnion('categoryCode', [
    z.object({
      categoryCode: z.literal('S'),
      rateBasisPoints: z.number().int().positive().max(10_000),
      exemptionCode: z.null(),
      exemptionText: z.null(),
    }),
    z.object({
      categoryCode: z.enum(['E', 'AE', 'K', 'G', 'O']),
      rateBasisPoints: z.literal(0),
      ...exemption,
    }),
  ])
  .describe('How an activity is taxed; 2000 basis points are 20 %')
  .meta({ id: 'VatTreatment' });

export const vatSettingsSchema = z
  .discriminatedUnion('regime', [
    z.object({ regime: z.literal('exempt'), ...exemption }),
    z.object({ regime: z.literal('franchise'), ...exemption }),
    z.object({ regime: z.literal('taxable'), rateBasisPoints: z.number().int().positive().max(10_000) }),
    z.object({
      regime: z.literal('split'),
      activities: z
        .record(text, vatTreatmentSchema)
        .refine((activities) => Object.keys(activities).length > 0, fieldRule('activities')),
    }),
  ])
  .meta({ id: 'VatSettings' });

const wording = text.nullable().default(null);
/** What documents print for clients abroad and for subcontracting; null: such a document cannot be issued. */
const caseWordingsSchema = z
  .object({
    'eu-services': wording,
    'eu-goods': wording,
    export: wording,
    'outside-scope': wording,
    subcontracting: wording,
  })
  .meta({ id: 'CaseWordings' });

/** Settings that were added later: documents of older settings print these. */
const LATER = {
  caseWordings: {
    'eu-services': null,
    'eu-goods': null,
    export: null,
    'outside-scope': null,
    subcontracting: null,
  },
  quoteValidDays: 30,
  terms: null,
  logoSha256: null,
};
const PERSON_RECOVERY = 'Indemnité forfaitaire de recouvrement : sans objet, client particulier.';

/** The texts that the seller prints on documents. They are dated settings because the law renumbers its articles. */
export const sellerSettingsSchema = z
  .object({
    name: text,
    /** For example "Association loi 1901". */
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
    /** The tax and the name of prints. */
    printing: z.object({ activity: text, nature: natureField }),
    paymentTermDays: z.number().int().min(0).max(60),
    caseWordings: caseWordingsSchema.default(LATER.caseWordings),
    quoteValidDays: z.number().int().min(1).max(365).default(LATER.quoteValidDays),
    /** Printed on quotes and order confirmations, with their line breaks. */
    terms: textBlock(2000).nullable().default(LATER.terms),
    /** The picture that was sent to `logo`. */
    logoSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(LATER.logoSha256),
    wordings: z
      .object({
        /** Article L441-10 of the Code de commerce. */
        latePenalty: text,
        earlyPayment: text,
        /** Article D441-5; printed for clients with a SIREN only. */
        recoveryIndemnity: text,
        /** Printed for private persons in its place. */
        personRecovery: text.default(PERSON_RECOVERY),
        /** Printed when the option for VAT on debits was taken. */
        vatOnDebits: text.nullable(),
        /** Décret 2022-1299: the invoice's text for the kind of operation. */
        operationCategory: z.object({ goods: text, services: text, mixed: text }),
        /** Anything else at the foot of the page. */
        footer: text.nullable(),
      })
      .meta({ id: 'SellerWordings' }),
  })
  .meta({ id: 'SellerOnInvoice' });
export type SellerSettingsBody = z.infer<typeof sellerSettingsSchema>;
/** The same as a request may have it: later settings can be left out. */
export type SellerSettingsInput = z.input<typeof sellerSettingsSchema>;

type Earlier = Omit<SellerSettingsBody, keyof typeof LATER>;
/** Settings as they were recorded, complete: rows never change, also when settings are added. */
export const completeSettings = (recorded: Earlier): SellerSettingsBody => ({
  ...LATER,
  ...recorded,
  wordings: { ...{ personRecovery: PERSON_RECOVERY }, ...recorded.wordings },
});

export class LogoDto extends createZodDto(
  z
    .object({ sha256: z.string(), bytes: z.number().int(), mediaType: z.enum(['image/png', 'image/jpeg']) })
    .meta({ id: 'Logo' }),
) {}

/** Settings recorded before these checks may hold other numbers: they are checked in requests only. */
export class PutSellerSettingsDto extends createZodDto(
  sellerSettingsSchema
    .extend({
      siren: checked(isSiren, fieldRule('siren')),
      siret: checked(isSiret, fieldRule('siret')),
      vatNumber: checked(isVatNumber, fieldRule('vatNumber')).nullable(),
      rna: checked(isRna, fieldRule('rna')).nullable(),
      iban: checked(isIban, fieldRule('iban')).transform(inFours).nullable(),
      bic: checked(isBic, fieldRule('bic')).nullable(),
      /** The first day on which documents show these settings; today if absent. */
      inForceFrom: z.iso.date().optional(),
    })
    .refine(({ siren, siret }) => siret.startsWith(siren), {
      path: ['siret'],
      message: fieldRule('siretOfSiren'),
    }),
) {}

export class SellerSettingsDto extends createZodDto(
  sellerSettingsSchema.extend({ inForceFrom: z.iso.date() }),
) {}

/** What was recorded, the settings with the latest first day first. */
export class SellerVersionListDto extends createZodDto(
  pageOf(
    sellerSettingsSchema
      .extend({ inForceFrom: z.iso.date(), recordedAt: instant })
      .meta({ id: 'SellerVersion' }),
  ),
) {}

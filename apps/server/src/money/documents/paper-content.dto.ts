import type { PaperContent } from '@pandafab/domain';
import { NOTE_CODES, PAPER_KINDS, PAPER_LINE_KINDS, VAT_CATEGORIES } from '@pandafab/domain';
import { z } from 'zod';
import { natureField, unitField } from '../../platform/http/enums';

const cents = z.number().int();
const text = z.string();
const day = z.iso.date().describe('Day in Europe/Paris');
const orNull = <Field extends z.ZodType>(field: Field) => field.nullable();

export const paperKindField = z.enum(PAPER_KINDS).meta({ id: 'PaperKind' });

export const lineTaxSchema = z
  .object({
    categoryCode: z.enum(VAT_CATEGORIES),
    rateBasisPoints: z.number().int(),
    exemptionCode: orNull(text),
    exemptionText: orNull(text),
  })
  .meta({ id: 'LineTax', description: 'VAT of a line: 2000 basis points are 20 %' });

const citation = z.object({ kind: paperKindField, number: text, day }).meta({ id: 'Citation' });

const paperLine = z
  .object({
    position: z.number().int(),
    kind: z.enum(PAPER_LINE_KINDS),
    label: text,
    details: z.array(text),
    quantity: text,
    unit: unitField,
    unitPrice: text.describe('Euros net of VAT, for `basis` units'),
    basis: z.number().int(),
    discounts: z.array(z.object({ label: text, percent: orNull(text), cents })),
    netCents: cents,
    nature: natureField,
    activity: text.nullable().optional().describe('Missing on documents from before activities were kept'),
    tax: lineTaxSchema,
    sourceLineId: orNull(text),
    cites: orNull(citation),
    creditedPosition: orNull(z.number().int()),
  })
  .meta({ id: 'PaperLine' });

const place = { addressLine: text, postcode: text, city: text, countryCode: text };

export const vatRowSchema = lineTaxSchema
  .extend({ baseCents: cents, vatCents: cents })
  .meta({ id: 'VatRow' });

const client = z
  .object({
    kind: z.enum(['business', 'public-body', 'person']),
    name: text,
    contactName: orNull(text),
    ...place,
    siren: orNull(text),
    siret: orNull(text),
    vatNumber: orNull(text),
    email: orNull(text),
    serviceCode: orNull(text),
  })
  .meta({ id: 'ClientOnPaper' });

const seller = z
  .object({
    name: text,
    legalForm: text,
    ...place,
    siren: text,
    siret: text,
    vatNumber: orNull(text),
    rna: orNull(text),
    email: orNull(text),
    phone: orNull(text),
    website: orNull(text),
    iban: orNull(text),
    bic: orNull(text),
    logoSha256: orNull(text),
    footer: orNull(text),
  })
  .meta({ id: 'SellerOnPaper' });

const spreadDiscount = z
  .object({
    label: text,
    percent: orNull(text),
    cents,
    parts: z.array(z.object({ tax: lineTaxSchema, cents })),
  })
  .meta({ id: 'SpreadDiscount' });

const totals = z
  .object({
    linesCents: cents,
    discountCents: cents,
    netCents: cents,
    vatCents: cents,
    grossCents: cents,
  })
  .meta({ id: 'PaperTotals' });

/** What a document shows: `PaperContent` of the domain, as the API describes it. */
export const paperContentSchema = z
  .object({
    form: z.literal(1),
    kind: paperKindField,
    number: text,
    version: z.number().int(),
    replaces: orNull(text),
    issuedOn: day,
    dueOn: orNull(day),
    validUntil: orNull(day),
    servedFrom: orNull(day),
    servedTo: orNull(day),
    reference: text,
    title: text,
    purchaseOrder: orNull(text),
    seller,
    client,
    deliverTo: orNull(z.object(place)),
    lines: z.array(paperLine),
    discounts: z.array(spreadDiscount),
    vat: z.array(vatRowSchema),
    totals,
    cites: z.array(citation),
    operationKind: z.enum(['goods', 'services', 'mixed']),
    process: orNull(text),
    vatDue: orNull(z.enum(['issue', 'delivery', 'payment'])),
    notes: z.array(z.object({ code: orNull(z.enum(NOTE_CODES)), text, isPrinted: z.boolean() })),
    payment: orNull(z.object({ text, reference: text })),
    terms: orNull(text),
  })
  .meta({ id: 'PaperContent' });

/** A frozen content is read-only, and the API's types are not: the answer is written out as it is. */
export const shownContent = (content: PaperContent) =>
  content as unknown as z.infer<typeof paperContentSchema>;

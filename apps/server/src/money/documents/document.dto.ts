import { type DocumentId, fieldRule, type OrganisationId, type PrestationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { languageField } from '../../platform/http/enums';
import {
  causeSchema,
  emailField,
  id,
  instant,
  lineOfText,
  partOf,
  searchSchema,
  sortField,
  textBlock,
} from '../../platform/http/fields';
import { percentField } from '../kit/amount-fields';
import { ACCEPTANCE_WAYS, DOCUMENT_STATES } from './document.entities';
import { paperContentSchema, paperKindField } from './paper-content.dto';

const cents = z.number().int();
const day = z.iso.date().describe('Day in Europe/Paris');
const stateField = z.enum(DOCUMENT_STATES).meta({ id: 'DocumentState' });

const documentSchema = z
  .object({
    id: id<DocumentId>(),
    kind: paperKindField,
    state: stateField,
    number: z.string().nullable().describe('Null while it is a draft'),
    version: z.number().int(),
    prestationId: id<PrestationId>(),
    organisationId: id<OrganisationId>(),
    clientName: z.string(),
    reference: z.string().describe('Of the prestation'),
    title: z.string(),
    issuedOn: day.nullable(),
    dueOn: day.nullable(),
    validUntil: day.nullable(),
    currency: z.literal('EUR'),
    netCents: cents.nullable().describe('Null while it is a draft; credit notes have positive amounts'),
    vatCents: cents.nullable(),
    grossCents: cents.nullable(),
    creditedCents: cents
      .nullable()
      .describe('Invoices and deposits: the sum of their credit notes, with tax'),
    paidCents: cents.nullable().describe('Invoices and deposits: the cents of payments that settle them'),
    openCents: cents
      .nullable()
      .describe(
        'Invoices and deposits: with tax, minus credits and payments; negative where too much was paid',
      ),
    isOverdue: z.boolean(),
    createdAt: instant,
    issuedAt: instant.nullable(),
    sentAt: instant.nullable(),
  })
  .meta({ id: 'Document' });

export class DocumentDto extends createZodDto(documentSchema) {}
export class DocumentListDto extends createZodDto(partOf(documentSchema)) {}
export class DocumentSearchDto extends createZodDto(
  searchSchema.extend({
    kind: paperKindField.optional(),
    state: stateField.optional(),
    organisationId: id<OrganisationId>().optional(),
    prestationId: id<PrestationId>().optional(),
    overdue: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('Only invoices and deposits whose due date is past and of which something is open'),
    open: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .describe('Only invoices and deposits of which something is open'),
    sort: sortField('createdAt', 'issuedOn', 'number', 'client', 'dueOn', 'grossCents')
      .meta({ id: 'DocumentSort' })
      .default('-createdAt'),
  }),
) {}

/** What can be done with a document now. */
export const DOCUMENT_ACTIONS = [
  ...(['edit', 'delete', 'issue', 'send-quote', 'decide', 'new-version'] as const),
  ...(['credit', 'mail'] as const),
] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

const decimal = (places: number) =>
  z.string().regex(new RegExp(`^\\d{1,9}(\\.\\d{1,${places}})?$`), fieldRule('decimal'));
const grossCents = cents.positive().max(99_999_999_999).describe('With tax');

const partSchema = z
  .union([z.object({ percent: percentField }), z.object({ grossCents })])
  .meta({ id: 'PartRequest' });
const creditSchema = z
  .union([
    z.literal('all'),
    z
      .array(
        z.object({
          position: z.number().int().positive(),
          quantity: z.union([z.literal('rest'), decimal(4)]),
        }),
      )
      .min(1)
      .max(500),
  ])
  .meta({ id: 'CreditRequest' });
const note = textBlock(1000).optional().describe('Printed on the document');
const terms = textBlock(2000).optional().describe('Instead of the terms in the seller’s settings');

const requests = {
  quote: z.object({ note, terms, validUntil: day.optional() }),
  'order-confirmation': z.object({ note, terms }),
  deposit: z.object({ note, part: partSchema }),
  invoice: z.object({
    note,
    stageId: id().optional().describe('Invoices this stage; if left out, all that is left to invoice'),
  }),
  'credit-note': z.object({ note, citesId: id<DocumentId>(), credit: creditSchema }),
  'deposit-credit': z.object({ note, citesId: id<DocumentId>(), credit: creditSchema }),
};
export const requestSchemas = requests;

const anyRequest = z
  .object({
    note,
    terms,
    validUntil: day.optional(),
    part: partSchema.optional(),
    stageId: id().optional(),
    citesId: id<DocumentId>().optional(),
    credit: creditSchema.optional(),
  })
  .meta({ id: 'DocumentRequest' });
/** Checks the request by the schema of the document's kind. */
export class NewDocumentDto extends createZodDto(
  z
    .object({
      kind: paperKindField,
      request: anyRequest,
      key: lineOfText(100).optional().describe('A repeated request with the same key creates one document'),
    })
    .superRefine(({ kind, request }, context) => {
      const { error } = requests[kind].strict().safeParse(request);
      for (const issue of error?.issues ?? [])
        context.addIssue({ ...issue, path: ['request', ...issue.path] });
    }),
) {}
/** Replaces the whole request of a draft. */
export class DocumentChangesDto extends createZodDto(z.object({ request: anyRequest })) {}

const reference = documentSchema
  .pick({ id: true, kind: true, state: true, number: true, version: true, issuedOn: true, grossCents: true })
  .meta({ id: 'DocumentReference' });

const acceptance = z
  .object({
    decision: z.enum(['accepted', 'refused']),
    how: z.enum(ACCEPTANCE_WAYS),
    name: z.string(),
    reason: z.string().nullable(),
    at: instant,
    address: z.string().nullable(),
    pdfSha256: z.string(),
  })
  .meta({ id: 'Acceptance' });

const sentMail = z
  .object({
    id: id(),
    address: z.string(),
    subject: z.string(),
    requestedAt: instant,
    result: z.enum(['waiting', 'sent', 'failed', 'dropped']),
    failure: z.string().nullable(),
    settledAt: instant.nullable(),
  })
  .meta({ id: 'DocumentMail' });

const creditable = z
  .object({
    position: z.number().int(),
    label: z.string(),
    quantityLeft: z.string(),
    netCentsLeft: cents,
    isWholeOnly: z.boolean().describe('Credited only with the whole document'),
  })
  .meta({ id: 'CreditableLine' });

export class DocumentDetailDto extends createZodDto(
  documentSchema.extend({
    request: anyRequest,
    content: paperContentSchema.nullable().describe('Null while it is a draft: see the preview'),
    actions: z.array(z.enum(DOCUMENT_ACTIONS).meta({ id: 'DocumentAction' })),
    replaces: reference.nullable(),
    replacedBy: reference.nullable(),
    cites: reference.nullable(),
    credits: z.array(reference).describe('Issued credit notes of this document'),
    creditable: z.array(creditable).describe('What is left to credit, by line'),
    acceptance: acceptance.nullable(),
    files: z.array(z.object({ kind: z.enum(['pdf', 'xml']), sha256: z.string(), bytes: z.number().int() })),
    mails: z.array(sentMail),
  }),
) {}

/** A draft as it would be issued now. */
export class DocumentPreviewDto extends createZodDto(
  z
    .object({
      content: paperContentSchema.describe('With the number that it would get now'),
      flaws: z.array(causeSchema).describe('What must be corrected before it can be issued'),
      hints: z.array(causeSchema).describe('What a person should know: a cent that the rule of parts moves'),
      becomesFinal: z.boolean().describe('False for quotes and order confirmations'),
    })
    .meta({ id: 'DocumentPreview' }),
) {}

export class DecisionDto extends createZodDto(
  z.object({
    decision: z.enum(['accepted', 'refused']),
    how: z.enum(['mail', 'paper', 'phone']),
    name: lineOfText(120).describe('The person who decided'),
    reason: lineOfText(500).optional(),
    on: day.optional().describe('The day of the decision; today if left out'),
  }),
) {}

export class MailDocumentDto extends createZodDto(
  z.object({
    to: emailField,
    language: languageField.default('fr'),
    subject: lineOfText(200),
    text: textBlock(5000),
  }),
) {}
export class MailTemplateDto extends createZodDto(
  z
    .object({ to: z.string().nullable(), subject: z.string(), text: z.string() })
    .meta({ id: 'DocumentMailTemplate' }),
) {}
export class MailTemplateQueryDto extends createZodDto(z.object({ language: languageField.default('fr') })) {}
export class SentMailDto extends createZodDto(sentMail) {}

export { documentSchema };

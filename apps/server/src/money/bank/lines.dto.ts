import { CONFIDENCES, MATCH_REASONS } from '@pandafab/domain';
import {
  type BankAccountId,
  type BankLineId,
  type DocumentId,
  type MemberId,
  MOST_CENTS,
  type OrganisationId,
  type PaymentId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  causeSchema,
  id,
  lineOfText,
  pageOf,
  partOf,
  searchSchema,
  sortField,
} from '../../platform/http/fields';
import { LINE_STATES } from './bank.entities';

const cents = z.number().int();
const day = z.iso.date();
const stateField = z
  .enum(LINE_STATES)
  .meta({ id: 'BankLineState', description: '`out`: money that went out' });

const line = z
  .object({
    id: id<BankLineId>(),
    bankAccountId: id<BankAccountId>(),
    day,
    cents: cents.describe('Below 0 went out'),
    text: z.string(),
    name: z.string().nullable(),
    reference: z.string().nullable(),
    isReversal: z.boolean().describe('It takes an earlier movement back: no proposal is made for it'),
    state: stateField,
    when: z.enum(['future', 'early']).nullable().describe('A day to come, or one before the first invoice'),
    paymentId: id<PaymentId>().nullable(),
    payment: z.string().nullable().describe('Number of the payment, while the line is booked'),
    reason: z.string().nullable().describe('Why it is ignored'),
  })
  .meta({ id: 'BankLine' });
export type LineView = z.infer<typeof line>;

const counts = z
  .object({ open: cents, booked: cents, ignored: cents, out: cents })
  .meta({ id: 'BankLineCounts' });
export class BankLineDto extends createZodDto(line) {}
export class BankLineListDto extends createZodDto(
  partOf(line).extend({ counts: counts.describe('Of all lines, by state') }),
) {}

const search = searchSchema.extend({
  state: stateField.optional(),
  statementId: id().optional(),
  sort: sortField('day', 'cents').meta({ id: 'BankLineSort' }).default('day'),
});
export type LineSearch = z.infer<typeof search>;
export class BankLineSearchDto extends createZodDto(search) {}

const owner = {
  organisationId: id<OrganisationId>().nullable(),
  memberId: id<MemberId>().nullable(),
};

const document = z
  .object({
    id: id<DocumentId>(),
    number: z.string(),
    ...{ organisationId: id<OrganisationId>(), clientName: z.string(), issuedOn: day, dueOn: day.nullable() },
    openCents: cents,
  })
  .meta({ id: 'PayableDocument' });

const proposal = z
  .object({
    lineId: id<BankLineId>(),
    confidence: z.enum(CONFIDENCES).meta({ id: 'MatchConfidence' }),
    reason: z.enum(MATCH_REASONS).meta({ id: 'MatchReason' }),
    ...owner,
    owner: z.string().describe('Name of the client, or of the member'),
    parts: z.array(z.object({ document, cents })).describe('What each document gets'),
    restCents: cents.describe('What stays on the account'),
  })
  .meta({ id: 'BankProposal' });
export type ProposalView = z.infer<typeof proposal>;
export class ProposalListDto extends createZodDto(
  z.object({
    items: z.array(proposal),
    lines: cents.describe('Open lines that were looked at: the first 5 000 by day'),
    sure: cents.describe('Proposals that can be accepted together'),
  }),
) {}

const part = z.object({ documentId: id<DocumentId>(), cents: cents.positive().max(MOST_CENTS) });
const MOST_PARTS = 200;
export class AcceptLineDto extends createZodDto(
  z
    .object({
      organisationId: owner.organisationId.optional(),
      memberId: owner.memberId.optional(),
      means: z
        .enum(['transfer', 'card', 'cheque', 'cash', 'direct-debit', 'other'])
        .default('transfer')
        .describe('How the money came'),
      parts: z
        .array(part)
        .max(MOST_PARTS)
        .default([])
        .refine((all) => new Set(all.map(({ documentId }) => documentId)).size === all.length)
        .describe('What each document gets; the rest stays on the account'),
    })
    .refine(({ organisationId, memberId }) => Boolean(organisationId) !== Boolean(memberId), {
      path: ['organisationId'],
    }),
) {}

/** One request holds the service for seconds, not minutes. */
const MOST_AT_ONCE = 200;
export class AcceptSureDto extends createZodDto(
  z.object({ lineIds: z.array(id<BankLineId>()).min(1).max(MOST_AT_ONCE) }),
) {}

const failed = causeSchema.extend({ lineId: id<BankLineId>() }).meta({ id: 'FailedBankLine' });
export type FailedView = z.infer<typeof failed>;
export class AcceptedDto extends createZodDto(
  z.object({ booked: cents, failed: z.array(failed) }).meta({ id: 'AcceptedBankLines' }),
) {}

export class IgnoreLineDto extends createZodDto(z.object({ reason: lineOfText(200) })) {}

export class PayableDocumentListDto extends createZodDto(pageOf(document)) {}
export class PayableSearchDto extends createZodDto(
  z.object({
    organisationId: id<OrganisationId>().optional(),
    search: lineOfText(100, 0).optional().describe('Parts of the number or of the client’s name'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
) {}
export type PayableView = z.infer<typeof document>;

import type { PaperKind } from '@pandafab/domain';
import type { DocumentId, OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { PaperDocument } from '../documents/document.entities';
import type { Day } from '../kit/paris';
import { Allotment } from '../settlement/settlement.entities';

/** An invoice or deposit of which something is open, or of which too much was paid. Cents with tax. */
export interface OpenDocument {
  readonly id: DocumentId;
  readonly number: string;
  readonly kind: Extract<PaperKind, 'invoice' | 'deposit'>;
  readonly organisationId: OrganisationId;
  readonly clientName: string;
  readonly issuedOn: Day;
  readonly dueOn: Day | null;
  readonly grossCents: number;
  readonly creditedCents: number;
  readonly paidCents: number;
  /** Negative where too much was paid. */
  readonly openCents: number;
}

export interface OpenDocumentsOf {
  readonly organisationId?: OrganisationId;
  /** Due before this day. */
  readonly dueBefore?: Day;
}

type Raw = Readonly<Record<keyof Omit<OpenDocument, 'openCents'>, string | number | null>>;

const COLUMNS = [
  'id',
  'number',
  'kind',
  'organisationId',
  'clientName',
  'issuedOn',
  'dueOn',
  'grossCents',
] as const;

/** All of them, the oldest first; two grouped sums, so that tens of thousands take one query. */
export async function openDocuments(
  manager: EntityManager,
  { organisationId, dueBefore }: OpenDocumentsOf = {},
): Promise<OpenDocument[]> {
  const query = manager.createQueryBuilder(PaperDocument, 'document').select([]);
  for (const column of COLUMNS) query.addSelect(`document.${column}`, column);
  query
    .leftJoin(
      (sums) =>
        sums
          .select('credit.citesId', 'id')
          .addSelect('SUM(credit.grossCents)', 'cents')
          .from(PaperDocument, 'credit')
          .where(`credit.citesId IS NOT NULL AND credit.state = 'issued'`)
          .groupBy('credit.citesId'),
      'credited',
      '"credited"."id" = document.id',
    )
    .leftJoin(
      (sums) =>
        sums
          .select('allotment.documentId', 'id')
          .addSelect('SUM(allotment.cents)', 'cents')
          .from(Allotment, 'allotment')
          .groupBy('allotment.documentId'),
      'paid',
      '"paid"."id" = document.id',
    )
    .addSelect('COALESCE("credited"."cents", 0)', 'creditedCents')
    .addSelect('COALESCE("paid"."cents", 0)', 'paidCents')
    .where(`document.state = 'issued' AND document.kind IN ('invoice', 'deposit')`)
    .andWhere('document.grossCents <> COALESCE("credited"."cents", 0) + COALESCE("paid"."cents", 0)')
    .orderBy('document.issuedOn')
    .addOrderBy('document.number');
  if (organisationId) query.andWhere('document.organisationId = :organisationId', { organisationId });
  if (dueBefore) query.andWhere('document.dueOn < :dueBefore', { dueBefore });
  return (await query.getRawMany<Raw>()).map(openOf);
}

function openOf(raw: Raw): OpenDocument {
  const [grossCents, creditedCents, paidCents] = [raw.grossCents, raw.creditedCents, raw.paidCents].map(
    Number,
  );
  return {
    ...(raw as unknown as OpenDocument),
    ...{ grossCents, creditedCents, paidCents },
    openCents: (grossCents ?? 0) - (creditedCents ?? 0) - (paidCents ?? 0),
  } as OpenDocument;
}

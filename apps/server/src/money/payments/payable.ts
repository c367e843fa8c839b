import { type DocumentId, Fault, type OrganisationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { isToPay } from '../documents/document-view';
import { findDocument } from '../documents/find-document';
import { reductionsOf } from '../documents/reductions';

/** An issued invoice or deposit, and what is open of it. Cents with tax. */
export interface Payable {
  readonly id: DocumentId;
  readonly number: string;
  readonly organisationId: OrganisationId;
  readonly grossCents: number;
  readonly creditedCents: number;
  /** Negative where too much was paid. */
  readonly openCents: number;
}

/** @throws Fault REQUEST.NOT_FOUND, PAYMENT.DOCUMENT_NOT_PAYABLE for anything but an issued invoice or deposit */
export async function findPayable(manager: EntityManager, documentId: DocumentId): Promise<Payable> {
  const document = await findDocument(manager, documentId);
  const { id, number, organisationId, grossCents } = document;
  if (!isToPay(document) || number === null || grossCents === null)
    throw new Fault('PAYMENT.DOCUMENT_NOT_PAYABLE', { number: number ?? '' });
  const { creditedCents, paidCents } = (await reductionsOf(manager, [id]))(id);
  const openCents = grossCents - creditedCents - paidCents;
  return { id, number, organisationId, grossCents, creditedCents, openCents };
}

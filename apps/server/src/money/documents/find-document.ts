import { type DocumentId, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import type { Prestation } from '../prestations/prestation.entities';
import { lockPrestation } from '../prestations/prestation-lines';
import type { Issued } from './compose/order';
import { PaperDocument } from './document.entities';

/** @throws Fault REQUEST.NOT_FOUND. */
export async function findDocument(manager: EntityManager, id: DocumentId): Promise<PaperDocument> {
  const document = await manager.findOneBy(PaperDocument, { id });
  if (!document) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/documents/${id}` });
  return document;
}

/** @throws Fault DOCUMENT.IS_DRAFT. */
export function demandIssued(document: PaperDocument): Issued {
  const { number, content } = document;
  if (number === null || content === null) throw new Fault('DOCUMENT.IS_DRAFT');
  return { ...document, number, content };
}

/** @throws Fault DOCUMENT.NOT_DRAFT. */
export function demandDraft({ number }: PaperDocument): void {
  if (number !== null) throw new Fault('DOCUMENT.NOT_DRAFT', { number });
}

/** @throws Fault DOCUMENT.NOT_QUOTE. */
export function demandQuote({ kind }: PaperDocument): void {
  if (kind !== 'quote') throw new Fault('DOCUMENT.NOT_QUOTE');
}

/** @throws Fault DOCUMENT.IS_QUOTE. */
export function demandNoQuote({ kind }: PaperDocument): void {
  if (kind === 'quote') throw new Fault('DOCUMENT.IS_QUOTE');
}

/**
 * Reads a document and locks its prestation until the unit of work ends: no two units issue, credit or decide
 * documents of one prestation at the same time. @throws Fault REQUEST.NOT_FOUND.
 */
export async function lockDocument(
  unit: Unit,
  id: DocumentId,
): Promise<{ readonly document: PaperDocument; readonly prestation: Prestation }> {
  const { prestationId } = await findDocument(unit.manager, id);
  const prestation = await lockPrestation(unit, prestationId);
  if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/documents/${id}` });
  // Read again: another unit may have changed it before this one got the lock.
  return { document: await findDocument(unit.manager, id), prestation };
}

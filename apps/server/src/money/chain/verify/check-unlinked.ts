import { BOOKED_KINDS } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { DocumentFile, PaperDocument } from '../../documents/document.entities';
import { ChainLink, type LinkKind } from '../chain.entities';

/** @throws Fault CHAIN.DOCUMENT_UNLINKED, CHAIN.FILES_UNLINKED for a document in the books that has no link */
export async function checkUnlinked(manager: EntityManager): Promise<void> {
  const document = await withoutLink(manager, 'document').getOne();
  if (document) throw new Fault('CHAIN.DOCUMENT_UNLINKED', { number: document.number });
  const withFiles = await withoutLink(manager, 'files')
    .innerJoin(DocumentFile, 'file', 'file.documentId = document.id')
    .getOne();
  if (withFiles) throw new Fault('CHAIN.FILES_UNLINKED', { number: withFiles.number });
}

/** Numbered documents that enter the books and have no link of this kind: the first one. */
function withoutLink(manager: EntityManager, kind: LinkKind): SelectQueryBuilder<PaperDocument> {
  const links = manager
    .createQueryBuilder()
    .subQuery()
    .select('1')
    .from(ChainLink, 'link')
    .where('link.kind = :kind AND link.subject = document.number')
    .getQuery();
  return manager
    .createQueryBuilder(PaperDocument, 'document')
    .select(['document.id', 'document.number'])
    .where('document.kind IN (:...booked)', { booked: BOOKED_KINDS })
    .andWhere('document.number IS NOT NULL')
    .andWhere(`NOT EXISTS ${links}`, { kind })
    .orderBy('document.issuedAt')
    .addOrderBy('document.number')
    .limit(1);
}

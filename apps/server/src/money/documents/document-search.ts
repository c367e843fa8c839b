import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { PaperDocument } from './document.entities';
import { documentWords } from './document-words';

const PLACE = { key: 'document.id', columns: ['document.foldedWords'] } as const;

/** Documents by their numbers, clients, titles, references and order numbers; drafts have no number to show. */
export async function findDocuments(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'invoice.read')) return [];
  const issued = manager.createQueryBuilder(PaperDocument, 'document').where('document.number IS NOT NULL');
  const best = await findBest(issued, PLACE, asked, { index: documentWords });
  return best.map(({ row: { id, number, clientName, title, state }, closeness }) => ({
    ...{ id, title: number ?? title, detail: `${clientName}, ${title}`, labId: null, state, closeness },
  }));
}

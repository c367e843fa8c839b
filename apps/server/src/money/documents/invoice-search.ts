import { isAllowed } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Invoice } from './invoice.entities';
import { invoiceWords } from './invoice-words';

const PLACE = { key: 'invoice.id', columns: ['invoice.foldedWords'] } as const;

/** Invoices by their numbers, titles, references and order numbers. */
export async function findInvoices(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'invoice.read')) return [];
  const all = manager.createQueryBuilder(Invoice, 'invoice');
  const best = await findBest(all, PLACE, asked, { index: invoiceWords });
  return best.map(({ row: { id, number, client, title }, closeness }) => ({
    ...{ id, title: number, detail: `${client.name}, ${title}`, labId: null, state: null, closeness },
  }));
}

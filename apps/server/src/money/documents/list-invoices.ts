import { folded } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { type Part, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import type { InvoiceSearchDto } from './invoice.dto';
import { Invoice } from './invoice.entities';

type Joined = Invoice & { present: Organisation | null };

const SORTS: SortKeys<Invoice, 'number' | 'client' | 'dueOn' | 'grossCents'> = {
  number: { column: 'invoice.number', of: ({ number }) => number },
  // The name of today: the one on the invoice stands inside a document.
  client: { column: 'present.foldedName', of: (row) => folded((row as Joined).present?.name ?? '') },
  dueOn: { column: 'invoice.dueOn', of: ({ dueOn }) => dueOn },
  grossCents: { column: 'invoice.grossCents', of: ({ grossCents }) => grossCents, isNumber: true },
};
const BY_ID = { column: 'invoice.id', of: ({ id }: Invoice) => id };

/** A part of the invoices. */
export function listInvoices(
  manager: EntityManager,
  { search, sort, ...page }: InvoiceSearchDto,
): Promise<Part<Invoice>> {
  const query = manager
    .createQueryBuilder(Invoice, 'invoice')
    .leftJoinAndMapOne('invoice.present', Organisation, 'present', 'present.id = invoice.organisationId');
  if (search) {
    const found = ['invoice.foldedWords', 'present.foldedName']
      .map((column) => `${column} LIKE :words ESCAPE '\\'`)
      .join(' OR ');
    query.andWhere(`(${found})`, { words: containing(search) });
  }
  return readPart(query, sortedBy(sort, SORTS, BY_ID), page);
}

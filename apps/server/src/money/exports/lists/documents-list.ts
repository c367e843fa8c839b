import type { PaperKind } from '@pandafab/domain';
import { inLanguage, type Language } from '@pandafab/shared';
import { type DocumentListDto, DocumentSearchDto } from '../../documents/document.dto';
import type { DocumentsService } from '../../documents/documents.service';
import { allRows, type ListExport } from './list-export';

type Row = DocumentListDto['items'][number];

const KINDS: Readonly<Record<PaperKind, { en: string; fr: string }>> = {
  quote: { en: 'Quote', fr: 'Devis' },
  'order-confirmation': { en: 'Order confirmation', fr: 'Confirmation de commande' },
  deposit: { en: 'Deposit', fr: 'Acompte' },
  invoice: { en: 'Invoice', fr: 'Facture' },
  'credit-note': { en: 'Credit note', fr: 'Avoir' },
  'deposit-credit': { en: 'Deposit credit', fr: 'Avoir d’acompte' },
};
/** Credit notes are negative: the column can be summed. */
const signed = ({ kind }: Row, cents: number | null) => ({
  cents: cents !== null && (kind === 'credit-note' || kind === 'deposit-credit') ? 0 - cents : cents,
});

/** Quotes, invoices, deposits and credit notes. */
export const documentsList = (
  documents: DocumentsService,
  language: Language,
): ListExport<Row, DocumentSearchDto> => ({
  name: 'documents',
  title: { en: 'Documents', fr: 'Documents' },
  query: DocumentSearchDto.schema,
  columns: [
    { title: { en: 'Number', fr: 'Numéro' }, of: ({ number }) => number },
    { title: { en: 'Kind', fr: 'Type' }, of: ({ kind }) => inLanguage(KINDS[kind], language) },
    { title: { en: 'Issued on', fr: 'Émis le' }, of: ({ issuedOn }) => ({ day: issuedOn }) },
    { title: { en: 'Due on', fr: 'Échéance' }, of: ({ dueOn }) => ({ day: dueOn }) },
    { title: { en: 'Client', fr: 'Client' }, of: ({ clientName }) => clientName },
    { title: { en: 'Client order', fr: 'Prestation' }, of: ({ reference }) => reference },
    { title: { en: 'Title', fr: 'Intitulé' }, of: ({ title }) => title },
    { title: { en: 'Net of VAT', fr: 'Total HT' }, of: (row) => signed(row, row.netCents) },
    { title: { en: 'VAT', fr: 'TVA' }, of: (row) => signed(row, row.vatCents) },
    { title: { en: 'With tax', fr: 'Total TTC' }, of: (row) => signed(row, row.grossCents) },
    { title: { en: 'Open', fr: 'Reste dû' }, of: ({ openCents }) => ({ cents: openCents }) },
  ],
  rows: (query) => allRows(query, (page) => documents.list(page)),
});

import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import { type BankLineListDto, BankLineSearchDto } from '../../bank/lines.dto';
import type { LinesService } from '../../bank/lines.service';
import { allRows, type ListExport } from './list-export';

type Row = BankLineListDto['items'][number];

const STATES: Readonly<Record<Row['state'], Wording>> = {
  open: { en: 'To match', fr: 'À rapprocher' },
  booked: { en: 'Booked', fr: 'Comptabilisée' },
  ignored: { en: 'Ignored', fr: 'Ignorée' },
  out: { en: 'Money out', fr: 'Sortie d’argent' },
};

/** The lines of bank statements. */
export const bankLinesList = (
  lines: LinesService,
  language: Language,
): ListExport<Row, BankLineSearchDto> => ({
  name: 'bank-lines',
  title: { en: 'Bank lines', fr: 'Lignes de relevé' },
  query: BankLineSearchDto.schema,
  columns: [
    { title: { en: 'Day', fr: 'Jour' }, of: ({ day }) => ({ day }) },
    { title: { en: 'Text', fr: 'Libellé' }, of: ({ text }) => text },
    { title: { en: 'Name', fr: 'Nom' }, of: ({ name }) => name },
    { title: { en: 'Reference', fr: 'Référence' }, of: ({ reference }) => reference },
    { title: { en: 'Amount', fr: 'Montant' }, of: ({ cents }) => ({ cents }) },
    { title: { en: 'State', fr: 'État' }, of: ({ state }) => inLanguage(STATES[state], language) },
    { title: { en: 'Payment', fr: 'Encaissement' }, of: ({ payment }) => payment },
    { title: { en: 'Reason', fr: 'Motif' }, of: ({ reason }) => reason },
  ],
  rows: (query) => allRows(query, (page) => lines.list(page)),
});

import { type PrestationListDto, PrestationSearchDto } from '../../prestations/prestation.dto';
import type { PrestationsService } from '../../prestations/prestations.service';
import { allRows, type ListExport } from './list-export';

type Row = PrestationListDto['items'][number];

/** Client orders. */
export const prestationsList = (prestations: PrestationsService): ListExport<Row, PrestationSearchDto> => ({
  name: 'prestations',
  title: { en: 'Client orders', fr: 'Prestations' },
  query: PrestationSearchDto.schema,
  columns: [
    { title: { en: 'Reference', fr: 'Référence' }, of: ({ reference }) => reference },
    { title: { en: 'Client', fr: 'Client' }, of: ({ clientName }) => clientName },
    { title: { en: 'Title', fr: 'Intitulé' }, of: ({ title }) => title },
    { title: { en: 'State', fr: 'État' }, of: ({ state }) => state },
    { title: { en: 'Begins on', fr: 'Début' }, of: ({ startsOn }) => ({ day: startsOn }) },
    { title: { en: 'Ends on', fr: 'Fin' }, of: ({ endsOn }) => ({ day: endsOn }) },
    { title: { en: 'Responsible', fr: 'Responsable' }, of: ({ responsibleName }) => responsibleName },
    { title: { en: 'Net of VAT', fr: 'Total HT' }, of: ({ netCents }) => ({ cents: netCents }) },
  ],
  rows: (query) => allRows(query, (page) => prestations.list(page)),
});

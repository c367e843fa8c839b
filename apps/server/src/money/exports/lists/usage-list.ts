import { parisDay } from '../../kit/paris';
import type { UsageService } from '../../pricing/usage.service';
import { UsageFilterDto, type UsageRecordListDto } from '../../pricing/usage-record.dto';
import { allRows, type ListExport } from './list-export';

type Row = UsageRecordListDto['items'][number];

const SECONDS_PER_HOUR = 3600;
const MG_PER_GRAM = 1000;
const THOUSANDTHS = 1000;
const rounded = (number: number): number => Math.round(number * THOUSANDTHS) / THOUSANDTHS;

/** What finished prints used, what they were worth and what was charged. */
export const usageList = (usage: UsageService): ListExport<Row, UsageFilterDto> => ({
  name: 'usage-records',
  title: { en: 'Usage', fr: 'Consommations' },
  query: UsageFilterDto.schema,
  columns: [
    { title: { en: 'Day', fr: 'Jour' }, of: ({ at }) => ({ day: parisDay(Date.parse(at)) }) },
    { title: { en: 'File', fr: 'Fichier' }, of: ({ fileName }) => fileName },
    { title: { en: 'Tariff group', fr: 'Groupe de tarif' }, of: ({ category }) => category },
    {
      title: { en: 'Hours', fr: 'Heures' },
      of: ({ seconds }) => ({ number: rounded(seconds / SECONDS_PER_HOUR) }),
    },
    {
      title: { en: 'Grams', fr: 'Grammes' },
      of: ({ materials }) => ({
        number: rounded(materials.reduce((sum, { milligrams }) => sum + milligrams, 0) / MG_PER_GRAM),
      }),
    },
    { title: { en: 'Value', fr: 'Valeur' }, of: ({ valueCents }) => ({ cents: valueCents }) },
    { title: { en: 'Charged', fr: 'Facturé' }, of: ({ chargedCents }) => ({ cents: chargedCents }) },
  ],
  rows: (query) => allRows(query, (page) => usage.list(page)),
});

import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { DownloadButton } from './download-button';
import { en, fr } from './words';
import './download.css';

addWords('download', { fr, en });

/** The lists of money that the service gives as tables. */
export const EXPORTED_LISTS = [
  ...(['documents', 'payments', 'balances', 'bank-lines', 'member-accounts'] as const),
  ...(['account-entries', 'prestations', 'usage-records'] as const),
] as const;
export type ExportedList = (typeof EXPORTED_LISTS)[number];

interface Props {
  /** As in the address: /api/v1/exports/lists/… */
  readonly list: ExportedList;
  /** What the list is called on the page. */
  readonly title: string;
  /** The filters and the order of the list; those that are not set are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
}

/** The list as it is filtered, as CSV or for a spreadsheet. */
export function ListExport({ list, title, query = {} }: Props) {
  const { t } = useTranslation();
  const set = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const href = (format: string) =>
    `/api/v1/exports/lists/${list}?${new URLSearchParams([...set, ['format', format]])}`;
  return (
    <div className="list-export">
      <span className="quiet">{t('download.list')}</span>
      <DownloadButton
        href={href('csv')}
        label={t('download.csv')}
        name={t('download.csvOf', { list: title })}
      />
      <DownloadButton
        href={href('xlsx')}
        label={t('download.xlsx')}
        name={t('download.xlsxOf', { list: title })}
      />
    </div>
  );
}

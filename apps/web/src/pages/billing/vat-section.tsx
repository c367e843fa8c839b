import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { DownloadButton } from '../../parts/download/download-button';
import { formatEuros, formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { ExportSection } from './export-sections';
import type { Span } from './periods';

const BASIS_POINTS = 100;

/** The VAT that became chargeable in the period: shown, and as a file. */
export function VatSection({ span }: { span: Span }) {
  const { t } = useTranslation();
  const query = { from: span.from, to: span.to };
  const report = useQuery({
    ...get('/api/v1/exports/vat-report', { query }),
    placeholderData: keepPreviousData,
  });
  return (
    <ExportSection title={t('billing.exports.vat.title')} about={t('billing.exports.vat.about')}>
      {report.isPending && <Loading />}
      {report.isError && <ProblemAlert error={report.error} retry={() => void report.refetch()} />}
      {report.data && <VatTable report={report.data} />}
      <div className="export-actions">
        <DownloadButton
          href={`/api/v1/exports/vat-report/csv?${new URLSearchParams(query)}`}
          label={t('billing.exports.vat.file')}
        />
      </div>
    </ExportSection>
  );
}

function VatTable({ report: { rows, baseCents, vatCents } }: { report: Schemas['VatReport'] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p>{t('billing.exports.vat.none')}</p>;
  return (
    <table className="figures-table" aria-label={t('billing.exports.vat.title')}>
      <thead>
        <tr>
          <th scope="col">{t('billing.exports.vat.treatment')}</th>
          <th scope="col">{t('billing.exports.vat.on')}</th>
          <th scope="col" data-figure>
            {t('billing.exports.vat.base')}
          </th>
          <th scope="col" data-figure>
            {t('billing.exports.vat.vat')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={[row.categoryCode, row.rateBasisPoints, row.exemptionCode, row.on].join(' ')}>
            <th scope="row">
              {t(`billing.exports.vat.categories.${row.categoryCode}`)}
              {row.categoryCode === 'S' && ` ${formatNumber(row.rateBasisPoints / BASIS_POINTS, 2)}\u00a0%`}
              {row.exemptionCode && <small className="quiet"> {row.exemptionCode}</small>}
            </th>
            <td>{t(`billing.exports.vat.${row.on}`)}</td>
            <td data-figure>{formatEuros(row.baseCents)}</td>
            <td data-figure>{formatEuros(row.vatCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('billing.total')}</th>
          <td />
          <td data-figure>{formatEuros(baseCents)}</td>
          <td data-figure>{formatEuros(vatCents)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

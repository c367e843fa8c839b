import { NativeSelect } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DownloadButton } from '../../parts/download/download-button';
import { EXPORTED_LISTS } from '../../parts/download/list-export';
import type { Span } from './periods';

interface SectionProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One kind of file: what it is, and its buttons. */
export function ExportSection({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section className="figures-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet figures-about">{about}</p>
      {children}
    </section>
  );
}

interface Props {
  readonly span: Span;
}

const ENCODINGS = ['utf-8', 'iso-8859-15'] as const;

/** The entries for the accountant. */
export function FecSection({ span }: Props) {
  const { t } = useTranslation();
  const [encoding, setEncoding] = useState<string>(ENCODINGS[0]);
  const query = new URLSearchParams({ ...span, encoding });
  return (
    <ExportSection title={t('billing.exports.fec.title')} about={t('billing.exports.fec.about')}>
      <div className="export-actions">
        <NativeSelect
          label={t('billing.exports.fec.encoding')}
          value={encoding}
          onChange={({ currentTarget }) => setEncoding(currentTarget.value)}
          data={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
        />
        <DownloadButton href={`/api/v1/exports/fec?${query}`} label={t('billing.exports.fec.file')} />
        <DownloadButton
          href={`/api/v1/exports/fec/description?${query}`}
          label={t('billing.exports.fec.description')}
        />
      </div>
      <p>
        <Link to="/settings/book-accounts">{t('billing.exports.fec.accounts')}</Link>
      </p>
    </ExportSection>
  );
}

/** What the approved platform's form wants. */
export function ReportingSection({ span }: Props) {
  const { t } = useTranslation();
  const href = (part: string) => `/api/v1/exports/e-reporting/csv?${new URLSearchParams({ ...span, part })}`;
  return (
    <ExportSection title={t('billing.exports.reporting.title')} about={t('billing.exports.reporting.about')}>
      <div className="export-actions">
        <DownloadButton href={href('sales')} label={t('billing.exports.reporting.sales')} />
        <DownloadButton href={href('receipts')} label={t('billing.exports.reporting.receipts')} />
      </div>
    </ExportSection>
  );
}

/** Every list of money, whole. */
export function ListsSection() {
  const { t } = useTranslation();
  return (
    <ExportSection title={t('billing.exports.lists.title')} about={t('billing.exports.lists.about')}>
      <ul className="export-lists">
        {EXPORTED_LISTS.map((list) => {
          const title = t(`billing.exports.lists.${list}`);
          const href = (format: string) => `/api/v1/exports/lists/${list}?format=${format}`;
          return (
            <li key={list}>
              <span className="export-name">{title}</span>
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
            </li>
          );
        })}
      </ul>
    </ExportSection>
  );
}

import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../parts/format';
import type { Content } from './paper';
import { vatOf } from './paper-lines';

/** The sums of a document: discounts on the whole, VAT by rate, and what is to be paid. */
export function PaperTotals({ content: { discounts, vat, totals, kind } }: { content: Content }) {
  const { t } = useTranslation();
  const isCredit = kind === 'credit-note' || kind === 'deposit-credit';
  return (
    <dl className="document-sheet-totals">
      {discounts.length > 0 && <Row label={t('documents.sum')} cents={totals.linesCents} />}
      {discounts.map(({ label, cents }) => (
        <Row key={label + cents} label={label || t('documents.discount')} cents={-cents} />
      ))}
      <Row label={t('documents.net')} cents={totals.netCents} />
      {vat.map((row) => (
        <Row
          key={row.categoryCode + row.rateBasisPoints}
          label={t('documents.vatOn', { rate: vatOf(t, row), base: formatEuros(row.baseCents) })}
          cents={row.vatCents}
        />
      ))}
      <Row
        label={t(isCredit ? 'documents.grossCredited' : 'documents.gross')}
        cents={totals.grossCents}
        isMain
      />
    </dl>
  );
}

const Row = ({ label, cents, isMain }: { label: string; cents: number; isMain?: boolean }) => (
  <div data-main={isMain || undefined}>
    <dt>{label}</dt>
    <dd>{formatEuros(cents)}</dd>
  </div>
);

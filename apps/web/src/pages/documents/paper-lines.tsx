import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatEuros, formatNumber, formatPrice } from '../../parts/format';
import type { Content } from './paper';
import '../../parts/table/table.css';

type Line = Content['lines'][number];

/** The lines of a document; on a phone a card for each. */
export function PaperLines({ content: { lines } }: { content: Content }) {
  const { t } = useTranslation();
  return (
    <div className="list">
      <table className="table document-sheet-lines" aria-label={t('documents.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('documents.label')}</th>
            {FIGURES.map((name) => (
              <th key={name} scope="col" data-figure>
                {t(`documents.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PaperRow key={line.position} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
const FIGURES = ['quantity', 'unitPrice', 'vat', 'amount'] as const;

/** “20 %”, or the word for a category without VAT. */
export const vatOf = (t: TFunction, { categoryCode, rateBasisPoints }: Line['tax']): string =>
  categoryCode === 'S'
    ? `${formatNumber(rateBasisPoints / 100, 2)}\u00a0%`
    : t(`documents.withoutVat.${categoryCode}`);

function PaperRow({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { kind, label, details, quantity, unit, unitPrice, basis, discounts, netCents, tax } = line;
  const count = Number(quantity);
  const hasFigures = kind === 'item' || kind === 'earlier';
  const price = formatPrice(unitPrice);
  return (
    <tr data-kind={kind}>
      <td>
        <span className="typed">{label}</span>
        {details.map((detail) => (
          <small key={detail} className="quiet typed">
            {detail}
          </small>
        ))}
        {discounts.map((discount) => (
          <small key={discount.label + discount.cents} className="quiet typed">
            {discount.label} {discount.percent && `(${formatNumber(Number(discount.percent), 2)}\u00a0%) `}−{' '}
            {formatEuros(Math.abs(discount.cents))}
          </small>
        ))}
      </td>
      <td data-figure data-label={t('documents.quantity')}>
        {hasFigures && t(`documents.quantities.${unit}`, { count, quantity: formatNumber(count, 4) })}
      </td>
      <td data-figure data-label={t('documents.unitPrice')}>
        {hasFigures && (basis === 1 ? price : t('documents.per', { price, basis: formatNumber(basis) }))}
      </td>
      <td data-figure data-label={t('documents.vat')}>
        {hasFigures && vatOf(t, tax)}
      </td>
      <td data-figure data-label={t('documents.amount')}>
        {kind !== 'text' && <b>{formatEuros(netCents)}</b>}
      </td>
    </tr>
  );
}

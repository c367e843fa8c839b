import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n';
import { formatEuros, formatNumber, formatPrice } from '../../parts/format';
import { textOfDiscounts } from '../../parts/line-editor/numbers';
import type { Line, PrestationDetail } from './billing';
import '../../parts/table/table.css';

/** The lines of a prestation that accepts no more: a table, and on a phone a card for each line. */
export function LinesAsTheyAre({ prestation: { lines, netCents } }: { prestation: PrestationDetail }) {
  const { t } = useTranslation();
  const label = (name: 'label' | 'quantity' | 'price' | 'discount' | 'amount') =>
    t(`prestations.lines.${name}`);
  if (lines.length === 0) return <p>{t('prestations.lines.none')}</p>;
  return (
    <div className="list">
      <table className="table" aria-label={t('prestations.lines.title')}>
        <thead>
          <tr>
            <th scope="col">{label('label')}</th>
            {(['quantity', 'price', 'discount', 'amount'] as const).map((name) => (
              <th key={name} scope="col" data-figure>
                {label(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="typed">{line.label}</td>
              <Figures line={line} label={label} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="lines-total">{t('prestations.lines.total', { amount: formatEuros(netCents) })}</p>
    </div>
  );
}

interface FiguresProps {
  readonly line: Line;
  readonly label: (name: 'quantity' | 'price' | 'discount' | 'amount') => string;
}
function Figures({ line, label }: FiguresProps) {
  const { t } = useTranslation();
  const { kind, quantity, unit, unitPrice, basis, discounts, netCents, subtotalCents } = line;
  const hasFigures = kind !== 'text' && kind !== 'subtotal';
  const count = Number(quantity);
  const price = formatPrice(unitPrice);
  return (
    <>
      <td data-figure data-label={label('quantity')}>
        {hasFigures && t(`prestations.quantities.${unit}`, { count, quantity: formatNumber(count, 4) })}
      </td>
      <td data-figure data-label={label('price')}>
        {hasFigures &&
          (basis === 1 ? price : t('prestations.lines.per', { price, quantity: formatNumber(basis) }))}
      </td>
      <td data-figure data-label={label('discount')}>
        {textOfDiscounts(discounts, currentLanguage())}
      </td>
      <td data-figure data-label={label('amount')}>
        {kind !== 'text' && <b>{formatEuros(subtotalCents ?? netCents)}</b>}
      </td>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../parts/format';
import type { PrestationDetail } from './billing';
import './sums.css';

/** What is agreed, what the documents add up to, and what is left to invoice: all of it from the server. */
export function Figures({
  prestation: { netCents, sums, leftToInvoiceCents },
}: {
  prestation: PrestationDetail;
}) {
  const { t } = useTranslation();
  const figures = [
    { name: 'agreed', cents: sums.quoted?.netCents ?? netCents, isShown: true },
    { name: 'deposited', cents: sums.deposited.netCents, isShown: sums.deposited.netCents !== 0 },
    { name: 'invoiced', cents: sums.invoiced.netCents, isShown: true },
    { name: 'credited', cents: sums.credited.netCents, isShown: sums.credited.netCents !== 0 },
    { name: 'left', cents: leftToInvoiceCents, isShown: true },
  ] as const;
  return (
    <dl className="sums" aria-label={t('prestations.figures.title')}>
      {figures
        .filter(({ isShown }) => isShown)
        .map(({ name, cents }) => (
          <div key={name} data-main={name === 'left' || undefined}>
            <dt>{t(`prestations.figures.${name}`)}</dt>
            <dd>
              {formatEuros(cents)}
              <small>{t('prestations.net')}</small>
            </dd>
          </div>
        ))}
    </dl>
  );
}

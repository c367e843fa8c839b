import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { formatEuros } from '../../parts/format';

/** The code over what is open now; nothing where the seller has no bank account. Dark on white in both schemes. */
export function PaymentCode({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/documents/{id}/payment-code', { path: { id } }));
  if (!data?.picture) return null;
  const { size, path } = data.picture;
  return (
    <>
      <h2>{t('payments.code')}</h2>
      <figure className="payment-code">
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('payments.codeName')}>
          <rect width={size} height={size} fill="#fff" />
          <path fill="#000" shapeRendering="crispEdges" d={path} />
        </svg>
        <figcaption>{t('payments.codeHelp', { amount: formatEuros(data.openCents) })}</figcaption>
      </figure>
    </>
  );
}

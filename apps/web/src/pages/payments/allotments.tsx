import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog-button';
import { formatEuros, formatMoment } from '../../parts/format';
import type { PaymentDetail } from './payment';
import { type Settled, settledNow } from './settled';
import { TakeBackForm } from './take-back-form';

/** The documents that a payment settles, and what was taken back. */
export function Allotments({ payment }: { payment: PaymentDetail }) {
  const { t } = useTranslation();
  const [id, past] = [useId(), useId()];
  const { kind, memberId, allotments } = payment;
  if (kind !== 'payment' || memberId !== null) return null;
  const now = settledNow(allotments);
  return (
    <>
      <section className="payments-card" aria-labelledby={id}>
        <h2 id={id}>{t('payments.settled')}</h2>
        {now.length === 0 && <p className="quiet">{t('payments.settlesNothing')}</p>}
        {now.length > 0 && (
          <ul aria-label={t('payments.settled')}>
            {now.map((settled) => (
              <SettledRow key={settled.documentId} payment={payment} settled={settled} />
            ))}
          </ul>
        )}
      </section>
      {allotments.some(({ cents }) => cents < 0) && (
        <section className="payments-card" aria-labelledby={past}>
          <h2 id={past}>{t('payments.movements')}</h2>
          <ul aria-label={t('payments.movements')}>
            {allotments.map(({ number, document, cents, reason, at }) => (
              <li key={number}>
                <span>
                  {document} <span className="quiet">{formatMoment(at)}</span>
                  {reason && <small className="typed">{reason}</small>}
                </span>
                <span className="figures">{formatEuros(cents)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function SettledRow({ payment, settled }: { payment: PaymentDetail; settled: Settled }) {
  const { t } = useTranslation();
  const { documentId, document, cents } = settled;
  return (
    <li>
      <Link to={`/documents/${documentId}`}>{document}</Link>
      <b className="figures">{formatEuros(cents)}</b>
      <DialogButton
        label={t('payments.takeBack')}
        aria-label={t('payments.takeBackFrom', { number: document })}
        title={t('payments.takeBackFrom', { number: document })}
      >
        {(close) => <TakeBackForm payment={payment} settled={settled} onDone={close} />}
      </DialogButton>
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { addPaymentWords } from './add-payment-words';
import { DocumentReminders } from './document-reminders';
import { OverpaidForm } from './overpaid-form';
import { PaymentCode } from './payment-code';
import { RecordPayment } from './record-payment';
import { useMeansName } from './use-means-name';

addPaymentWords();

interface Props {
  readonly paper: {
    readonly id: string;
    readonly number: string | null;
    readonly organisationId: string;
    readonly clientName: string;
    readonly dueOn: string | null;
  };
}

/** What was paid of an invoice or deposit, how to pay what is open, and the reminders. */
export function DocumentPayments({ paper }: Props) {
  const { t } = useTranslation();
  const { id, number, organisationId, clientName, dueOn } = paper;
  const nameOf = useMeansName();
  // Nothing is kept: an amount that was open before would be proposed as the payment.
  const payments = useQuery({ ...get('/api/v1/documents/{id}/payments', { path: { id } }), gcTime: 0 });
  if (payments.isPending) return <Loading />;
  if (payments.isError) return <ProblemAlert error={payments.error} retry={() => void payments.refetch()} />;
  const { items, openCents, balanceCents } = payments.data;
  return (
    <>
      <h2>{t('payments.ofDocument')}</h2>
      {items.length === 0 && <p className="quiet">{t('payments.noPayment')}</p>}
      {items.length > 0 && (
        <ul className="related" aria-label={t('payments.ofDocument')}>
          {items.map(({ paymentId, payment, paidOn, means, cents, at }) => (
            <li key={paymentId + at + cents}>
              <Link to={`/billing/payments/${paymentId}`}>{payment}</Link>{' '}
              <b className="figures">{formatEuros(cents)}</b>{' '}
              <span className="quiet">
                {nameOf(means)}, {formatDay(paidOn)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {openCents > 0 && (
        <DialogButton
          variant="filled"
          label={t('payments.recordHere')}
          title={t('payments.record')}
          dialogSize="lg"
          isStale={payments.isFetching}
        >
          {(close) => (
            <RecordPayment
              organisationId={organisationId}
              clientName={clientName}
              papers={[{ id, number, dueOn, openCents }]}
              onDone={close}
            />
          )}
        </DialogButton>
      )}
      {openCents < 0 && <OverpaidForm id={id} tooMuch={-openCents} />}
      {balanceCents > 0 && (
        <p className="quiet">
          {t('payments.onAccount', { amount: formatEuros(balanceCents) })}{' '}
          <Link to={`/billing/payments?client=${organisationId}&unused=true`}>
            {t('payments.toPayments')}
          </Link>
        </p>
      )}
      {openCents > 0 && <PaymentCode id={id} />}
      <DocumentReminders id={id} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { formatDay, formatEuros, formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { Fact } from '../settings/fact';
import { addPaymentWords } from './add-payment-words';
import { Allotments } from './allotments';
import { type PaymentDetail, paymentQuery } from './payment';
import { PaymentActions } from './payment-actions';
import { PaymentState } from './payment-state';
import { useMeansName } from './use-means-name';

addPaymentWords();

/** One payment: what it settles, what is left, and what can be done with it. */
export default function PaymentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const payment = useQuery(paymentQuery(id));
  const { kind, number } = payment.data ?? {};
  const title = kind ? `${t(`payments.kinds.${kind}`)} ${number}` : t('payments.title');
  return (
    <Page title={title} trail={[{ to: '/billing/payments', label: t('payments.title') }]}>
      {payment.isPending && <Loading />}
      {payment.isError && <ProblemAlert error={payment.error} retry={() => void payment.refetch()} />}
      {payment.data && (
        <>
          <PaymentActions payment={payment.data} isStale={payment.isFetching} />
          <Facts payment={payment.data} />
          <Allotments payment={payment.data} />
        </>
      )}
    </Page>
  );
}

function Facts({ payment }: { payment: PaymentDetail }) {
  const { t } = useTranslation();
  const nameOf = useMeansName();
  const { cents, leftCents, paidOn, bookedOn, means, organisationId, owner, payer, undoes, undoneBy } =
    payment;
  const other = undoes ?? undoneBy;
  return (
    <dl className="facts payments-facts">
      <Fact name={t('payments.amount')}>
        <span className="figures">{formatEuros(cents)}</span> <PaymentState payment={payment} />
      </Fact>
      {leftCents > 0 && <Fact name={t('payments.left')}>{formatEuros(leftCents)}</Fact>}
      <Fact name={t('payments.client')}>
        {organisationId ? (
          <Link to={`/settings/organisations/${organisationId}`} className="typed">
            {owner}
          </Link>
        ) : (
          <span className="typed">{owner}</span>
        )}
      </Fact>
      <Fact name={t('payments.payer')}>
        <span className="typed">{payer}</span>
      </Fact>
      <Fact name={t('payments.paidOn')}>{formatDay(paidOn)}</Fact>
      {bookedOn !== paidOn && <Fact name={t('payments.bookedOn')}>{formatDay(bookedOn)}</Fact>}
      <Fact name={t('payments.means')}>{nameOf(means)}</Fact>
      {(['reference', 'note', 'reason'] as const).map(
        (name) =>
          payment[name] !== null && (
            <Fact key={name} name={t(`payments.${name}`)}>
              <span className="typed">{payment[name]}</span>
            </Fact>
          ),
      )}
      {other && (
        <Fact name={t(undoes ? 'payments.undoes' : 'payments.undoneBy')}>
          <Link to={`/billing/payments/${other}`}>{t('payments.otherEntry')}</Link>
        </Fact>
      )}
      <Fact name={t('payments.writtenAt')}>{formatMoment(payment.at)}</Fact>
    </dl>
  );
}

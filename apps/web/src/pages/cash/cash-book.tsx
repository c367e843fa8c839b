import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog-button';
import { formatEuros, formatMoment } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import type { Book } from './book';
import { CountForm } from './count-form';

/** The day of a till, from its opening to its count. */
export function CashBook({ book }: { book: Book }) {
  const { t } = useTranslation();
  const [id, countId] = [useId(), useId()];
  const { openingCents, movements, expectedCents, count } = book;
  return (
    <>
      <section className="cash-card" aria-labelledby={id}>
        <h2 id={id}>{t('cash.movements')}</h2>
        <ul aria-label={t('cash.movements')}>
          <li>
            <span>{t('cash.opening')}</span>
            <b className="figures">{formatEuros(openingCents)}</b>
          </li>
          {movements.map(({ paymentId, number, payer, cents }) => (
            <li key={paymentId}>
              <span>
                <Link to={`/billing/payments/${paymentId}`}>{number}</Link>{' '}
                <span className="quiet typed">{payer}</span>
              </span>
              <span className="figures">{formatEuros(cents)}</span>
            </li>
          ))}
          <li data-main>
            <span>{t('cash.expected')}</span>
            <b className="figures">{formatEuros(expectedCents)}</b>
          </li>
        </ul>
        {movements.length === 0 && <p className="quiet">{t('cash.none')}</p>}
      </section>
      <section className="cash-card" aria-labelledby={countId}>
        <h2 id={countId}>{t('cash.count')}</h2>
        {count ? <Count count={count} /> : <p className="quiet">{t('cash.notCounted')}</p>}
        <div>
          <DialogButton
            variant={count ? 'default' : 'filled'}
            label={t(count ? 'cash.countAgain' : 'cash.countNow')}
          >
            {(close) => <CountForm book={book} onDone={close} />}
          </DialogButton>
        </div>
      </section>
    </>
  );
}

function Count({ count }: { count: NonNullable<Book['count']> }) {
  const { t } = useTranslation();
  const { countedCents, differenceCents, reason, by, at } = count;
  return (
    <>
      <p>
        <b className="figures">{formatEuros(countedCents)}</b>{' '}
        {differenceCents === 0 ? (
          <StateBadge tone="good">{t('cash.right')}</StateBadge>
        ) : (
          <StateBadge tone="bad">
            {t(differenceCents > 0 ? 'cash.tooMuch' : 'cash.missing', {
              amount: formatEuros(Math.abs(differenceCents)),
            })}
          </StateBadge>
        )}
      </p>
      {reason && <p className="typed">{reason}</p>}
      <p className="quiet typed">{t('cash.countedBy', { by, at: formatMoment(at) })}</p>
    </>
  );
}

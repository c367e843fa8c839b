import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { formatDay, formatEuros } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { addPaymentWords } from '../../payments/add-payment-words';
import { amountText } from '../../payments/allotting';
import { ForClient } from '../../payments/record-for-client';
import { RefundForm } from '../../payments/refund-form';
import { todayInParis } from '../today';
import './account.css';

addPaymentWords();

type Statement = Answer<'/api/v1/organisations/{id}/statement'>;
type Item = Statement['items'][number];

/** The statement starts with this year: older years are a press away. */
const thisYear = () => `${todayInParis().slice(0, 4)}-01-01`;

const pdfOf = (id: string, from: string | undefined): string =>
  `/api/v1/organisations/${id}/statement/pdf${from ? `?from=${from}` : ''}`;

/** The account of a client: documents and payments by day, with what the client owes after each. */
export function Account({ client }: { client: { readonly id: string; readonly name: string } }) {
  const { t } = useTranslation();
  const heading = useId();
  const [from, setFrom] = useState<string | undefined>(thisYear);
  const statement = useQuery({
    ...get('/api/v1/organisations/{id}/statement', {
      path: { id: client.id },
      query: { ...(from && { from }) },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <section className="account" aria-labelledby={heading}>
      <h2 id={heading}>{t('organisations.account.title')}</h2>
      {statement.isPending && <Loading />}
      {statement.isError && <ProblemAlert error={statement.error} retry={() => void statement.refetch()} />}
      {statement.data && (
        <>
          <Actions client={client} onAccountCents={statement.data.onAccountCents} />
          <p>
            {t('organisations.account.owes')}{' '}
            <b className="figures">{formatEuros(statement.data.closingCents)}</b>
          </p>
          <Lines statement={statement.data} />
          <div className="row">
            <a href={pdfOf(client.id, from)} target="_blank" rel="noreferrer">
              {t('organisations.account.pdf')}
            </a>
            {from && (
              <button type="button" className="link-button" onClick={() => setFrom(undefined)}>
                {t('organisations.account.all')}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

interface ActionsProps {
  readonly client: { readonly id: string; readonly name: string };
  readonly onAccountCents: number;
}

function Actions({ client, onAccountCents }: ActionsProps) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <DialogButton variant="filled" label={t('payments.record')} dialogSize="lg">
        {(close) => <ForClient client={client} onDone={close} />}
      </DialogButton>
      {onAccountCents > 0 && (
        <>
          <DialogButton label={t('payments.refund')} dialogSize="lg">
            {(close) => (
              <RefundForm
                organisationId={client.id}
                clientName={client.name}
                amount={amountText(onAccountCents)}
                onDone={close}
              />
            )}
          </DialogButton>
          <p className="quiet">
            {t('organisations.account.onAccount', { amount: formatEuros(onAccountCents) })}{' '}
            <Link to={`/billing/payments?client=${client.id}&unused=true`}>
              {t('organisations.account.toAllot')}
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

function Lines({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const { items, from, openingCents } = statement;
  if (items.length === 0 && openingCents === 0)
    return (
      <p className="quiet">{t(from ? 'organisations.account.noneInYear' : 'organisations.account.none')}</p>
    );
  return (
    <table className="table">
      <caption className="sr-only">{t('organisations.account.title')}</caption>
      <thead>
        <tr>
          <th>{t('organisations.account.day')}</th>
          <th>{t('organisations.account.what')}</th>
          <th data-figure>{t('organisations.account.amount')}</th>
          <th data-figure>{t('organisations.account.balance')}</th>
        </tr>
      </thead>
      <tbody>
        {from && (
          <tr>
            <td data-label={t('organisations.account.day')}>{formatDay(from)}</td>
            <td data-label={t('organisations.account.what')}>{t('organisations.account.before')}</td>
            <td />
            <td data-label={t('organisations.account.balance')} data-figure>
              {formatEuros(openingCents)}
            </td>
          </tr>
        )}
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a statement has no ids, and its lines never move
          <Line key={`${item.number} ${at}`} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { day, kind, number, title, documentId, paymentId, cents, balanceCents } = item;
  const to = documentId ? `/documents/${documentId}` : `/billing/payments/${paymentId}`;
  return (
    <tr>
      <td data-label={t('organisations.account.day')}>{formatDay(day)}</td>
      <td data-label={t('organisations.account.what')}>
        {t(`organisations.account.kinds.${kind}`)} <Link to={to}>{number}</Link>{' '}
        <span className="quiet typed">{title}</span>
      </td>
      <td data-label={t('organisations.account.amount')} data-figure>
        {formatEuros(cents)}
      </td>
      <td data-label={t('organisations.account.balance')} data-figure>
        {formatEuros(balanceCents)}
      </td>
    </tr>
  );
}

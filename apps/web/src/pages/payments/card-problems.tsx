import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';

const ADDRESS = '/api/v1/card-payments';
const MOST_SHOWN = 50;

type Card = Schemas['CardPayment'];

/** Card payments that are not in the books as they should be; nothing where there is none. */
export function CardProblems() {
  const { t } = useTranslation();
  const { data } = useQuery(get(ADDRESS, { query: { problems: 'true', limit: MOST_SHOWN } }));
  if (!data || data.total === 0) return null;
  return (
    <section className="payments-card" aria-labelledby="card-problems">
      <h2 id="card-problems">{t('payments.cards.title')}</h2>
      <p className="quiet">{t('payments.cards.intro')}</p>
      <ul aria-label={t('payments.cards.problemList')}>
        {data.items.map((card) => (
          <li key={card.id}>
            <span>
              <Facts card={card} />
            </span>
            <Resolve id={card.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ card: { cents, document, memberId, problem, told } }: { card: Card }) {
  const { t } = useTranslation();
  // Other currencies may have no hundredths.
  const amount =
    told?.currency === 'EUR' ? formatEuros(told.cents) : t('payments.cards.smallestUnits', { ...told });
  return (
    <>
      {document && <Link to={`/documents/${document.id}`}>{document.number}</Link>}
      {memberId && <Link to={`/member-accounts/${memberId}`}>{t('payments.cards.topUp')}</Link>}{' '}
      <span className="typed">{t('payments.cards.asked', { amount: formatEuros(cents) })}</span>
      {told && <span className="typed">, {t('payments.cards.told', { amount })}</span>}
      {problem && <small>{t(`payments.cards.problems.${problem}`, { code: told?.code ?? '' })}</small>}
      {told && <small className="typed">{told.providerId}</small>}
    </>
  );
}

function Resolve({ id }: { id: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id } };
  return (
    <DialogButton label={t('payments.cards.resolve')}>
      {(close) => (
        <Form
          initial={{ resolution: '' }}
          send={(body) => content(api.POST('/api/v1/card-payments/{id}/resolve', { params, body }))}
          touches={[ADDRESS]}
          onDone={() => {
            toast(t('payments.cards.resolved'));
            close();
          }}
          onCancel={close}
          submit={t('payments.cards.resolve')}
        >
          {({ field }) => (
            <TextInput
              {...field('resolution')}
              label={t('payments.cards.resolution')}
              required
              maxLength={300}
            />
          )}
        </Form>
      )}
    </DialogButton>
  );
}

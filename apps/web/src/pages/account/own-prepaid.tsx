import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { formatEuros } from '../../parts/format';
import { Section } from './section';

/** The balance of the person's prepaid account; nothing in a network without such accounts. */
export function OwnPrepaid() {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/me/account'));
  if (!data || (!data.isOn && data.reference === null)) return null;
  return (
    <Section id="prepaid" title={t('account.prepaid.title')}>
      <p>{t('account.prepaid.balance', { amount: formatEuros(data.balanceCents) })}</p>
      <Link to="/balance">{t('account.prepaid.open')}</Link>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { AccountsForm } from './accounts-form';
import { en, fr } from './words';
import './book-accounts.css';

addWords('book-accounts', { fr, en });

/** The accounts with which the books are exported. */
export default function BookAccountsPage() {
  const { t } = useTranslation();
  const accounts = useQuery({ ...get('/api/v1/settings/book-accounts'), staleTime: 0 });
  return (
    <SettingsFrame name="book-accounts">
      <p className="settings-intro">{t('book-accounts.intro')}</p>
      {accounts.isPending && <Loading />}
      {accounts.isError && <ProblemAlert error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data && <AccountsForm key={JSON.stringify(accounts.data)} accounts={accounts.data} />}
    </SettingsFrame>
  );
}

import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import { Sessions } from './sessions';
import { Tokens } from './tokens';

/** Through what one's own account is open, and the means to shut it. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')}>
      <Sessions />
      <Tokens />
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { Page } from '../../parts/page';
import { Sessions } from './sessions';
import { Tokens } from './tokens';
import { en, fr } from './words';

addWords('account', { fr, en });

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

import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { Page } from '../../parts/page';
import { OwnData } from './own-data';
import { OwnDetails, OwnLanguage } from './own-details';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';
import { en, fr } from './words';

addWords('account', { fr, en });

/** One's own account: how one is called, reached and signs in, where it is open, and all that is kept. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')}>
      <OwnDetails />
      <SignIn />
      <OwnLanguage />
      <Sessions />
      <Tokens />
      <OwnData />
    </Page>
  );
}

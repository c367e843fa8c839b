import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { Page } from '../../parts/page';
import { OwnBookings } from './bookings/own-bookings';
import { NoticeChoices } from './notice-choices';
import { OwnBilling } from './own-billing';
import { OwnData } from './own-data';
import { OwnDetails, OwnLanguage } from './own-details';
import { OwnPrepaid } from './own-prepaid';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { Tokens } from './tokens';
import { en, fr } from './words';

addWords('account', { fr, en });

/** The person's own account: name, contact, sign-in, open sessions, and their data. */
export default function AccountPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('account.title')}>
      <OwnDetails />
      <SignIn />
      <OwnLanguage />
      <NoticeChoices />
      <OwnPrepaid />
      <OwnBilling />
      <OwnBookings />
      <Sessions />
      <Tokens />
      <OwnData />
    </Page>
  );
}

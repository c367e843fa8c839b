import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { MailFailures } from './mail-failures';
import { MailServer } from './mail-server';
import { TestMail } from './test-mail';
import { en, fr } from './words';

addWords('mail', { fr, en });

/** Whether the service sends mail, by which server, and what was refused. */
export default function MailPage() {
  const { t } = useTranslation();
  const mail = useQuery({ ...get('/api/v1/mail'), staleTime: 0 });
  return (
    <SettingsFrame name="mail">
      {mail.isPending && <Loading />}
      {mail.isError && <ProblemAlert error={mail.error} retry={() => void mail.refetch()} />}
      {mail.data && !mail.data.server && (
        <Notice title={t('mail.off')}>
          <p>{t('mail.offCure')}</p>
        </Notice>
      )}
      {mail.data?.server && <TestMail />}
      {mail.data && <MailServer mail={mail.data} />}
      {mail.data && (
        <SettingsSection title={t('mail.failures.title')}>
          <MailFailures failures={mail.data.failures} />
        </SettingsSection>
      )}
    </SettingsFrame>
  );
}

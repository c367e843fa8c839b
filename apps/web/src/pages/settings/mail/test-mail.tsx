import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsSection } from '../settings-section';

/** Sends a test mail to oneself, and says what the mail server answered. */
export function TestMail() {
  const { t } = useTranslation();
  const test = useChange(() => content(api.POST('/api/v1/mail/test')), ['/api/v1/mail']);
  return (
    <SettingsSection title={t('mail.test.title')}>
      <p>{t('mail.test.about')}</p>
      <div>
        <Button className="touch" loading={test.isPending} onClick={() => test.mutate()}>
          {t('mail.test.send')}
        </Button>
      </div>
      {test.isError && <ProblemAlert error={test.error} />}
      {test.data && <Outcome result={test.data} />}
    </SettingsSection>
  );
}

function Outcome({ result }: { result: Schemas['TestMail'] }) {
  const { t } = useTranslation();
  const { address, state, answer } = result;
  const said = answer && <p className="typed">{t('mail.test.answer', { answer })}</p>;
  if (state === 'sent')
    return (
      <div className="settings-good" role="status">
        <p className="typed">
          <b>✓ {t('mail.test.sent', { address })}</b>
        </p>
        <p>{t('mail.test.sentCure')}</p>
      </div>
    );
  return (
    <Notice
      tone={state === 'failed' ? 'bad' : 'warn'}
      role={state === 'failed' ? 'alert' : 'status'}
      title={t(`mail.test.${state}`, { address })}
    >
      {said}
      <p>{t(`mail.test.${state}Cure`)}</p>
    </Notice>
  );
}

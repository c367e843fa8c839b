import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Fact } from '../fact';
import { SettingsSection } from '../settings-section';

const EXAMPLE = 'SMTP_URL=smtp://fablab:…@mail.example.org:587\nMAIL_FROM=PandaFab <fablab@example.org>';

/** The mail server that the service was started with. */
export function MailServer({ mail }: { mail: Schemas['MailStatus'] }) {
  const { t } = useTranslation();
  const { server, retryHours, waiting } = mail;
  return (
    <SettingsSection title={t('mail.settings')}>
      <p className="quiet">{t('mail.settingsAbout')}</p>
      {server ? (
        <dl className="facts">
          <Fact name={t('mail.server')}>
            <span className="typed">
              {server.port === null ? server.host : `${server.host}:${server.port}`}
            </span>
          </Fact>
          <Fact name={t('mail.from')}>
            <span className="typed">{server.from}</span>
          </Fact>
          <Fact name={t('mail.connection')}>
            {[
              t(server.encrypted ? 'mail.encrypted' : 'mail.upgraded'),
              t(server.signsIn ? 'mail.signsIn' : 'mail.noSignIn'),
            ].join(', ')}
          </Fact>
          <Fact name={t('mail.retry')}>{t('mail.retryFor', { count: retryHours })}</Fact>
          <Fact name={t('mail.waiting')}>{t('mail.waitingCount', { count: waiting })}</Fact>
        </dl>
      ) : (
        <div>
          <p>{t('mail.exampleUrl')}</p>
          <Code block className="wrapped">
            {EXAMPLE}
          </Code>
        </div>
      )}
    </SettingsSection>
  );
}

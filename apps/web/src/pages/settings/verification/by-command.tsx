import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../parts/copy-field';
import { SettingsSection } from '../settings-section';

const COMMAND = 'pandafab-server verify';

/** How the same is verified without this page, on the computer that runs the service. */
export function ByCommand() {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('verification.command.title')}>
      <p>{t('verification.command.about')}</p>
      <CopyField label={t('verification.command.label')} text={COMMAND} />
      <p className="quiet">{t('verification.command.options')}</p>
    </SettingsSection>
  );
}

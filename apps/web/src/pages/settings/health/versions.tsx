import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatMoment } from '../../../parts/format';
import { Fact } from '../fact';
import { SettingsSection } from '../settings-section';

/** Which versions run, of the service and on the computers of the labs. */
export function Versions({ service }: { service: Schemas['ServiceState'] }) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('health.versions')}>
      <dl className="facts">
        <Fact name={t('health.version')}>{service.version ?? t('common.unknown')}</Fact>
        <Fact name={t('health.node')}>{service.nodeVersion}</Fact>
        <Fact name={t('health.started')}>{formatMoment(service.startedAt)}</Fact>
        {service.computers.map(({ labId, labName, version }) => (
          <Fact key={labId} name={t('health.computer', { lab: labName })}>
            {version ?? t('common.unknown')}
          </Fact>
        ))}
      </dl>
    </SettingsSection>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { maintenanceQuery } from '../queries';
import { Section } from '../section';
import { MaintenanceLog } from './maintenance-log';
import { MaintenanceWindows } from './maintenance-windows';
import { ServiceRules } from './service-rules';

/** When people work on the machine, what they did, and which service is due. */
export function Maintenance({ machineId }: { machineId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(maintenanceQuery(machineId));
  return (
    <Section title={t('times.maintenance.title')}>
      {error && <ProblemAlert error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p>{t('times.maintenance.hours', { hours: formatNumber(data.hoursRun, 1) })}</p>
          {data.rules.some(({ isDue }) => isDue) && <Notice title={t('times.maintenance.due')} />}
          <div className="machine-columns">
            <MaintenanceWindows machineId={machineId} windows={data.windows} />
            <ServiceRules machineId={machineId} rules={data.rules} />
            <MaintenanceLog machineId={machineId} entries={data.entries} rules={data.rules} />
          </div>
        </>
      )}
    </Section>
  );
}

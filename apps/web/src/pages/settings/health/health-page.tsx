import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { formatTime } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { CheckList } from './check-list';
import { checksOf } from './checks';
import { readyQuery } from './ready-query';
import { Versions } from './versions';
import { en, fr } from './words';
import './health.css';

addWords('health', { fr, en });

const LOOK_AGAIN_MS = 15_000;

/** How the service is, in sentences with what helps. */
export default function HealthPage() {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const ready = useQuery(readyQuery);
  const service = useQuery({ ...get('/api/v1/service'), refetchInterval: LOOK_AGAIN_MS });
  const isLoading = ready.isPending || service.isPending;
  return (
    <SettingsFrame name="health">
      {isLoading && <Loading />}
      {ready.isError && <ProblemAlert error={ready.error} retry={() => void ready.refetch()} />}
      {service.isError && <ProblemAlert error={service.error} retry={() => void service.refetch()} />}
      {ready.data && !isLoading && (
        <>
          <Status status={ready.data.status} />
          <SettingsSection title={t('health.parts')}>
            <CheckList checks={checksOf(ready.data, service.data, sendsMail)} />
            <p className="quiet">{t('health.looked', { time: formatTime(ready.dataUpdatedAt) })}</p>
          </SettingsSection>
        </>
      )}
      {service.data && <Versions service={service.data} />}
    </SettingsFrame>
  );
}

function Status({ status }: { status: 'ok' | 'degraded' | 'down' }) {
  const { t } = useTranslation();
  if (status !== 'ok')
    return (
      <Notice tone={status === 'down' ? 'bad' : 'warn'} role="status" title={t(`health.status.${status}`)} />
    );
  return (
    <p className="settings-good" role="status">
      <b>✓ {t('health.status.ok')}</b>
    </p>
  );
}

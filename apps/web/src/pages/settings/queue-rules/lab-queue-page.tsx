import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../../api/get';
import { labsQuery } from '../../../api/queries';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { WeightsForm } from './weights-form';

/** The queue rules of one lab, and what others would change today. */
export function LabQueuePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const labs = useQuery(labsQuery);
  const rules = useQuery(get('/api/v1/labs/{id}/queue-weights', { path: { id } }));
  const lab = labs.data?.find((each) => each.id === id);
  return (
    <SettingsFrame name="queue-rules" of={lab?.name ?? t('settings.pages.queue-rules.title')}>
      {rules.isPending && <Loading />}
      {rules.isError && <ProblemAlert error={rules.error} retry={() => void rules.refetch()} />}
      {rules.data && <WeightsForm key={id} labId={id} weights={rules.data.weights} />}
    </SettingsFrame>
  );
}

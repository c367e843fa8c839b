import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../../api/get';
import { labsQuery } from '../../../api/queries';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { LearntBeds } from './learnt-beds';
import { LearntPrints } from './learnt-prints';
import { Starts } from './starts';

/** How right the expected hours of one lab were. */
export function LabAccuracyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const labs = useQuery(labsQuery);
  const { data, error, isPending, isError, refetch } = useQuery(
    get('/api/v1/labs/{id}/forecast-accuracy', { path: { id } }),
  );
  const lab = labs.data?.find((each) => each.id === id);
  return (
    <SettingsFrame name="accuracy" of={lab?.name ?? t('settings.pages.accuracy.title')}>
      {isPending && <Loading />}
      {isError && <ProblemAlert error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <Starts starts={data.starts} weeks={data.weeks} />
          <LearntPrints labId={id} printTimes={data.printTimes} />
          <LearntBeds clearing={data.clearing} />
        </>
      )}
    </SettingsFrame>
  );
}

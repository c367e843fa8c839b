import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { ConsoleLines } from './console-lines';
import { labJobsQuery, tailQuery } from './queries';
import { endedOn } from './runs-on';

interface Props {
  readonly machineId: string;
  readonly labId: string;
  readonly liveJobs: readonly Job[];
}

/** The end of the last transcript. A lab sends it when a run ends: a run in progress has none yet. */
export function ConsoleTail({ machineId, labId, liveJobs }: Props) {
  const { t } = useTranslation();
  const jobs = useQuery(labJobsQuery(labId));
  const runIds = jobs.data && endedOn(machineId, liveJobs, jobs.data);
  const tail = useQuery({ ...tailQuery(runIds ?? []), enabled: runIds !== undefined });
  const { data } = tail;
  const error = jobs.error ?? tail.error;
  const again = () => (jobs.data ? tail.refetch() : jobs.refetch());
  return (
    <>
      {data === null && <p>{t('machine.console.none')}</p>}
      {data === undefined && !error && <Loading />}
      {data && data.left > 0 && <p className="quiet">{t('machine.console.left', { count: data.left })}</p>}
      {data && <ConsoleLines lines={data.lines} />}
      {error && <ProblemAlert error={error} />}
      <Button size="md" variant="default" loading={jobs.isFetching || tail.isFetching} onClick={again}>
        {t('machine.console.refresh')}
      </Button>
    </>
  );
}

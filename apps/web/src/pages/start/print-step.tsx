import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { useLab } from '../../frame/lab-choice';
import { ProblemAlert } from '../../parts/problem-alert';
import { Need } from './need';
import './other-pages';
import { printSample, SAMPLE_NAME } from './sample';
import { SamplePrint } from './sample-print';

const LOOK_AGAIN_MS = 1_500;
/** The sample is among the latest jobs of a new service. */
const JOBS_LOOKED_AT = 10;

/** The first print: a small part of ours, or a file of one's own. */
export function PrintStep() {
  const { lab } = useLab();
  return lab ? <FirstPrint key={lab.id} labId={lab.id} /> : <Need step="lab" />;
}

function FirstPrint({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const jobs = useQuery({
    ...get('/api/v1/jobs', { query: { labId, limit: JOBS_LOOKED_AT } }),
    refetchInterval: LOOK_AGAIN_MS,
  });
  const print = useChange(() => printSample(labId), ['/api/v1/jobs']);
  const job = jobs.data?.items.find(({ fileName }) => fileName === SAMPLE_NAME);
  const isUnderWay = job && ['analysing', 'queued', 'running'].includes(job.state);
  return (
    <>
      {job && <SamplePrint jobId={job.id} />}
      {!isUnderWay && (
        <div className="start-row">
          <Button className="touch" loading={print.isPending} onClick={() => print.mutate()}>
            {t(job ? 'start.print.again' : 'start.print.sample')}
          </Button>
          <Button component={Link} to="/submit" variant="default" className="touch">
            {t('start.print.own')}
          </Button>
        </div>
      )}
      {print.isError && <ProblemAlert error={print.error} />}
      {jobs.isError && <ProblemAlert error={jobs.error} retry={() => void jobs.refetch()} />}
    </>
  );
}

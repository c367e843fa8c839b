import './jobs.css';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Job } from '../../api/queries';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import * as file from '../../parts/file/words';
import { Loading } from '../../parts/loading';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { JobHands } from '../queue/job-hands';
import { ArrivalNotes } from './arrival-notes';
import { ChoicesSection } from './choices/choices-section';
import { CopiesSection } from './choices/copies-section';
import { CostSection } from './cost-section';
import { FiguresSection } from './figures-section';
import { FindingsSection } from './findings-section';
import { HistorySection } from './history-section';
import { JobActions } from './job-actions';
import { JobHead } from './job-head';
import { isLost, LostNote } from './lost-note';
import { MachinesSection } from './machines-section';
import { MaterialSection } from './material-section';
import { ProgressSection } from './progress-section';
import { jobQuery } from './queries';
import { RunsSection } from './runs-section';
import { WhySection } from './why/why-section';
import { en, fr } from './words';

addWords('jobs', { fr, en });
addWords('file', file);

/** One job, from its file to its cost. The current state comes first. */
export default function JobPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { id = '' } = useParams();
  const answer = useQuery(jobQuery(id));
  const { data: job, error } = answer;
  if (error && !job)
    return (
      <Page title={t('jobs.mine')}>
        <ProblemAlert error={error} retry={() => answer.refetch()} />
      </Page>
    );
  if (!job) return <Loading />;
  const trail =
    job.memberId === me.member.id
      ? { to: '/jobs', label: t('nav.jobs') }
      : { to: '/lab-jobs', label: t('nav.labJobs') };
  return (
    <div className="job-page">
      <Page title={job.fileName} trail={[trail]}>
        <LostNote answer={answer} />
        <ArrivalNotes />
        <JobHead job={job} />
        <Refusal job={job} />
        <JobActions key={job.id} job={job} />
        <Stack gap="md">
          <JobHands job={job} />
          <ProgressSection job={job} isLost={isLost(answer)} />
          <ChoicesSection key={`choices-${job.id}`} job={job} />
          <CopiesSection job={job} />
          <MaterialSection job={job} />
          <MachinesSection job={job} />
          <WhySection key={job.id} job={job} />
          <FiguresSection job={job} />
          <FindingsSection job={job} />
          <CostSection job={job} />
          <RunsSection job={job} />
          <HistorySection job={job} />
        </Stack>
      </Page>
    </div>
  );
}

/** Why no machine can print the file, and what to do. */
function Refusal({ job: { refusal } }: { job: Job }) {
  if (!refusal) return null;
  return (
    <Notice tone="bad" title={refusal.what}>
      <Text size="sm">{refusal.cure}</Text>
    </Notice>
  );
}

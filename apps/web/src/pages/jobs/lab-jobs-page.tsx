import './jobs.css';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import * as file from '../../parts/file/words';
import { Page } from '../../parts/page';
import { WantedChanges } from '../../parts/wanted-changes/wanted-changes';
import { JobList } from './job-list';
import { JobTable } from './job-table';
import type { JobState } from './queries';
import { StateFilter, useFilter } from './state-filter';
import { useJobPage } from './use-job-page';
import { useJobs } from './use-jobs';
import { en, fr } from './words';

addWords('jobs', { fr, en });
addWords('file', file);

const FIRST = ['now', 'all'] as const;

/** High enough to show nearly every queue completely. */
const MANY = 100;

/** The jobs of the lab: first those that wait, run or need a decision; the complete list on demand. */
export default function LabJobsPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  const [filter, choose] = useFilter('now');
  if (!lab)
    return (
      <Page title={t('nav.labJobs')}>
        <NoLab />
      </Page>
    );
  return (
    <Page title={t('jobs.lab', { lab: lab.name })}>
      {filter === 'now' ? (
        <>
          <StateFilter filter={filter} choose={choose} first={FIRST} />
          <Now labId={lab.id} />
        </>
      ) : (
        <Filtered labId={lab.id} filter={filter} />
      )}
    </Page>
  );
}

function Now({ labId }: { labId: string }) {
  const me = useMe();
  return (
    <Stack gap="lg">
      {holdsIn(me, labId, ...LAB_STAFF) && <WantedChanges labId={labId} />}
      <Section labId={labId} state="queued" title="queue" />
      <Section labId={labId} state="running" title="onMachines" />
      <Section labId={labId} state="stopped" title="toDecide" />
    </Stack>
  );
}

interface SectionProps {
  readonly labId: string;
  readonly state: JobState;
  readonly title: 'queue' | 'onMachines' | 'toDecide';
}

function Section({ labId, state, title }: SectionProps) {
  const { t } = useTranslation();
  const found = useJobs({ labId, state, ...(state === 'queued' && { order: 'queue' }) }, MANY);
  const heading = t(`jobs.${title}`, { count: found.total });
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {heading}
      </Title>
      <JobList found={found} label={heading} empty={<Text>{t('jobs.quiet')}</Text>} />
      {state === 'queued' && (
        <Anchor component={Link} to="/queue" className="tall-link">
          {t('jobs.wholeQueue')}
        </Anchor>
      )}
    </section>
  );
}

function Filtered({ labId, filter }: { labId: string; filter: JobState | 'all' }) {
  const { t } = useTranslation();
  const found = useJobPage({ labId, ...(filter !== 'all' && { state: filter }) });
  const empty = <Empty title={t(filter === 'all' ? 'jobs.emptyLab' : 'jobs.emptyFilter')} />;
  return <JobTable found={found} whose="labs" first={FIRST} empty={empty} />;
}

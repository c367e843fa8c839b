import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { JobItem } from './job-item';
import { LostNote } from './lost-note';
import type { useJobs } from './use-jobs';

interface Props {
  readonly found: ReturnType<typeof useJobs>;
  readonly label: string;
  /** Shown when the list is empty. */
  readonly empty: ReactNode;
}

/** Jobs of the lab in their order, such as its queue. */
export function JobList({ found: { answer, jobs, total }, label, empty }: Props) {
  const { t } = useTranslation();
  const { error, isPending, hasNextPage, isFetchingNextPage, isFetchNextPageError } = answer;
  if (isPending) return <Loading />;
  if (error && !answer.data) return <ProblemAlert error={error} retry={() => answer.refetch()} />;
  if (jobs.length === 0)
    return (
      <>
        <LostNote answer={answer} />
        {empty}
      </>
    );
  return (
    <Stack gap="sm">
      <LostNote answer={answer} />
      <ul className="jobs" aria-label={label}>
        {jobs.map((job) => (
          <JobItem key={job.id} job={job} />
        ))}
      </ul>
      {isFetchNextPageError && <ProblemAlert error={error} />}
      <Group justify="space-between">
        <Text size="sm" role="status">
          {jobs.length < total && t('jobs.shown', { shown: jobs.length, total })}
        </Text>
        {hasNextPage && (
          <Button
            variant="default"
            size="md"
            loading={isFetchingNextPage}
            onClick={() => answer.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

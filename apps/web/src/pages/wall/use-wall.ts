import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { JOBS_WATCHED, type LabPicture } from '../../api/live';
import type { Job } from '../../api/queries';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { runningQuery, spoolsQuery } from './queries';
import { isAtWork, queueOf, workByMachine } from './state';

const NO_JOBS: readonly Job[] = [];

/**
 * What the cards need beside their machines. Where a machine works on a job that is older than those in the live
 * picture, the running ones are asked for as well.
 */
export function useWall(picture: LabPicture, isStaff: boolean) {
  const { lab, machines, jobs } = picture;
  const spools = useQuery({ ...spoolsQuery(lab.id), enabled: isStaff });
  const live = useMemo(() => workByMachine(jobs), [jobs]);
  const isShort =
    jobs.length >= JOBS_WATCHED && machines.some((each) => isAtWork(each) && !live.has(each.id));
  const running = useQuery({ ...runningQuery(lab.id), enabled: isShort });
  const older = isShort ? (running.data ?? NO_JOBS) : NO_JOBS;
  const work = useMemo(() => new Map([...workByMachine(older), ...live]), [older, live]);
  const waitingCount = useMemo(() => queueOf(jobs).length, [jobs]);
  return { spools: spools.data, spoolsError: spools.error, work, waitingCount };
}

/** How many jobs wait, of those that this person is shown: one's own, or the lab's as far back as the picture goes. */
export function useQueueWords({ lab, jobs }: LabPicture, count: number): string {
  const { t } = useTranslation();
  const seesAll = holdsIn(useMe(), lab.id, 'manager', 'billing', 'administrator');
  if (count === 0) return '';
  if (!seesAll) return t('wall.waitingOfYours', { count });
  return t(jobs.length < JOBS_WATCHED ? 'wall.waiting' : 'wall.waitingAmong', { count, most: JOBS_WATCHED });
}

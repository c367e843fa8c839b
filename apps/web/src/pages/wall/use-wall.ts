import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { JOBS_WATCHED, type LabPicture } from '../../api/live';
import type { Job } from '../../api/queries';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { runningQuery, spoolsByIdQuery, waitingQuery } from './queries';
import { isAtWork, queueOf, workByMachine } from './state';

const NO_JOBS: readonly Job[] = [];

/**
 * The data that the wall needs in addition to its machines. Jobs that are too old for the live state are fetched as
 * well: those on machines, and the number of those that wait.
 */
export function useWall(picture: LabPicture, isStaff: boolean) {
  const { lab, machines, jobs } = picture;
  const spools = useQuery({ ...spoolsByIdQuery(lab.id), enabled: isStaff });
  const live = useMemo(() => workByMachine(jobs), [jobs]);
  const isShort =
    jobs.length >= JOBS_WATCHED && machines.some((each) => isAtWork(each) && !live.has(each.id));
  const running = useQuery({ ...runningQuery(lab.id), enabled: isShort });
  const older = isShort ? (running.data ?? NO_JOBS) : NO_JOBS;
  const work = useMemo(() => new Map([...workByMachine(older), ...live]), [older, live]);
  const waitingHere = useMemo(() => queueOf(jobs).length, [jobs]);
  const waiting = useQuery({ ...waitingQuery(lab.id), enabled: jobs.length >= JOBS_WATCHED });
  const waitingCount = Math.max(waitingHere, waiting.data ?? 0);
  return { spools: spools.data, spoolsError: spools.error, work, waitingCount };
}

/** The number of waiting jobs that this person sees: their own, or the lab's. */
export function useQueueWords({ lab }: LabPicture, count: number): string {
  const { t } = useTranslation();
  const seesAll = holdsIn(useMe(), lab.id, 'manager', 'billing', 'administrator');
  if (count === 0) return '';
  return t(seesAll ? 'wall.waiting' : 'wall.waitingOfYours', { count });
}

import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/get';
import type { Job } from '../../api/queries';
import type { Line } from './billing';

/** More prints than this have no picture on the page of a prestation. */
const MOST = 200;

/** The job that a line charges; undefined for a line written by hand, and while the jobs are unknown. */
export function useJobOfLine(prestationId: string, lines: readonly Line[]): (line: Line) => Job | undefined {
  const hasPrints = lines.some(({ kind }) => kind === 'print');
  const query = { prestationId, limit: MOST };
  const usage = useQuery({ ...get('/api/v1/usage-records', { query }), enabled: hasPrints });
  const jobs = useQuery({ ...get('/api/v1/jobs', { query }), enabled: hasPrints });
  return ({ usageRecordId }) => {
    const jobId = usage.data?.items.find(({ id }) => id === usageRecordId)?.jobId;
    return jobs.data?.items.find(({ id }) => id === jobId);
  };
}

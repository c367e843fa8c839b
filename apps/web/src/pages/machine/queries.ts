import { queryOptions } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { type Answer, get, keyOf, keyOfEach } from '../../api/get';
import { unless } from '../../api/problem';
import type { Touched } from '../../api/touched';
import { PATIENCE, type Told } from './console-state';

export const machineQuery = (id: string) => get('/api/v1/machines/{id}', { path: { id } });

/** The past of a machine, for lab staff. */
export const eventsQuery = (id: string) => ({
  ...get('/api/v1/machines/{id}/events', { path: { id } }),
  refetchInterval: 30_000,
});
export const changesQuery = (id: string) => get('/api/v1/machines/{id}/changes', { path: { id } });
export const allowancesQuery = (id: string) => get('/api/v1/machines/{id}/allowances', { path: { id } });

const itemsOf = ({ items }: Answer<'/api/v1/jobs'>) => items;

/** The lab's newest jobs with their runs: more than the live state holds. */
export const labJobsQuery = (labId: string) =>
  queryOptions({ ...get('/api/v1/jobs', { query: { labId, limit: 200 } }), select: itemsOf });

const EVERY_MS = 1_000;
/** So many empty answers are accepted after lines have arrived: the agent or its connection may be restarting. */
const LONG_PATIENCE = 60;
/** The interval for an agent that sends nothing: a newer agent may have replaced it by then. */
const SELDOM_MS = 30_000;
/** A short time-out: a request that hangs takes a connection from the others. */
const CONSOLE_ANSWER_MS = 4_000;

/**
 * The lines exchanged with the machine, while the page is open: the lab sends them as long as they are requested. Not a
 * second event stream: a browser has six connections to a server, and the emergency stop must find a free one.
 */
export const consoleQuery = (id: string) => {
  const params = { path: { id } };
  const queryKey = keyOf('/api/v1/machines/{id}/console', params);
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal: left }): Promise<Told> => {
      const signal = AbortSignal.any([left, AbortSignal.timeout(CONSOLE_ANSWER_MS)]);
      const { lines } = await content(api.GET('/api/v1/machines/{id}/console', { params, signal }));
      const before = client.getQueryData<Told>(queryKey);
      if (lines) return { lines, emptyAnswers: 0 };
      return { lines: before?.lines ?? null, emptyAnswers: (before?.emptyAnswers ?? 0) + 1 };
    },
    refetchInterval: ({ state: { data } }) =>
      (data?.emptyAnswers ?? 0) >= (data?.lines ? LONG_PATIENCE : PATIENCE) ? SELDOM_MS : EVERY_MS,
    // The next request follows in a second; a failure is shown immediately.
    retry: false,
    gcTime: 0,
  });
};

export interface Tail {
  readonly runId: string;
  readonly lines: readonly string[];
  /** The number of older lines that are not shown. */
  readonly left: number;
}
const LINES_SHOWN = 300;
/** The number of runs that are searched for a transcript. */
const RUNS_TRIED = 5;

/** The end of the newest transcript among these runs; null where none of them has one. */
export const tailQuery = (runIds: readonly string[]) => {
  const tried = runIds.slice(0, RUNS_TRIED);
  return queryOptions({
    queryKey: keyOfEach(
      '/api/v1/runs/{id}/transcript',
      tried.map((id) => ({ path: { id } })),
    ),
    queryFn: async (): Promise<Tail | null> => {
      for (const runId of tried) {
        const text = await unless('JOB.NO_TRANSCRIPT', transcriptOf(runId));
        if (text === null) continue;
        const lines = text.trimEnd().split('\n');
        return { runId, lines: lines.slice(-LINES_SHOWN), left: Math.max(0, lines.length - LINES_SHOWN) };
      }
      return null;
    },
  });
};

const transcriptOf = (id: string) =>
  content(api.GET('/api/v1/runs/{id}/transcript', { params: { path: { id } }, parseAs: 'text' }));

export const maintenanceQuery = (id: string) => get('/api/v1/machines/{id}/maintenance', { path: { id } });

/** What a change of the maintenance makes stale. */
export const maintenanceTouches = (id: string): readonly Touched[] => [['/api/v1/machines/{id}', { id }]];

/** What a booking makes stale. */
export const bookingTouches = (id: string): readonly Touched[] => [
  ['/api/v1/machines/{id}', { id }],
  '/api/v1/me/bookings',
];

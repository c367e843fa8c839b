import { queryOptions } from '@tanstack/react-query';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { PATIENCE, type Told } from './console-state';

export const machineQuery = (id: string) =>
  queryOptions({
    queryKey: ['machine', id],
    queryFn: () => content(api.GET('/api/v1/machines/{id}', { params: { path: { id } } })),
  });

/** What lab staff read of a machine's past, each with the page it is asked for. */
export const eventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['machine', id, 'events'],
    queryFn: () => content(api.GET('/api/v1/machines/{id}/events', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });
export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['machine', id, 'changes'],
    queryFn: () => content(api.GET('/api/v1/machines/{id}/changes', { params: { path: { id } } })),
  });
export const allowancesQuery = (id: string) =>
  queryOptions({
    queryKey: ['machine', id, 'allowances'],
    queryFn: () => content(api.GET('/api/v1/machines/{id}/allowances', { params: { path: { id } } })),
  });

/** The lab's newest jobs with their runs: more of them than the live picture has. */
export const labJobsQuery = (labId: string) =>
  queryOptions({
    queryKey: ['jobs', labId, 'newest-200'],
    queryFn: async () => {
      const query = { labId, limit: 200 };
      return (await content(api.GET('/api/v1/jobs', { params: { query } }))).items;
    },
  });

const EVERY_MS = 1_000;
/** So many empty answers after lines have come: the agent begins anew, or its line does. */
const LONG_PATIENCE = 60;
/** Of an agent that tells nothing: it may be another by then. */
const SELDOM_MS = 30_000;
/** Answered at once or not at all: a question that hangs keeps a connection from others. */
const CONSOLE_ANSWER_MS = 4_000;

/**
 * What is said on the machine's line, while the page is looked at: the lab tells it as long as it is asked for. Not a
 * second stream of events: a browser has six connections to a server, and the emergency stop must find one.
 */
export const consoleQuery = (id: string) => {
  const queryKey = ['machine', id, 'console'];
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal: left }): Promise<Told> => {
      const signal = AbortSignal.any([left, AbortSignal.timeout(CONSOLE_ANSWER_MS)]);
      const params = { path: { id } };
      const { lines } = await content(api.GET('/api/v1/machines/{id}/console', { params, signal }));
      const before = client.getQueryData<Told>(queryKey);
      if (lines) return { lines, emptyAnswers: 0 };
      return { lines: before?.lines ?? null, emptyAnswers: (before?.emptyAnswers ?? 0) + 1 };
    },
    refetchInterval: ({ state: { data } }) =>
      (data?.emptyAnswers ?? 0) >= (data?.lines ? LONG_PATIENCE : PATIENCE) ? SELDOM_MS : EVERY_MS,
    // It is asked again in a second; what failed is said at once.
    retry: false,
    gcTime: 0,
  });
};

export interface Tail {
  readonly runId: string;
  readonly lines: readonly string[];
  /** How many came before those shown. */
  readonly left: number;
}
const LINES_SHOWN = 300;
/** As far back as a transcript is looked for. */
const RUNS_TRIED = 5;

/** The end of the newest transcript among these runs; null where none of them has one. */
export const tailQuery = (machineId: string, runIds: readonly string[]) => {
  const tried = runIds.slice(0, RUNS_TRIED);
  return queryOptions({
    queryKey: ['transcript', machineId, ...tried],
    queryFn: async (): Promise<Tail | null> => {
      for (const runId of tried) {
        const text = await transcriptOf(runId);
        if (text === undefined) continue;
        const lines = text.trimEnd().split('\n');
        return { runId, lines: lines.slice(-LINES_SHOWN), left: Math.max(0, lines.length - LINES_SHOWN) };
      }
      return null;
    },
  });
};

async function transcriptOf(id: string): Promise<string | undefined> {
  const params = { path: { id } };
  try {
    const answer = api.GET('/api/v1/runs/{id}/transcript', { params, parseAs: 'text' });
    return (await content<unknown>(answer)) as string;
  } catch (error) {
    if (error instanceof Problem && error.code === 'JOB.NO_TRANSCRIPT') return undefined;
    throw error;
  }
}

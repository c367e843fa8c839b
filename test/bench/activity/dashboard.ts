import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import { usedSeconds } from '../process-use';
import type { Filled } from './city';

const MOST_MS = 300;

/** The dashboard of the period that runs: of the network and of each lab in turn, one request after the other. */
export async function measureDashboard(
  foundations: Foundations,
  { labIds }: Filled,
  { database, requests, isWhole }: { database: string; requests: number; isWhole: boolean },
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const pid = foundations.servers[0]?.pid ?? 0;
  const paths = ['', ...labIds.map((id) => `?labId=${id}`)].map(
    (query) => `/api/v1/activity/dashboard${query}`,
  );
  const times: number[] = [];
  const usedBefore = usedSeconds(pid);
  let usedByFirst = 0;
  for (let at = 0; at < requests; at++) {
    if (at === paths.length) usedByFirst = usedSeconds(pid) - usedBefore;
    const begun = performance.now();
    await expectStatus(client.get(paths[at % paths.length] ?? ''), 200);
    times.push(performance.now() - begun);
  }
  const scenario = `${database}, dashboard`;
  const most = isWhole ? { most: MOST_MS } : {};
  return [
    { scenario, name: 'half of the requests', value: percentile(times, 0.5), unit: 'ms' },
    { scenario, name: `${requests} requests, 99 %`, value: percentile(times, 0.99), unit: 'ms', ...most },
    { scenario, name: 'the slowest', value: Math.max(...times), unit: 'ms' },
    {
      scenario,
      name: 'CPU of the server for a first one',
      value: (usedByFirst * 1000) / paths.length,
      unit: 'ms',
    },
  ];
}

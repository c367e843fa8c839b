import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import type { Filled } from './city';

const MOST_MS = 300;

/** The dashboard of the period that runs: of the network and of each lab in turn, one request after the other. */
export async function measureDashboard(
  foundations: Foundations,
  { labIds }: Filled,
  { database, requests, isWhole }: { database: string; requests: number; isWhole: boolean },
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const paths = ['', ...labIds.map((id) => `?labId=${id}`)].map(
    (query) => `/api/v1/activity/dashboard${query}`,
  );
  const times: number[] = [];
  for (let at = 0; at < requests; at++) {
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
  ];
}

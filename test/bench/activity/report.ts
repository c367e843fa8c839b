import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import type { Figure } from '../fleet/figures';
import { residentMb, usedSeconds } from '../process-use';
import type { Filled } from './city';

const MOST_SECONDS = 5;
const MOST_MB = 300;
const LOOK_EVERY_MS = 20;

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly grownMb: number;
}

/** Time and processor time of a request, and the most by which the server's process grew meanwhile. */
async function measured(pid: number, work: () => Promise<unknown>): Promise<Measured> {
  const before = residentMb(pid);
  const used = usedSeconds(pid);
  let most = before;
  const look = () => {
    most = Math.max(most, residentMb(pid));
  };
  const watch = setInterval(look, LOOK_EVERY_MS);
  const begun = performance.now();
  await work().finally(() => clearInterval(watch));
  const seconds = (performance.now() - begun) / 1_000;
  look();
  return { seconds, cpuSeconds: usedSeconds(pid) - used, grownMb: most - before };
}

/** The report of a half-year as staff open it, for the network and for its largest lab. */
export async function measureReports(
  foundations: Foundations,
  { conventionId, labIds }: Filled,
  { database, period, isWhole }: { database: string; period: string; isWhole: boolean },
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const pid = foundations.servers[0]?.pid ?? 0;
  const figures: Figure[] = [];
  for (const [name, labId] of [
    ['network', null],
    ['lab', labIds[0] ?? null],
  ] as const) {
    let id = '';
    const begun = await measured(pid, async () => {
      id = (await foundations.make<{ id: string }>('/reports', { conventionId, labId, period })).id;
    });
    const opened = await measured(pid, () => expectStatus(client.get(`/api/v1/reports/${id}`), 200));
    const paper = await measured(pid, () => expectStatus(client.get(`/api/v1/reports/${id}/files/pdf`), 200));
    figures.push(
      ...figuresOf(`${database}, ${name}`, 'report begun', begun, isWhole),
      ...figuresOf(`${database}, ${name}`, 'report opened', opened, isWhole),
      ...figuresOf(`${database}, ${name}`, 'draft as PDF', paper, isWhole),
    );
  }
  return figures;
}

/** A small city shows that it works; only the whole one has limits. */
function figuresOf(scenario: string, name: string, found: Measured, isWhole: boolean): Figure[] {
  const { seconds, cpuSeconds, grownMb } = found;
  const most = (limit: number) => (isWhole ? { most: limit } : {});
  return [
    { scenario, name, value: seconds, unit: 's', ...most(MOST_SECONDS) },
    { scenario, name: `${name}, CPU`, value: cpuSeconds, unit: 's' },
    { scenario, name: `${name}, memory`, value: grownMb, unit: 'MB', ...most(MOST_MB) },
  ];
}

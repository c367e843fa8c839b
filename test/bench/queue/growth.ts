import { forecast, type Queue } from '@pandafab/domain';
import type { Figure } from '../fleet/figures';
import { someQueue } from './queues';
import { randomFrom } from './random';

const FEW_LABS = 5;
const MANY_LABS = 50;
const MACHINES = 10;
const ROUNDS = 3;

const labs = (count: number, jobs: number): Queue[] =>
  Array.from({ length: count }, (_, at) =>
    someQueue(randomFrom(at), { lab: `lab${at}`, jobs, machines: MACHINES, files: jobs }),
  );

/** Processor seconds for the expected hours of all labs, the best of some rounds. */
function best(queues: readonly Queue[]): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = process.cpuUsage().user;
    for (const queue of queues) forecast(0, queue);
    return (process.cpuUsage().user - begun) / 1e6;
  });
  return Math.min(...times);
}

/** Ten times as many jobs, in ten times as many labs, and in one lab with the same number of machines for each job. */
export function measureGrowth(jobsOfLab: number): Figure[] {
  const few = labs(FEW_LABS, jobsOfLab);
  best(few);
  const [small, large] = [best(few), best(labs(MANY_LABS, jobsOfLab))];
  const total = MANY_LABS * jobsOfLab;
  const scenario = 'growth';
  const grown = (MANY_LABS / FEW_LABS) * (Math.log(total) / Math.log(FEW_LABS * jobsOfLab));
  return [
    {
      scenario,
      name: `${FEW_LABS * jobsOfLab} jobs in ${FEW_LABS} labs, CPU`,
      value: small * 1e3,
      unit: 'ms',
    },
    { scenario, name: `${total} jobs in ${MANY_LABS} labs, CPU`, value: large * 1e3, unit: 'ms' },
    { scenario, name: 'ratio; n log n would be', value: grown, unit: '' },
    { scenario, name: 'ratio', value: large / small, unit: '', most: Math.round(grown * 10) / 10 },
  ];
}

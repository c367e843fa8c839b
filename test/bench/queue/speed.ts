import { decide, forecast } from '@pandafab/domain';
import { type Figure, percentile } from '../fleet/figures';
import { someQueue } from './queues';
import { randomFrom } from './random';

const ROUNDS = 15;

function times(rounds: number, work: () => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}

/** Decisions and forecasts of one long queue. */
export function measureSpeed(size: { jobs: number; machines: number }): Figure[] {
  const figures: Figure[] = [];
  for (const [name, files] of [
    ['jobs of 500 files', 500],
    ['each job its own file', size.jobs],
  ] as const) {
    const queue = someQueue(randomFrom(1), { jobs: size.jobs, machines: size.machines, files });
    const before = process.memoryUsage().rss;
    let most = before;
    const decisions = times(ROUNDS, () => decide(0, queue));
    const forecasts = times(ROUNDS, () => {
      const found = forecast(0, queue);
      if (found.size < size.jobs * 0.9) throw new Error(`only ${found.size} jobs have an hour`);
      most = Math.max(most, process.memoryUsage().rss);
    });
    const scenario = `${size.jobs} jobs, ${size.machines} machines, ${name}`;
    figures.push(
      { scenario, name: 'a decision, median', value: percentile(decisions, 0.5), unit: 'ms', most: 50 },
      { scenario, name: 'a decision, the slowest', value: Math.max(...decisions), unit: 'ms' },
      {
        scenario,
        name: 'all expected hours, median',
        value: percentile(forecasts, 0.5),
        unit: 'ms',
        most: 500,
      },
      { scenario, name: 'memory more (RSS)', value: (most - before) / 1e6, unit: 'MB', most: 200 },
    );
  }
  return figures;
}

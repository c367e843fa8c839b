import { exampleQueue } from './example';
import { comparePlans, planOf } from './plan-changes';
import { busyUntil, HOUR, planJob, planMachine, queue } from './testing/plans';
import { DEFAULT_WEIGHTS, deviationsOf, isWeight, WEIGHT_NAMES, WEIGHT_RULES, weightsWith } from './weights';

const NOW = 100 * HOUR;

describe('what other weights would do', () => {
  const [a1, a2] = [planJob({ payer: 'a' }), planJob({ payer: 'a', submittedAt: 1 })];
  const b = planJob({ payer: 'b', submittedAt: 2, dueAt: NOW + 2.5 * HOUR, dueIsFirm: true });
  const jobs = [a1, a2, b];
  const only = busyUntil(NOW + HOUR);
  const planWith = (change: object) =>
    planOf(NOW, queue({ jobs, machines: [only], weights: { ...DEFAULT_WEIGHTS, ...change } }));

  it('is told job by job, changed ones first, and in sum', () => {
    const found = comparePlans(jobs, planWith({ fairShare: 0, dueHours: 0 }), planWith({}));
    expect(found.jobs.map(({ jobId, before, after }) => [jobId, before.place, after.place])).toEqual([
      [b.id, 3, 1],
      [a1.id, 1, 2],
      [a2.id, 2, 3],
    ]);
    expect(found.jobs.map(({ laterBy }) => laterBy)).toEqual([-7_200, 3_600, 3_600]);
    expect(found.summary).toEqual({
      ...{ jobs: 3, sooner: 1, later: 2 },
      ...{ medianSeconds: 3_600, mostSoonerSeconds: 7_200, mostLaterSeconds: 3_600 },
      ...{ late: { before: 1, after: 0 }, changes: { before: 0, after: 0 } },
    });
  });

  it('is nothing for the same weights, and where no job has an hour', () => {
    const same = comparePlans(jobs, planWith({}), planWith({}));
    expect(same.jobs.every(({ isChanged }) => !isChanged)).toBe(true);
    expect(same.jobs.map(({ after }) => after.place)).toEqual([1, 2, 3]);
    const none = planOf(NOW, queue({ jobs, machines: [planMachine({ freeAt: Number.POSITIVE_INFINITY })] }));
    expect(comparePlans(jobs, none, none).summary).toMatchObject({ sooner: 0, later: 0, medianSeconds: 0 });
  });

  it('can be shown with an example', () => {
    const of = (weights = DEFAULT_WEIGHTS) => {
      const { queue: example, nameOf } = exampleQueue(NOW, weights);
      return planOf(NOW, example).order.map((id) => nameOf.get(id));
    };
    const firstComeFirstServed = of({ ...DEFAULT_WEIGHTS, fairShare: 0, dueHours: 0 });
    expect(firstComeFirstServed.slice(0, 3)).toEqual(['Amina 1', 'Amina 2', 'Amina 3']);
    expect(of().indexOf('Bruno')).toBeLessThan(of().indexOf('Amina 2'));
  });
});

describe('weights', () => {
  it('have defaults inside their bounds', () => {
    for (const name of WEIGHT_NAMES) expect(isWeight(name, DEFAULT_WEIGHTS[name])).toBe(true);
    expect(WEIGHT_RULES.ageing.min).toBeGreaterThan(0);
  });

  it('are kept where they are not the default; what is not known or out of bounds is ignored', () => {
    const weights = weightsWith({ fairShare: 2, ageing: 0, changeHours: Number.NaN, former: 3 });
    expect(weights).toEqual({ ...DEFAULT_WEIGHTS, fairShare: 2 });
    expect(deviationsOf(weights)).toEqual({ fairShare: 2 });
    expect(weightsWith(deviationsOf(weights))).toEqual(weights);
  });
});

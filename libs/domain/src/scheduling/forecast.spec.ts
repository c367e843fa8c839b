import fc from 'fast-check';
import { playClosed } from './closed-queue';
import type { Queue } from './decide';
import { forecast } from './forecast';
import { ALWAYS } from './machine-times';
import type { PlanJob } from './plan-input';
import { queueOrder } from './score';
import { busyUntil, HOUR, planJob, planMachine, queue, SPOOLS } from './testing/plans';
import { DEFAULT_WEIGHTS } from './weights';

const missing = (): never => {
  throw new Error('not found');
};
const startsIn = (now: number, change: Partial<Queue>) => {
  const found = forecast(now, queue(change));
  return (job: PlanJob) => found.get(job.id)?.startAt;
};

describe('expected starts', () => {
  it('follow each other on one machine, with the time that its bed is cleared in', () => {
    const jobs = [0, 1, 2].map((submittedAt) => planJob({ submittedAt }));
    const only = planMachine({ clearing: () => HOUR / 2 });
    const start = startsIn(2, { jobs, machines: [only] });
    expect(jobs.map(start)).toEqual([2, 2 + 1.5 * HOUR, 2 + 3 * HOUR]);
  });

  it('begin when a running print has ended', () => {
    const job = planJob();
    const found = forecast(
      0,
      queue({ jobs: [job], machines: [busyUntil(3 * HOUR, { freeSpread: 60_000 })] }),
    );
    const { startAt, startFrom, startUntil } = found.get(job.id) ?? missing();
    expect(startAt).toBe(3 * HOUR);
    expect([Math.round((startAt - startFrom) / 60_000), Math.round((startUntil - startAt) / 60_000)]).toEqual(
      [2, 2],
    );
  });

  it('wait for the morning when a person has to clear the bed, and when a print would end too late', () => {
    const open = [
      { from: 0, until: 2 * HOUR },
      { from: 24 * HOUR, until: 34 * HOUR },
    ];
    const jobs = [0, 1].map((submittedAt) => planJob({ submittedAt, seconds: 5_400 }));
    const nights = planMachine({ times: { ...ALWAYS, people: open } });
    const days = planMachine({ times: { runs: open, starts: null, people: open } });
    expect(jobs.map(startsIn(HOUR, { jobs, machines: [nights] }))).toEqual([HOUR, 24 * HOUR]);
    expect(jobs.map(startsIn(HOUR, { jobs, machines: [days] }))).toEqual([24 * HOUR, 25.5 * HOUR]);
  });

  it('tell that a spool has to be changed, once for jobs that share it', () => {
    const jobs = [0, 1].map((submittedAt) => planJob({ submittedAt, material: 'PETG' }));
    const found = forecast(1, queue({ jobs, machines: [planMachine()] }));
    expect(jobs.map(({ id }) => found.get(id)?.change)).toEqual([true, false]);
  });

  it('are missing for a job that no machine takes, and where no person comes', () => {
    const [lost, fits] = [planJob({ fileLost: true, alike: 'lost' }), planJob()];
    const found = forecast(0, queue({ jobs: [lost, fits], machines: [planMachine()] }));
    expect([...found.keys()]).toEqual([fits.id]);
    const alone = planMachine({ times: { ...ALWAYS, people: [] } });
    const jobs = [0, 1].map((submittedAt) => planJob({ submittedAt }));
    expect(forecast(1, queue({ jobs, machines: [alone] })).size).toBe(1);
  });
});

describe('the example of docs/queue.md', () => {
  const [ten, clearing] = [10 * HOUR, () => HOUR / 3];
  const only = busyUntil(10.5 * HOUR, { clearing });
  const a = () => planJob({ submittedAt: 8 * HOUR, payer: 'amina', seconds: 7_200 });
  const three = [a(), a(), a()];
  const b = (material: string) => planJob({ submittedAt: 9.5 * HOUR, material, seconds: 7_200 });
  const hours = (jobs: PlanJob[]) => {
    const found = forecast(ten, queue({ jobs, machines: [only] }));
    return jobs.map(({ id }) => Math.round(((found.get(id)?.startAt ?? 0) / HOUR) * 60) / 60);
  };

  it('has its scores, its places and its hours', () => {
    const bruno = b('PLA');
    const order = queueOrder(ten, [...three, bruno], new Map(), DEFAULT_WEIGHTS);
    expect(order.map(({ job }) => job.id)).toEqual([three[0]?.id, bruno.id, three[1]?.id, three[2]?.id]);
    expect(order.map(({ score }) => score.sum / 3_600)).toEqual([-1, -0.25, 0, 1]);
    expect(hours([...three, bruno])).toEqual([10.5, 15 + 10 / 60, 17.5, 12 + 50 / 60]);
  });

  it('asks for the spool once the jobs that need none have begun', () => {
    const bruno = b('PETG');
    const change = 5 / 60;
    expect(hours([...three, bruno])).toEqual([10.5, 12 + 50 / 60, 15 + 10 / 60, 17.5 + change]);
  });
});

describe('a forecast', () => {
  const day = { from: 0, until: 9 * HOUR };
  const next = { from: 24 * HOUR, until: 200 * HOUR };
  const machines = fc.array(
    fc
      .record({
        spools: fc.constantFrom([SPOOLS.PLA], [SPOOLS.PETG]),
        freeAt: fc.nat({ max: 5 }).map((hours) => hours * HOUR),
        times: fc.constantFrom(ALWAYS, { ...ALWAYS, runs: [day, next] }),
      })
      .map((change) => busyUntil(change.freeAt, change)),
    { minLength: 1, maxLength: 4 },
  );
  const jobs = fc.array(
    fc
      .record({
        submittedAt: fc.integer({ min: -50, max: 0 }).map((hours) => hours * HOUR),
        material: fc.constantFrom('PLA', 'PETG'),
        payer: fc.constantFrom('a', 'b', 'c'),
        seconds: fc.integer({ min: 10, max: 300 }).map((minutes) => minutes * 60),
        dueAt: fc.option(fc.nat({ max: 100 }).map((hours) => hours * HOUR)),
        dueIsFirm: fc.boolean(),
      })
      .map((change) => planJob(change)),
    { maxLength: 25 },
  );
  const spoolOf = (setup: string) => SPOOLS[setup as keyof typeof SPOOLS];

  it('is exact when print times are, and people come: it is the decision itself, made again and again', () => {
    fc.assert(
      fc.property(machines, jobs, (found, waiting) => {
        const start = queue({ jobs: waiting, machines: found });
        const expected = forecast(0, start);
        const played = playClosed({ now: 0, queue: start, spoolOf });
        expect(new Map([...expected].map(([id, { startAt }]) => [id, startAt]))).toEqual(played);
      }),
    );
  });

  it('gives each job a start, and no machine two jobs at once', () => {
    fc.assert(
      fc.property(machines, jobs, (found, waiting) => {
        const expected = [...forecast(0, queue({ jobs: waiting, machines: found })).values()];
        expect(expected).toHaveLength(waiting.length);
        for (const { startAt, startFrom, startUntil } of expected) {
          expect(startFrom).toBeLessThanOrEqual(startAt);
          expect(startUntil).toBeGreaterThanOrEqual(startAt);
        }
        for (const { id } of found) {
          const own = expected
            .filter(({ machineId }) => machineId === id)
            .sort((a, b) => a.startAt - b.startAt);
          for (const [at, { startAt }] of own.entries())
            if (at > 0) expect(startAt).toBeGreaterThanOrEqual(own[at - 1]?.endAt ?? 0);
        }
      }),
    );
  });
});

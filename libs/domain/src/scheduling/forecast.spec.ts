import fc from 'fast-check';
import { decide, type Queue } from './decide';
import { forecast } from './forecast';
import { ALWAYS } from './machine-times';
import type { PlanJob } from './plan-input';
import { decayed, queueOrder } from './score';
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
    expect(order.map(({ score }) => score.sum / 3_600)).toEqual([-1, -0.25, 1, 3]);
    expect(hours([...three, bruno])).toEqual([10.5, 15 + 10 / 60, 17.5, 12 + 50 / 60]);
  });

  it('asks for the spool once the jobs that need none have begun', () => {
    const bruno = b('PETG');
    const change = 5 / 60;
    expect(hours([...three, bruno])).toEqual([10.5, 12 + 50 / 60, 15 + 10 / 60, 17.5 + change]);
  });
});

/** Runs a closed queue as the service does: a decision whenever a machine is free; print times are exact. */
function play(start: Queue): Map<string, number> {
  const began = new Map<string, number>();
  let jobs = [...start.jobs];
  let now = 0;
  const used: { payer: string; seconds: number; at: number }[] = [];
  const free = new Map(start.machines.map(({ id, freeAt }) => [id, freeAt]));
  for (let turn = 0; turn < 1_000 && jobs.length > 0; turn++) {
    const machines = start.machines.map((each) => {
      const freeAt = free.get(each.id) ?? 0;
      return { ...each, freeAt: Math.max(freeAt, now), bedClear: freeAt <= now };
    });
    const totals = new Map<string, number>();
    for (const { payer, seconds, at } of used)
      totals.set(payer, (totals.get(payer) ?? 0) + decayed(seconds, now - at, start.weights.halfLifeDays));
    const { starts, kept } = decide(now, { ...start, jobs, machines, used: totals });
    for (const { jobId, machineId } of starts) {
      const job = jobs.find(({ id }) => id === jobId) ?? missing();
      began.set(jobId, now);
      used.push({ payer: job.payer, seconds: job.seconds, at: now });
      free.set(machineId, now + job.seconds * 1_000);
    }
    jobs = jobs.filter(({ id }) => !began.has(id));
    const moments = [...free.values(), ...kept.map(({ until }) => until)].filter((at) => at > now);
    if (moments.length === 0) return began;
    now = Math.min(...moments);
  }
  return began;
}

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
  // Without changes of spool, which people make when they like.
  const weights = { ...DEFAULT_WEIGHTS, changeHours: 72 };
  const bothLoaded = fc
    .tuple(machines, jobs)
    .filter(([found]) => new Set(found.map(({ spools }) => spools[0])).size === 2);

  it('is exact when print times are: it is the decision itself, made again and again', () => {
    fc.assert(
      fc.property(bothLoaded, ([found, waiting]) => {
        const start = queue({ jobs: waiting, machines: found, weights });
        const expected = forecast(0, start);
        const changes = [...expected.values()].some(({ change }) => change);
        if (changes) return;
        const played = play(start);
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

import type { JobId, MachineId } from '@pandafab/shared';
import fc from 'fast-check';
import { reasonsAgainst } from '../reasons';
import { type Decision, decide, type Queue } from './decide';
import { ALWAYS } from './machine-times';
import type { PlanJob, PlanMachine } from './plan-input';
import { busyUntil, HOUR, planJob, planMachine, queue, SPOOLS, STOCK } from './testing/plans';
import { DEFAULT_WEIGHTS } from './weights';

const missing = (): never => {
  throw new Error('decided what was not asked');
};
const startsOf = ({ starts }: Decision): (readonly [JobId, MachineId])[] =>
  starts.map(({ jobId, machineId }) => [jobId, machineId] as const);
const decided = (now: number, change: Partial<Queue>) => startsOf(decide(now, queue(change)));
/** A machine whose lab closes then, and opens at hour 24 for ever; it may not run alone. */
const closingAt = (hour: number, change: Partial<PlanMachine> = {}) => {
  const open = [
    { from: 0, until: hour * HOUR },
    { from: 24 * HOUR, until: 1_000 * HOUR },
  ];
  return planMachine({ ...change, times: { runs: open, starts: null, people: open } });
};

describe('which job begins where', () => {
  it('gives the first job of the queue the machine, with its spools, and dates the assignment', () => {
    const [early, late] = [planJob(), planJob({ submittedAt: 1_000 })];
    const only = planMachine();
    expect(decide(5_000, queue({ jobs: [late, early], machines: [only] })).starts).toEqual([
      { jobId: early.id, machineId: only.id, spools: [SPOOLS.PLA], assignedAt: 5_000 },
    ]);
  });

  it('lets a job that fits no machine delay no other', () => {
    const [unfit, fit] = [planJob({ fileLost: true, alike: 'lost' }), planJob({ submittedAt: 1 })];
    const only = planMachine();
    expect(decided(1, { jobs: [unfit, fit], machines: [only] })).toEqual([[fit.id, only.id]]);
  });

  it('chooses the machine that finishes first, then the ordinary one, then the one that worked least', () => {
    const job = planJob();
    const [quick, slow] = [planMachine({ pace: () => 0.8 }), planMachine()];
    expect(decided(0, { jobs: [job], machines: [slow, quick] })).toEqual([[job.id, quick.id]]);
    const [special, ordinary] = [planMachine({ special: 1 }), planMachine({ wear: 1 })];
    expect(decided(0, { jobs: [job], machines: [special, ordinary] })).toEqual([[job.id, ordinary.id]]);
    const [worn, fresh] = [planMachine({ wear: 1 }), planMachine()];
    expect(decided(0, { jobs: [job], machines: [worn, fresh] })).toEqual([[job.id, fresh.id]]);
  });

  it('waits for a much quicker machine that is free soon, and gives the slow one to the next', () => {
    const slow = planMachine({ pace: (setup) => (setup === 'PLA' ? 4 : 1) });
    const quick = busyUntil(HOUR / 4);
    const job = planJob();
    expect(decided(0, { jobs: [job], machines: [slow, quick] })).toEqual([]);
    expect(decided(0, { jobs: [job], machines: [slow, busyUntil(5 * HOUR)] })).toEqual([[job.id, slow.id]]);
    // The quick one cannot be waited for by all.
    const many = Array.from({ length: 6 }, (_, submittedAt) => planJob({ submittedAt }));
    expect(decided(0, { jobs: many, machines: [slow, quick] })).toHaveLength(1);
  });
});

describe('jobs that begin later', () => {
  it('keep their machine until the lab opens; only jobs that end before closing begin', () => {
    const [long, short, tooLong] = [
      planJob({ seconds: 3 * 3_600 }),
      planJob({ submittedAt: 1, seconds: 1_800 }),
      planJob({ submittedAt: 2, seconds: 2 * 3_600 }),
    ];
    const only = closingAt(1);
    const found = decide(2, queue({ jobs: [long, tooLong, short], machines: [only] }));
    expect(startsOf(found)).toEqual([[short.id, only.id]]);
    expect(decide(2, queue({ jobs: [long, tooLong], machines: [only] })).kept).toEqual([
      { machineId: only.id, jobId: long.id, until: 24 * HOUR },
    ]);
  });

  it('take a machine that may run over night', () => {
    const long = planJob({ seconds: 3 * 3_600 });
    const [day, night] = [closingAt(1), planMachine()];
    expect(decided(2, { jobs: [long], machines: [day, night] })).toEqual([[long.id, night.id]]);
  });

  it('do not begin without a person where a start needs one', () => {
    const job = planJob();
    const closed = [{ from: 24 * HOUR, until: 30 * HOUR }];
    const only = planMachine({ times: { ...ALWAYS, starts: closed } });
    expect(decide(0, queue({ jobs: [job], machines: [only] })).kept).toMatchObject([{ until: 24 * HOUR }]);
    expect(decided(25 * HOUR, { jobs: [job], machines: [only] })).toEqual([[job.id, only.id]]);
  });

  it('leave a machine free before a booking when they would not end in time', () => {
    const booked = [
      { from: 0, until: HOUR },
      { from: 3 * HOUR, until: 1_000 * HOUR },
    ];
    const only = planMachine({ times: { ...ALWAYS, runs: booked } });
    const [two, half] = [planJob({ seconds: 7_200 }), planJob({ submittedAt: 1, seconds: 1_800 })];
    expect(decided(1, { jobs: [two], machines: [only] })).toEqual([]);
    expect(decided(1, { jobs: [two, half], machines: [only] })).toEqual([[half.id, only.id]]);
  });
});

describe('nights', () => {
  /** Closed from hour 9 to hour 24; prints may run on alone. */
  const open = [
    { from: 0, until: 9 * HOUR },
    { from: 24 * HOUR, until: 33 * HOUR },
  ];
  const overnight = planMachine({ times: { runs: null, starts: null, people: open } });
  const [short, long] = [
    planJob({ seconds: 2 * 3_600 }),
    planJob({ submittedAt: HOUR, seconds: 12 * 3_600 }),
  ];
  const first = (hour: number, jobs: readonly PlanJob[]) =>
    decided(hour * HOUR, { jobs: [...jobs], machines: [overnight] })[0]?.[0];

  it('are filled by long prints, and days by short ones', () => {
    expect(first(2, [short, long])).toBe(short.id);
    expect(first(8, [short, long])).toBe(long.id);
    const early = planJob({ seconds: 12 * 3_600 });
    expect(first(1, [early, planJob({ submittedAt: HOUR, seconds: 3_600 })])).not.toBe(early.id);
  });

  it('let a job that is far before others in the order begin all the same', () => {
    const urgent = planJob({ seconds: 2 * 3_600, priority: 2 });
    expect(first(8, [urgent, long])).toBe(urgent.id);
  });

  it('let a job begin that staff put next on the machine', () => {
    const chosen = planJob({ seconds: 2 * 3_600, nextOn: overnight.id });
    expect(first(8, [chosen, long])).toBe(chosen.id);
  });
});

describe('changes of spool', () => {
  const petg = (change: Partial<PlanJob> = {}) => planJob({ material: 'PETG', ...change });

  it('are asked for when no job needs the loaded spool', () => {
    const [job, only] = [petg(), planMachine()];
    const found = decide(0, queue({ jobs: [job], machines: [only] }));
    expect(found.starts).toEqual([]);
    expect(found.changes).toEqual([{ machineId: only.id, jobId: job.id, load: 'PETG' }]);
  });

  it('are asked for once the job’s turn has come; its machine prints on until a person makes it', () => {
    const only = planMachine();
    const [first, second] = [petg(), planJob({ submittedAt: HOUR })];
    const early = decide(HOUR, queue({ jobs: [first, second], machines: [only] }));
    expect([startsOf(early), early.changes]).toEqual([[[second.id, only.id]], []]);
    const late = planJob({ submittedAt: 100 * HOUR });
    const found = decide(100 * HOUR, queue({ jobs: [first, late], machines: [only] }));
    expect(startsOf(found)).toEqual([[late.id, only.id]]);
    expect(found.changes).toEqual([{ machineId: only.id, jobId: first.id, load: 'PETG' }]);
  });

  it('are waited for while a person is beside the machine', () => {
    const only = planMachine({ isAttended: true });
    const [first, late] = [petg(), planJob({ submittedAt: 100 * HOUR })];
    const found = decide(100 * HOUR, queue({ jobs: [first, late], machines: [only] }));
    expect(startsOf(found)).toEqual([]);
    expect(found.changes).toEqual([{ machineId: only.id, jobId: first.id, load: 'PETG' }]);
  });

  it('are made for the spool that serves most', () => {
    const one = planJob({ material: 'TPU' });
    const many = Array.from({ length: 20 }, () => petg({ submittedAt: HOUR }));
    const found = (jobs: PlanJob[]) => decide(HOUR, queue({ jobs, machines: [planMachine()] })).changes;
    expect(found([one, ...many])).toMatchObject([{ load: 'PETG' }]);
    expect(found([one, petg({ submittedAt: HOUR })])).toMatchObject([{ load: 'TPU' }]);
  });

  it('are not made for a job whose spool is on a machine that is free soon', () => {
    const [free, busy] = [planMachine(), busyUntil(2 * HOUR, { spools: [SPOOLS.PETG] })];
    const found = decide(0, queue({ jobs: [petg()], machines: [free, busy] }));
    expect(found).toEqual({ starts: [], kept: [], changes: [] });
    const far = busyUntil(20 * HOUR, { spools: [SPOOLS.PETG] });
    expect(decide(0, queue({ jobs: [petg()], machines: [free, far] })).changes).toHaveLength(1);
  });
});

describe('the orders of staff', () => {
  it('put a job next on a machine, before all others', () => {
    const only = planMachine();
    const [first, chosen] = [planJob({ priority: 2 }), planJob({ submittedAt: 1, nextOn: only.id })];
    expect(decided(1, { jobs: [first, chosen], machines: [only] })).toEqual([[chosen.id, only.id]]);
  });
});

describe('every decision', () => {
  const spans = fc.constantFrom(
    null,
    [{ from: 0, until: 2 * HOUR }],
    [
      { from: 0, until: HOUR / 2 },
      { from: 10 * HOUR, until: 20 * HOUR },
    ],
  );
  const machine = fc
    .record({
      bedClear: fc.boolean(),
      agentOnline: fc.boolean(),
      spools: fc.constantFrom([SPOOLS.PLA], [SPOOLS.PETG], [null], [SPOOLS.PLA, SPOOLS.TPU]),
      freeAt: fc.constantFrom(0, HOUR),
      times: fc.record({ runs: spans, starts: spans, people: spans }),
      special: fc.constantFrom(0, 1),
      isAttended: fc.boolean(),
    })
    .map((change) => planMachine(change));
  const machines = fc.array(machine, { maxLength: 5 });
  const jobs = fc.array(
    fc
      .record({
        submittedAt: fc.nat({ max: 9 }),
        material: fc.constantFrom('PLA', 'PETG', null),
        payer: fc.constantFrom('a', 'b'),
        priority: fc.constantFrom(0, 0, 1),
        seconds: fc.constantFrom(600, 3_600, 20_000),
      })
      .map((change) => planJob(change)),
    { maxLength: 12 },
  );

  it('gives each machine one job and each job one machine, never against a reason or outside its hours', () => {
    fc.assert(
      fc.property(jobs, machines, (waiting, found) => {
        const { starts, kept } = decide(0, queue({ jobs: waiting, machines: found }));
        expect(new Set(starts.map(({ jobId }) => jobId)).size).toBe(starts.length);
        const used = [...starts, ...kept].map(({ machineId }) => machineId);
        expect(new Set(used).size).toBe(used.length);
        for (const { jobId, machineId } of starts) {
          const job = waiting.find(({ id }) => id === jobId) ?? missing();
          const chosen = found.find(({ id }) => id === machineId) ?? missing();
          expect(reasonsAgainst(job, chosen, STOCK)).toEqual([]);
          const { runs, starts: hours } = chosen.times;
          if (runs)
            expect(runs.some(({ from, until }) => from <= 0 && job.seconds * 1_000 <= until)).toBe(true);
          if (hours) expect(hours.some(({ from, until }) => from <= 0 && until > 0)).toBe(true);
        }
      }),
    );
  });

  it('leaves no machine idle that could start a waiting job at once, unless it is kept or the job waits for a better one', () => {
    const simple = { ...DEFAULT_WEIGHTS, changeHours: 72 };
    const always = fc.array(
      machine.map((each) => ({ ...each, times: ALWAYS, freeAt: 0 })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(jobs, always, (waiting, found) => {
        const { starts, kept } = decide(0, queue({ jobs: waiting, machines: found, weights: simple }));
        const left = waiting.filter(({ id }) => !starts.some(({ jobId }) => jobId === id));
        const idle = found.filter(
          ({ id }) => ![...starts, ...kept].some(({ machineId }) => machineId === id),
        );
        for (const one of idle)
          for (const other of left) expect(reasonsAgainst(other, one, STOCK).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is the same for any order of jobs and machines', () => {
    fc.assert(
      fc.property(jobs, machines, (waiting, found) => {
        const turned = queue({ jobs: [...waiting].reverse(), machines: [...found].reverse() });
        expect(decide(0, turned)).toEqual(decide(0, queue({ jobs: waiting, machines: found })));
      }),
    );
  });
});

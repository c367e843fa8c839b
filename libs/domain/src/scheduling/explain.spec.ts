import type { MachineId } from '@pandafab/shared';
import fc from 'fast-check';
import { reasonsAgainst } from '../reasons';
import { countReasons } from './count-reasons';
import { decide, type Queue } from './decide';
import { Explainer, explainStarts, type MachineAnswer, whyHere } from './explain';
import { fitOf } from './fit';
import { forecast } from './forecast';
import { ALWAYS, NEVER } from './machine-times';
import type { PlanJob } from './plan-input';
import { queueOrder } from './score';
import { busyUntil, HOUR, planJob, planMachine, queue, SPOOLS, STOCK } from './testing/plans';

const explainerOf = (given: Queue, now = 0) =>
  new Explainer(now, given, given.jobs, { decision: decide(now, given), expected: forecast(now, given) });
const explained = (given: Queue, { id }: PlanJob, now = 0) => explainerOf(given, now).of(id);
const answer = (given: Queue, job: PlanJob, machine: { id: MachineId }, now = 0): MachineAnswer | undefined =>
  explained(given, job, now)?.machines.get(machine.id);

describe('why a job stands where it stands', () => {
  it('says how much its payer used, and what it has waiting before', () => {
    const [first, second] = [planJob({ payer: 'a' }), planJob({ payer: 'a', submittedAt: 1 })];
    const given = queue({ jobs: [first, second], machines: [], used: new Map([['a', 7_200]]) });
    expect(explained(given, second)).toMatchObject({
      ...{ place: 2, usedSeconds: 7_200, beforeSeconds: 3_600, of: 2 },
      score: { fair: 5_400 },
    });
    expect(explainerOf(given).ahead(2)).toEqual([first]);
  });

  it('says nothing about a job that does not wait', () => {
    expect(explained(queue({ jobs: [planJob()] }), planJob())).toBeUndefined();
  });
});

describe('why a job begins on a machine, or does not', () => {
  it('names what cannot print it, needs another spool, or is away', () => {
    const job = planJob();
    const none = planMachine({ spools: [] });
    const petg = planMachine({ spools: [SPOOLS.PETG] });
    const away = planMachine({ freeAt: NEVER, agentOnline: false });
    const chosen = planMachine();
    const given = queue({ jobs: [job], machines: [none, petg, away, chosen] });
    const codes = [chosen, none, petg, away].map((machine) => answer(given, job, machine)?.code);
    expect(codes).toEqual(['STARTS', 'CANNOT', 'CHANGE', 'AWAY']);
  });

  it('names the job that is first, and the machine that is waited for', () => {
    const [first, second] = [planJob(), planJob({ submittedAt: 1 })];
    const only = planMachine();
    expect(answer(queue({ jobs: [first, second], machines: [only] }), second, only, 1)).toEqual({
      ...{ code: 'TAKEN', jobId: first.id },
    });
    const slow = planMachine({ pace: () => 4 });
    const quick = busyUntil(HOUR / 4);
    const given = queue({ jobs: [first], machines: [slow, quick] });
    expect(answer(given, first, slow)).toEqual({ code: 'WAITS_FOR_BUSY', machineId: quick.id });
    expect(answer(given, first, quick)).toMatchObject({ code: 'EXPECTED', startAt: HOUR / 4 });
  });

  it('names the job for which a machine is kept', () => {
    const open = [
      { from: 0, until: HOUR / 2 },
      { from: 24 * HOUR, until: 1_000 * HOUR },
    ];
    const only = planMachine({ times: { ...ALWAYS, runs: open } });
    const [long, other] = [planJob(), planJob({ submittedAt: 1 })];
    const given = queue({ jobs: [long, other], machines: [only, busyUntil(24.5 * HOUR)] });
    expect(answer(given, other, only, 1)).toEqual({ code: 'KEPT', jobId: long.id, until: 24 * HOUR });
  });

  it('says that a special machine is left to others, and which has worked less', () => {
    const job = planJob();
    const [special, ordinary] = [planMachine({ special: 1 }), planMachine()];
    expect(answer(queue({ jobs: [job], machines: [special, ordinary] }), job, special)?.code).toBe('SPECIAL');
    const [worn, fresh] = [planMachine({ wear: 1 }), planMachine()];
    const given = queue({ jobs: [job], machines: [worn, fresh] });
    expect(answer(given, job, worn)).toEqual({ code: 'WORKED_MORE', machineId: fresh.id });
  });
});

const job = fc
  .record({
    submittedAt: fc.nat({ max: 9 }),
    material: fc.constantFrom('PLA', 'PETG', null),
    payer: fc.constantFrom('a', 'b'),
    seconds: fc.constantFrom(600, 3_600, 20_000),
  })
  .map((change) => planJob(change));
const machine = fc
  .record({
    bedClear: fc.boolean(),
    spools: fc.constantFrom([SPOOLS.PLA], [SPOOLS.PETG], [null], [SPOOLS.PLA, SPOOLS.TPU]),
    freeAt: fc.constantFrom(0, HOUR, NEVER),
    special: fc.constantFrom(0, 1),
    times: fc.constantFrom(ALWAYS, { ...ALWAYS, runs: [{ from: 0, until: 2 * HOUR }] }),
  })
  .map((change) => planMachine(change));

describe('every explanation', () => {
  it('says what was decided and is expected, and nothing else', () => {
    const arrays = [fc.array(job, { maxLength: 8 }), fc.array(machine, { maxLength: 4 })] as const;
    fc.assert(
      fc.property(...arrays, (jobs, machines) => {
        const given = queue({ jobs, machines });
        const decided = { decision: decide(0, given), expected: forecast(0, given) };
        const explainer = new Explainer(0, given, jobs, decided);
        const order = queueOrder(0, jobs, given.used, given.weights);
        for (const [at, each] of order.entries()) {
          const found = explainer.of(each.job.id);
          expect(found).toMatchObject({ place: at + 1, score: each.score });
          const own = decided.expected.get(each.job.id);
          for (const one of machines) {
            const { code } = found?.machines.get(one.id) ?? {};
            const start = decided.decision.starts.find(({ machineId }) => machineId === one.id);
            expect(code === 'STARTS').toBe(start?.jobId === each.job.id);
            expect(code === 'CANNOT').toBe(fitOf(each.job, one, STOCK) === 'never');
            if (code === 'EXPECTED') expect(own?.machineId).toBe(one.id);
            if (own?.machineId === one.id) expect(['STARTS', 'TAKEN', 'EXPECTED']).toContain(code);
            if (code === 'KEPT')
              expect(decided.decision.kept.some(({ machineId }) => machineId === one.id)).toBe(true);
            if (code === 'NOT_EXPECTED') expect(own).toBeUndefined();
          }
        }
      }),
    );
  });
});

describe('the explanations of those that begin', () => {
  it('name the machine, why it is this one, and what the others do', () => {
    const [first, second] = [planJob(), planJob({ submittedAt: 1 })];
    const [one, other] = [planMachine(), planMachine({ special: 1 })];
    const petg = planMachine({ spools: [SPOOLS.PETG] });
    const given = queue({ jobs: [first, second], machines: [one, other, petg] });
    const found = explainStarts(1, given, given.jobs, decide(1, given));
    const { machines = new Map<MachineId, MachineAnswer>(), place } = found.get(first.id) ?? {};
    expect(place).toBe(1);
    expect([one, other, petg].map(({ id }) => machines.get(id))).toEqual([
      ...[{ code: 'STARTS' }, { code: 'TAKEN', jobId: second.id }, { code: 'CHANGE' }],
    ]);
    expect(found.get(second.id)?.machines.get(one.id)).toEqual({ code: 'TAKEN', jobId: first.id });
  });

  it('say what made the machine the best', () => {
    const job = planJob();
    const chosen = planMachine();
    const whyIn = (others: readonly ReturnType<typeof planMachine>[], change: Partial<PlanJob> = {}) => {
      const one = { ...job, ...change };
      const given = queue({ jobs: [one], machines: [chosen, ...others] });
      return whyHere(one, chosen.id, explained(given, one)?.machines ?? new Map());
    };
    expect(whyIn([])).toBe('NO_OTHER_CAN');
    expect(whyIn([planMachine({ spools: [SPOOLS.PETG] })])).toBe('NO_CHANGE');
    expect(whyIn([planMachine({ pace: () => 2 })])).toBe('SOONEST');
    expect(whyIn([planMachine({ special: 1 })])).toBe('ORDINARY');
    expect(whyIn([planMachine({ wear: 1 })])).toBe('WORKED_LEAST');
    expect(whyIn([planMachine()], { nextOn: chosen.id })).toBe('PUT_NEXT');
    expect(whyIn([planMachine()], { onlyMachineId: chosen.id, alike: 'pinned' })).toBe('ONLY_HERE');
  });
});

describe('reasons of a machine', () => {
  it('are counted over all waiting jobs, the most frequent first', () => {
    const jobs = [planJob(), planJob({ material: 'TPU' }), planJob({ material: 'PETG' })];
    const more = planJob({ material: 'PETG' });
    const { fitting, reasons } = countReasons([...jobs, more], planMachine({ bedClear: false }), STOCK);
    expect(fitting).toBe(1);
    expect(reasons.map(({ reason, jobs: count }) => [reason, count])).toEqual([
      [{ code: 'OTHER_MATERIAL', tool: 0, wanted: 'PETG', loaded: 'PLA' }, 2],
      [{ code: 'OTHER_MATERIAL', tool: 0, wanted: 'TPU', loaded: 'PLA' }, 1],
    ]);
  });

  it('are those of each job alone', () => {
    fc.assert(
      fc.property(fc.array(job, { maxLength: 6 }), machine, (jobs, one) => {
        const free = { ...one, bedClear: true };
        const { fitting } = countReasons(jobs, free, STOCK);
        expect(fitting).toBe(jobs.filter((each) => reasonsAgainst(each, free, STOCK).length === 0).length);
      }),
    );
  });
});

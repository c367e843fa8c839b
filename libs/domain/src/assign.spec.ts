import { type JobId, type LabId, type MachineId, newId, type RunId, type SpoolId } from '@pandafab/shared';
import fc from 'fast-check';
import { assign } from './assign';
import { type MachineView, type QueuedJob, reasonsAgainst, type SpoolView, type Stock } from './reasons';

const labs = [newId<LabId>(), newId<LabId>()] as const;
const spoolId = newId<SpoolId>();
const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const box = (side: number, from = 0) => ({
  min: { x: from, y: from, z: 0 },
  max: { x: side, y: side, z: side },
});

const stockOf = (change: Partial<SpoolView> = {}): Stock =>
  new Map([[spoolId, { spoolId, material: 'PLA', geometry, balanceMg: 500_000, ...change }]]);

const job = (change: Partial<QueuedJob> = {}): QueuedJob => ({
  id: newId<JobId>(),
  labId: labs[0],
  queuedAt: 1_000,
  material: 'PLA',
  extents: { extruding: box(40, 20), moves: box(60, 10) },
  filamentUm: [1_000_000],
  maxNozzleC: 215,
  maxBedC: 60,
  ...change,
});

const machine = (change: Partial<MachineView> = {}): MachineView => ({
  id: newId<MachineId>(),
  labId: labs[0],
  volume: box(200),
  maxNozzleC: 260,
  maxBedC: 100,
  spools: [spoolId],
  agentOnline: true,
  bedClear: true,
  inMaintenance: false,
  activeRunId: null,
  ...change,
});

describe('reasons against a machine', () => {
  it('finds none for a job that fits', () => {
    expect(reasonsAgainst(job(), machine(), stockOf())).toEqual([]);
  });

  const runId = newId<RunId>();
  it.each<[string, Partial<QueuedJob>, Partial<MachineView>, object]>([
    ['is in another lab', {}, { labId: labs[1] }, { code: 'OTHER_LAB' }],
    ['is not reachable', {}, { agentOnline: false }, { code: 'AGENT_OFFLINE' }],
    ['has a part on its bed', {}, { bedClear: false }, { code: 'BED_NOT_CLEAR' }],
    ['is in maintenance', {}, { inMaintenance: true }, { code: 'IN_MAINTENANCE' }],
    ['is printing', {}, { activeRunId: runId }, { code: 'RUN_ACTIVE', runId }],
    [
      'is too small for the part',
      { extents: { extruding: { ...box(60), max: { x: 60, y: 60, z: 201 } }, moves: null } },
      {},
      { code: 'OUTSIDE_VOLUME', axis: 'z', side: 'max', needsMm: 201, limitMm: 200 },
    ],
    [
      'cannot reach where the file moves without extruding',
      { extents: { extruding: box(60), moves: { ...box(60), min: { x: -3, y: 0, z: 0 } } } },
      {},
      { code: 'OUTSIDE_VOLUME', axis: 'x', side: 'min', needsMm: -3, limitMm: 0 },
    ],
    ['has one tool of two', { filamentUm: [1, 1] }, {}, { code: 'TOO_FEW_TOOLS', needed: 2, available: 1 }],
    ['cannot heat so much', { maxNozzleC: 290 }, {}, { code: 'NOZZLE_TOO_HOT', neededC: 290, limitC: 260 }],
    ['cannot heat its bed so much', { maxBedC: 110 }, {}, { code: 'BED_TOO_HOT', neededC: 110, limitC: 100 }],
    ['has no spool', {}, { spools: [null] }, { code: 'NO_SPOOL', tool: 0 }],
    [
      'has another material',
      { material: 'PETG' },
      {},
      { code: 'OTHER_MATERIAL', tool: 0, wanted: 'PETG', loaded: 'PLA' },
    ],
    [
      'has too little left',
      { filamentUm: [200_000_000] },
      {},
      { code: 'SPOOL_TOO_LOW', tool: 0, neededMg: 596_510, leftMg: 500_000 },
    ],
  ])('a machine that %s', (_what, jobChange, machineChange, reason) => {
    expect(reasonsAgainst(job(jobChange), machine(machineChange), stockOf())).toEqual([reason]);
  });

  it('takes any material for a job that names none, and any spelling of one that does', () => {
    const stock = stockOf({ material: 'petg ' });
    expect(reasonsAgainst(job({ material: null }), machine(), stock)).toEqual([]);
    expect(reasonsAgainst(job({ material: 'PETG' }), machine(), stock)).toEqual([]);
  });

  it('asks no spool of a tool that extrudes nothing', () => {
    const two = machine({ spools: [spoolId, null] });
    expect(reasonsAgainst(job({ filamentUm: [1_000, 0] }), two, stockOf())).toEqual([]);
  });

  it('forgives the float noise of relative moves', () => {
    const noisy = { extruding: { min: { x: -1e-12, y: 0, z: 0 }, max: { x: 200.0000001, y: 1, z: 1 } } };
    expect(reasonsAgainst(job({ extents: { ...noisy, moves: null } }), machine(), stockOf())).toEqual([]);
  });
});

describe('assign', () => {
  it('gives the oldest job the machine, and dates the assignment', () => {
    const [late, early] = [job({ queuedAt: 2_000 }), job({ queuedAt: 1_000 })];
    const only = machine();
    expect(assign(5_000, [late, early], [only], stockOf())).toEqual([
      { jobId: early.id, machineId: only.id, spools: [spoolId], assignedAt: 5_000 },
    ]);
  });

  it('lets a later job pass one that fits nowhere', () => {
    const [huge, small] = [job({ extents: { extruding: box(900), moves: null } }), job({ queuedAt: 2_000 })];
    expect(assign(0, [huge, small], [machine()], stockOf()).map(({ jobId }) => jobId)).toEqual([small.id]);
  });

  const machines = fc.array(
    fc
      .record({
        labId: fc.constantFrom(...labs),
        agentOnline: fc.boolean(),
        bedClear: fc.boolean(),
        inMaintenance: fc.boolean(),
      })
      .map(machine),
    { maxLength: 6 },
  );
  const jobs = fc.array(
    fc
      .record({
        labId: fc.constantFrom(...labs),
        queuedAt: fc.nat({ max: 5 }),
        material: fc.constantFrom('PLA', 'PETG', null),
        maxNozzleC: fc.constantFrom(215, 290, null),
      })
      .map(job),
    { maxLength: 12 },
  );

  it('gives each machine one job and each job one machine, and never against a reason', () => {
    fc.assert(
      fc.property(jobs, machines, (queued, available) => {
        const made = assign(0, queued, available, stockOf());
        expect(new Set(made.map(({ jobId }) => jobId)).size).toBe(made.length);
        expect(new Set(made.map(({ machineId }) => machineId)).size).toBe(made.length);
        for (const { jobId, machineId } of made) {
          const chosenJob = queued.find(({ id }) => id === jobId);
          const chosenMachine = available.find(({ id }) => id === machineId);
          if (!chosenJob || !chosenMachine) throw new Error('assigned what was not asked');
          expect(reasonsAgainst(chosenJob, chosenMachine, stockOf())).toEqual([]);
        }
      }),
    );
  });

  it('leaves no machine idle that could start a waiting job', () => {
    fc.assert(
      fc.property(jobs, machines, (queued, available) => {
        const made = assign(0, queued, available, stockOf());
        const waiting = queued.filter(({ id }) => !made.some(({ jobId }) => jobId === id));
        const idle = available.filter(({ id }) => !made.some(({ machineId }) => machineId === id));
        for (const one of idle)
          for (const other of waiting)
            expect(reasonsAgainst(other, one, stockOf()).length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not depend on the order in which jobs are read', () => {
    fc.assert(
      fc.property(jobs, machines, (queued, available) => {
        expect(assign(0, [...queued].reverse(), available, stockOf())).toEqual(
          assign(0, queued, available, stockOf()),
        );
      }),
    );
  });
});

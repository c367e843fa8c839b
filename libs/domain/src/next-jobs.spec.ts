import { type JobId, type LabId, type MachineId, newId, type RunId, type SpoolId } from '@pandafab/shared';
import { NO_NEEDS, UNKNOWN_EQUIPMENT } from './equipment';
import { NO_CONDITIONS } from './job-conditions';
import { nextJobs } from './next-jobs';
import { rank } from './rank';
import {
  type GuardRefusal,
  type MachineView,
  type QueuedJob,
  reasonsAgainst,
  type SpoolView,
  type Stock,
} from './reasons';

const labs = [newId<LabId>(), newId<LabId>()] as const;
const spoolId = newId<SpoolId>();
const geometry = { diameterMm: 1.75, densityGramsPerCm3: 1.24 };
const machineIds = Array.from({ length: 6 }, () => newId<MachineId>());
const [firstId] = machineIds as [MachineId];
const refusal: GuardRefusal = {
  ...{ finding: 'GUARD.POWER', line: 7, command: 'M81' },
  details: { line: 7, command: 'M81' },
};

/** Every machine of these tests has judged the file, and all refuse this in it. */
const refusedAs = (...refusals: GuardRefusal[]) => new Map(machineIds.map((id) => [id, refusals]));

const stockOf = (change: Partial<SpoolView> = {}): Stock =>
  new Map([
    [spoolId, { spoolId, material: 'PLA', colour: 'black', geometry, balanceMg: 500_000, ...change }],
  ]);

const job = ({
  queuedAt: submittedAt = 1_000,
  id = newId<JobId>(),
  ...change
}: Partial<QueuedJob> & { queuedAt?: number } = {}): QueuedJob => ({
  id,
  labId: labs[0],
  onlyMachineId: null,
  rank: rank({ id, submittedAt }),
  inductions: new Set<string>(),
  material: 'PLA',
  insteadOf: null,
  fileMaterials: [],
  filamentOn: () => [1_000_000],
  fileLost: false,
  equipment: NO_NEEDS,
  ...NO_CONDITIONS,
  refusals: refusedAs(),
  ...change,
});

const machine = (change: Partial<MachineView> = {}): MachineView => ({
  id: firstId,
  labId: labs[0],
  inductionKind: null,
  spools: [spoolId],
  agentOnline: true,
  labHeld: false,
  live: { state: 'ready', heatersUnknown: false, runId: null },
  stopOnItsWay: false,
  bedClear: true,
  inMaintenance: false,
  activeRunId: null,
  startConfirmed: true,
  tags: [],
  equipment: UNKNOWN_EQUIPMENT,
  bedMm2: 50_000,
  ...change,
});

describe('reasons against a machine', () => {
  it('finds none for a job that fits', () => {
    expect(reasonsAgainst(job(), machine(), stockOf())).toEqual([]);
  });

  const runId = newId<RunId>();
  it.each<[string, Partial<QueuedJob>, Partial<MachineView>, object]>([
    ['is in another lab', {}, { labId: labs[1] }, { code: 'OTHER_LAB' }],
    [
      'is not the machine that the job is for',
      { onlyMachineId: newId<MachineId>() },
      {},
      { code: 'OTHER_MACHINE' },
    ],
    ['is not reachable', {}, { agentOnline: false }, { code: 'AGENT_OFFLINE' }],
    ['has an agent that has not reported it', {}, { live: null }, { code: 'MACHINE_NOT_REPORTED' }],
    ...['disconnected', 'connecting', 'faulted'].map(
      (state) =>
        [
          `is ${state}`,
          {},
          { live: { state, heatersUnknown: true, runId: null } },
          { code: 'MACHINE_DISCONNECTED' },
        ] as [string, Partial<QueuedJob>, Partial<MachineView>, object],
    ),
    [
      'is halted',
      {},
      { live: { state: 'halted', heatersUnknown: false, runId: null } },
      { code: 'MACHINE_HALTED' },
    ],
    [
      'prints an unknown run',
      {},
      { live: { state: 'printing', heatersUnknown: false, runId: null } },
      { code: 'MACHINE_BUSY' },
    ],
    [
      'may be hot',
      {},
      { live: { state: 'ready', heatersUnknown: true, runId: null } },
      { code: 'HEATERS_UNKNOWN' },
    ],
    ['cannot get the file', { fileLost: true }, {}, { code: 'FILE_LOST' }],
    ['is to be stopped', {}, { stopOnItsWay: true }, { code: 'STOP_ON_ITS_WAY' }],
    ['is in a lab that waits for a person', {}, { labHeld: true }, { code: 'LAB_HELD' }],
    ['has a part on its bed', {}, { bedClear: false }, { code: 'BED_NOT_CLEAR' }],
    ['is in maintenance', {}, { inMaintenance: true }, { code: 'IN_MAINTENANCE' }],
    [
      'gets no job that is held',
      { held: { by: 'staff', words: 'wrong file' } },
      {},
      { code: 'HELD', by: 'staff', words: 'wrong file' },
    ],
    ['gets no job that awaits approval', { awaitsApproval: true }, {}, { code: 'AWAITS_APPROVAL' }],
    [
      'gets no job that waits for money',
      { awaitsFunds: { coveredCents: 320, neededCents: 410 } },
      {},
      { code: 'FUNDS', coveredCents: 320, neededCents: 410 },
    ],
    ['gets no job that needs its maker', { awaitsMaker: true }, {}, { code: 'NEEDS_MAKER' }],
    ['lacks a tag', { tags: ['Big', 'new'] }, { tags: ['big'] }, { code: 'MISSING_TAG', tag: 'new' }],
    [
      'has another colour',
      { colour: 'red' },
      {},
      { code: 'OTHER_COLOUR', tool: 0, wanted: 'red', loaded: 'black' },
    ],
    [
      'has another nozzle',
      { equipment: { ...NO_NEEDS, nozzlesUm: [600] } },
      { equipment: { ...UNKNOWN_EQUIPMENT, nozzleUm: 400 } },
      { code: 'OTHER_NOZZLE', neededMm: 0.6, mountedMm: 0.4 },
    ],
    ['is printing', {}, { activeRunId: runId }, { code: 'RUN_ACTIVE', runId }],
    [
      'requires an induction that the member does not have',
      { inductions: new Set(['sewing-machine']) },
      { inductionKind: 'laser' },
      { code: 'INDUCTION_MISSING', kind: 'laser' },
    ],
    [
      'has a guard that refuses a command',
      { refusals: refusedAs(refusal) },
      {},
      { code: 'GUARD_REFUSES', ...refusal },
    ],
    ['has not judged the file', { refusals: new Map() }, {}, { code: 'NOT_JUDGED' }],
    [
      'has one tool of two',
      { filamentOn: () => [1, 1] },
      {},
      { code: 'TOO_FEW_TOOLS', needed: 2, available: 1 },
    ],
    ['has no spool', {}, { spools: [null] }, { code: 'NO_SPOOL', tool: 0 }],
    [
      'has another material',
      { material: 'PETG' },
      {},
      { code: 'OTHER_MATERIAL', tool: 0, wanted: 'PETG', loaded: 'PLA' },
    ],
    [
      'has another material than the file is made for',
      { material: null, fileMaterials: [{ name: 'PETG', nozzleCelsius: [], bedCelsius: null }] },
      {},
      { code: 'OTHER_MATERIAL', tool: 0, wanted: 'PETG', loaded: 'PLA' },
    ],
    [
      'has a material that is not printed at the file’s temperatures',
      { material: null, fileMaterials: [{ name: null, nozzleCelsius: [250], bedCelsius: 80 }] },
      {},
      { code: 'OTHER_HEAT', tool: 0, heat: '250 °C / 80 °C', loaded: 'PLA' },
    ],
    [
      'has the requested material, but the file is made for another',
      { fileMaterials: [{ name: 'PETG', nozzleCelsius: [], bedCelsius: null }] },
      {},
      { code: 'MATERIAL_UNDECIDED', asked: 'PLA', madeFor: 'PETG' },
    ],
    [
      'has too little left',
      { filamentOn: () => [200_000_000] },
      {},
      { code: 'SPOOL_TOO_LOW', tool: 0, neededMg: 596_510, leftMg: 500_000 },
    ],
  ])('a machine that %s', (_what, jobChange, machineChange, reason) => {
    expect(reasonsAgainst(job(jobChange), machine(machineChange), stockOf())).toEqual([reason]);
  });

  it('accepts any material for a job that names none, and any spelling of a named one', () => {
    const stock = stockOf({ material: 'petg ' });
    expect(reasonsAgainst(job({ material: null }), machine(), stock)).toEqual([]);
    expect(reasonsAgainst(job({ material: 'PETG' }), machine(), stock)).toEqual([]);
  });

  it('accepts a job whose maker confirmed that the file is made for another material', () => {
    const decided = job({
      insteadOf: 'petg',
      fileMaterials: [{ name: 'PETG', nozzleCelsius: [], bedCelsius: null }],
    });
    expect(reasonsAgainst(decided, machine(), stockOf())).toEqual([]);
  });

  it('compares the material of each extruding tool with its loaded spool', () => {
    const other = newId<SpoolId>();
    const stock = new Map([
      ...stockOf(),
      [other, { spoolId: other, material: 'PETG', colour: 'black', geometry, balanceMg: 500_000 }] as const,
    ]);
    const fileMaterials = ['PLA', 'PETG'].map((name) => ({ name, nozzleCelsius: [], bedCelsius: null }));
    const two = job({ material: null, fileMaterials, filamentOn: () => [1, 1] });
    const reasons = (spools: SpoolId[]) => reasonsAgainst(two, machine({ spools }), stock);
    expect(reasons([spoolId, other])).toEqual([]);
    expect(reasons([spoolId, spoolId])).toEqual([
      { code: 'OTHER_MATERIAL', tool: 1, wanted: 'PETG', loaded: 'PLA' },
    ]);
  });

  it('accepts the job of a member with an induction for its kind', () => {
    const inducted = job({ inductions: new Set(['laser']) });
    expect(reasonsAgainst(inducted, machine({ inductionKind: 'laser' }), stockOf())).toEqual([]);
  });

  it('requires no spool for a tool that extrudes nothing', () => {
    const two = machine({ spools: [spoolId, null] });
    expect(reasonsAgainst(job({ filamentOn: () => [1_000, 0] }), two, stockOf())).toEqual([]);
  });
});

describe('the next job of a machine', () => {
  const busy = machine({
    live: { state: 'printing', heatersUnknown: false, runId: null },
    bedClear: false,
    activeRunId: newId<RunId>(),
  });

  it('is the first that it can print once it is free, by the rules of matching', () => {
    const queue = [
      job({ queuedAt: 1, refusals: refusedAs(refusal) }),
      job({ queuedAt: 2, material: 'PETG' }),
      job({ queuedAt: 3, filamentOn: () => [1, 1] }),
      job({ queuedAt: 4, material: ' Pla ' }),
      job({ queuedAt: 5, material: 'pla' }),
    ];
    expect(nextJobs(queue, [busy], stockOf())).toEqual(new Map([[firstId, queue[3]?.id]]));
  });

  it('may be the same for two machines, and none for one in maintenance', () => {
    const [first, second, third] = machineIds as [MachineId, MachineId, MachineId];
    const only = job();
    const lab = [busy, { ...busy, id: second }, { ...busy, id: third, inMaintenance: true }];
    expect(nextJobs([only], lab, stockOf())).toEqual(
      new Map([
        [first, only.id],
        [second, only.id],
      ]),
    );
  });
});

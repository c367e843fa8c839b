import type { Job, Machine } from '../../api/queries';
import {
  countStates,
  inOrder,
  isBuried,
  jobOfRun,
  queueOf,
  soonestEnd,
  stateOf,
  takesJobs,
  urgencyOf,
  workByMachine,
} from './state';

type Live = NonNullable<Machine['live']>;

const live = (given: Partial<Live> = {}): Live => ({
  state: 'ready',
  firmware: null,
  recognisedProfileId: null,
  profileMismatch: false,
  readings: [],
  heatersUnknown: false,
  asksForSpool: false,
  isVirtual: false,
  needsPerson: null,
  ...given,
});
const asks = (kind: string): Live['needsPerson'] => ({
  id: 1,
  kind,
  message: '',
  buttons: [],
  cooled: false,
});
const machine = (given: Partial<Machine> = {}): Machine =>
  ({
    id: 'm',
    widthMm: 200,
    depthMm: 200,
    heightMm: 200,
    maxNozzleCelsius: 250,
    maxBedCelsius: 100,
    bed: 'clear',
    inMaintenance: false,
    live: live(),
    stopOnItsWay: null,
    ...given,
  }) as Machine;
const job = (id: string, given: object = {}): Job =>
  ({
    id,
    state: 'queued',
    createdAt: id,
    material: null,
    analysis: null,
    runs: [],
    ...given,
  }) as unknown as Job;

describe('the state of a machine', () => {
  it.each<[string, Partial<Machine>, string]>([
    ['nothing prevents a print', {}, 'ready'],
    ['a part is on its bed', { bed: 'occupied' }, 'bed'],
    ['its agent is away', { live: null }, 'away'],
    ['its agent is away because of maintenance', { live: null, inMaintenance: true }, 'maintenance'],
    ['its line is lost', { live: live({ state: 'faulted' }) }, 'unconnected'],
    [
      'it prints, and maintenance begins after the print',
      { live: live({ state: 'printing' }), inMaintenance: true },
      'printing',
    ],
    ['a person paused it', { live: live({ state: 'paused', needsPerson: asks('requested') }) }, 'paused'],
    [
      'it has no filament',
      { live: live({ state: 'paused', needsPerson: asks('filament-runout') }) },
      'person',
    ],
    [
      'it may be hot',
      { live: live({ state: 'faulted', needsPerson: asks('heaters-unknown') }), inMaintenance: true },
      'heaters',
    ],
    [
      'a stop has not arrived',
      {
        live: live({ state: 'printing', needsPerson: asks('heaters-unknown') }),
        stopOnItsWay: { since: '2026-01-01T00:00:00.000Z', overdue: true },
      },
      'stop',
    ],
    [
      'a stop has just been sent',
      {
        live: live({ state: 'printing' }),
        stopOnItsWay: { since: '2026-01-01T00:00:00.000Z', overdue: false },
      },
      'printing',
    ],
  ])('%s', (_what, given, state) => {
    expect(stateOf(machine(given))).toBe(state);
  });

  it('is counted once', () => {
    expect([...countStates([machine(), machine({ bed: 'occupied' }), machine()])]).toEqual([
      ['ready', 2],
      ['bed', 1],
    ]);
  });

  it('takes no jobs during maintenance', () => {
    const printing = live({ state: 'printing' });
    expect(takesJobs(machine({ live: printing }))).toBe(true);
    expect(takesJobs(machine({ live: printing, inMaintenance: true }))).toBe(false);
  });
});

describe('what is on a machine', () => {
  const jobs = [
    job('old', { runs: [{ id: 'r1', machineId: 'm', state: 'done' }] }),
    job('now', { runs: [{ id: 'r2', machineId: 'm', state: 'printing' }] }),
  ];

  it('is the run that has not ended', () => {
    expect(workByMachine(jobs).get('m')?.run.id).toBe('r2');
  });

  it('is the part of a run that has ended', () => {
    expect([jobOfRun(jobs, 'r1')?.id, jobOfRun(jobs, 'r9'), jobOfRun(jobs, null)]).toEqual([
      'old',
      undefined,
      undefined,
    ]);
  });
});

describe('the queue', () => {
  it('is the waiting jobs', () => {
    expect(queueOf([job('3'), job('1'), job('2', { state: 'running' })]).map(({ id }) => id)).toEqual([
      '3',
      '1',
    ]);
  });
});

describe('the order of the wall', () => {
  const idle = machine({ id: 'idle' });
  const printing = machine({ id: 'printing', live: live({ state: 'printing' }) });
  const bed = machine({ id: 'bed', bed: 'occupied' });
  const asking = machine({ id: 'asking', live: live({ needsPerson: asks('filament-runout') }) });
  const other = machine({ id: 'other' });

  it('puts first what calls loudest, and keeps machines of one state as they come', () => {
    const all = [idle, bed, other, printing, asking];
    expect(urgencyOf(all)).toEqual(['asking', 'bed', 'printing', 'idle', 'other']);
  });

  it('stays as it is when states change, and a new machine comes last', () => {
    const order = urgencyOf([bed, idle]);
    const now = [machine({ id: 'idle', bed: 'occupied' }), machine({ id: 'bed' }), printing];
    expect(inOrder(now, order).map(({ id }) => id)).toEqual(['bed', 'idle', 'printing']);
  });

  it('tells when a machine that calls stands behind one that does not', () => {
    expect(isBuried([asking, bed, printing, idle])).toBe(false);
    expect(isBuried([asking, printing, bed])).toBe(true);
    expect(isBuried([idle, printing])).toBe(false);
    expect(isBuried([])).toBe(false);
  });
});

describe('the next end', () => {
  const work = (remainingSeconds: number | null) => ({
    job: job('1'),
    run: { progress: { fraction: 0.5, remainingSeconds } } as never,
  });

  it('is the soonest that a run tells', () => {
    expect(soonestEnd([work(900), work(null), work(60)])).toBe(60);
    expect(soonestEnd([work(null)])).toBeUndefined();
    expect(soonestEnd([{ job: job('1'), run: { progress: null } as never }])).toBeUndefined();
  });
});

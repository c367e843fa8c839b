import type { Job, Machine } from '../../api/queries';
import { countStates, isHeard, jobOfRun, queueOf, stateOf, takesJobs, workByMachine } from './state';

type Live = NonNullable<Machine['live']>;

const live = (given: Partial<Live> = {}): Live => ({
  connection: 'ready',
  firmware: null,
  recognisedProfileId: null,
  profileMismatch: false,
  nozzle: { actual: 20, target: 0 },
  bed: { actual: 20, target: 0 },
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

describe('how a machine is', () => {
  it.each<[string, Partial<Machine>, string]>([
    ['nothing stands in the way', {}, 'ready'],
    ['a part lies on it', { bed: 'occupied' }, 'bed'],
    ['its agent is away', { live: null }, 'away'],
    ['its agent is away because somebody works on it', { live: null, inMaintenance: true }, 'maintenance'],
    ['its line is lost', { live: live({ connection: 'faulted' }) }, 'unconnected'],
    [
      'it prints, though maintenance is to come',
      { live: live({ connection: 'printing' }), inMaintenance: true },
      'printing',
    ],
    [
      'a person paused it',
      { live: live({ connection: 'paused', needsPerson: asks('requested') }) },
      'paused',
    ],
    [
      'it has no filament',
      { live: live({ connection: 'paused', needsPerson: asks('filament-runout') }) },
      'person',
    ],
    [
      'it may be hot',
      { live: live({ connection: 'faulted', needsPerson: asks('heaters-unknown') }), inMaintenance: true },
      'heaters',
    ],
    [
      'a stop has not arrived',
      {
        live: live({ connection: 'printing', needsPerson: asks('heaters-unknown') }),
        stopOnItsWay: { since: '2026-01-01T00:00:00.000Z', overdue: true },
      },
      'stop',
    ],
    [
      'a stop has just left',
      {
        live: live({ connection: 'printing' }),
        stopOnItsWay: { since: '2026-01-01T00:00:00.000Z', overdue: false },
      },
      'printing',
    ],
    ['it is in a state that nobody knew yet', { live: live({ connection: 'dreaming' }) }, 'unconnected'],
  ])('%s', (_what, given, state) => {
    expect(stateOf(machine(given))).toBe(state);
  });

  it('has no temperatures to show once its line is silent', () => {
    expect(
      [live({ connection: 'faulted' }), null, live()].map((now) => isHeard(machine({ live: now }))),
    ).toEqual([false, false, true]);
  });

  it('is counted once', () => {
    expect([...countStates([machine(), machine({ bed: 'occupied' }), machine()])]).toEqual([
      ['ready', 2],
      ['bed', 1],
    ]);
  });

  it('takes no jobs while somebody works on it', () => {
    const printing = live({ connection: 'printing' });
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

  it('is the part of a run that has', () => {
    expect([jobOfRun(jobs, 'r1')?.id, jobOfRun(jobs, 'r9'), jobOfRun(jobs, null)]).toEqual([
      'old',
      undefined,
      undefined,
    ]);
  });
});

describe('the queue', () => {
  it('is those that wait', () => {
    expect(queueOf([job('3'), job('1'), job('2', { state: 'running' })]).map(({ id }) => id)).toEqual([
      '3',
      '1',
    ]);
  });
});

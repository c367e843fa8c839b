import { check } from './checker';
import type { Evidence, Happening, RunRow } from './evidence';

const LINES = 4;
const UM = 100;
const TICK_MS = 1000;

/** A print of `part`, its bed cleared before it unless `dirty`. */
function print(machine: string, part: number, indices = [0, 1, 2, 3], dirty = false): Happening[] {
  const from = part * 100 * TICK_MS;
  const cleared: Happening[] = dirty ? [] : [{ kind: 'bed-clear', machine, at: from }];
  return [
    ...cleared,
    ...indices.map((index) => ({ kind: 'line' as const, machine, part, index, at: from + index * TICK_MS })),
  ];
}

const run = (part: number, changes: Partial<RunRow> = {}): RunRow => ({
  ...{ id: `run-${part}`, jobId: `job-${part}`, part, machine: 'one', state: 'done', active: false },
  ...{ linesSent: LINES, exact: true, filamentUm: LINES * UM, movementsUm: [LINES * UM], usages: 1 },
  ...{ states: ['assigned', 'accepted', 'printing', 'done'] },
  ...changes,
});

/** Two parts printed on one machine, and nothing wrong. */
const sound = (changes: Partial<Evidence> = {}): Evidence => ({
  happenings: [...print('one', 0), ...print('one', 1)],
  accepted: ['job-0', 'job-1'],
  jobs: [0, 1].map((part) => ({ id: `job-${part}`, part, state: 'done' })),
  runs: [run(0), run(1)],
  agents: [{ lab: 'north', appliedSequence: 8, lastSequence: 8, pending: 0 }],
  ...{ hot: [], endings: [], linesOfPart: LINES, umOfLine: UM },
  ...changes,
});
const interrupted = (changes: Partial<RunRow>): RunRow =>
  run(1, {
    state: 'interrupted',
    exact: false,
    states: ['assigned', 'accepted', 'printing', 'interrupted'],
    ...changes,
  });

describe('the judge of the chaos', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(check(sound())).toEqual([]);
  });

  it.each<[string, Partial<Evidence>, RegExp]>([
    ['a lost job', { jobs: sound().jobs.slice(1) }, /job-0 was accepted and is gone/],
    [
      'a stuck job',
      { jobs: [{ id: 'job-0', part: 0, state: 'running' }, ...sound().jobs.slice(1)] },
      /stuck: running/,
    ],
    ['a run that never ends', { runs: [run(0, { active: true }), run(1)] }, /job-0 .*stuck/],
    [
      'a part printed twice in one run, elsewhere',
      { happenings: [...sound().happenings, ...print('two', 1)] },
      /part 1 was printed 2 times in 1 runs/,
    ],
    [
      'a part printed again at once',
      { happenings: [...sound().happenings, ...print('one', 1)] },
      /2 times in 1 runs/,
    ],
    [
      'a line accepted twice',
      { happenings: [...print('one', 0), ...print('one', 1, [0, 1, 1, 2, 3])] },
      /accepted line 1 .*after line 1/,
    ],
    [
      'a line left out',
      { happenings: [...print('one', 0), ...print('one', 1, [0, 1, 3])] },
      /accepted line 3 .*after line 1/,
    ],
    [
      'two prints through one another',
      { happenings: [...print('one', 0, [0, 1]), ...print('one', 1, [0]), ...print('one', 0, [2, 3])] },
      /accepted line 2 of part 0 after line 0 of part 1/,
    ],
    [
      'a print on a dirty bed',
      { happenings: [...print('one', 0), ...print('one', 1, undefined, true)] },
      /part 1 began on the uncleared bed/,
    ],
    [
      'a run that went its way backwards',
      { runs: [run(0), run(1, { states: ['assigned', 'printing', 'accepted', 'done'] })] },
      /run-1 .*by way of/,
    ],
    [
      'a state that no step explains',
      { runs: [run(0), run(1, { state: 'failed' })] },
      /run-1 of part 1 is failed/,
    ],
    ['filament booked twice', { runs: [run(0), run(1, { movementsUm: [400, 400] })] }, /booked 2 times/],
    ['filament not booked', { runs: [run(0), run(1, { movementsUm: [] })] }, /reported 400 µm and booked 0/],
    ['a charge made twice', { runs: [run(0), run(1, { usages: 2 })] }, /charged 2 times/],
    [
      'a ledger that knows more than the machine',
      { runs: [run(0), run(1, { filamentUm: 401, movementsUm: [401] })] },
      /booked 401 µm/,
    ],
    [
      'an exact ledger that knows less',
      { runs: [run(0), run(1, { filamentUm: 399, movementsUm: [399] })] },
      /booked 399 µm/,
    ],
    [
      'done before its end',
      { happenings: [...print('one', 0), ...print('one', 1, [0, 1, 2])] },
      /done after 3 lines/,
    ],
    [
      'a hole in the events',
      { agents: [{ lab: 'north', appliedSequence: 7, lastSequence: 8, pending: 1 }] },
      /8 events written, 7 applied/,
    ],
    ['a heater left on', { hot: [{ machine: 'one', seconds: 10.2 }] }, /one was hot for 10\.2 s/],
    [
      'a process that fell',
      { endings: ['server-a ended by itself: exit code 1'] },
      /server-a ended by itself/,
    ],
  ])('finds %s', (_, changes, violation) => {
    expect(check(sound(changes))).toEqual(expect.arrayContaining([expect.stringMatching(violation)]));
  });

  it('grants a crash its buffer and one checkpoint, and no more', () => {
    const long = Array.from({ length: 40 }, (_, index) => index);
    const evidence = (booked: number) =>
      sound({
        happenings: [...print('one', 0), ...print('one', 1, long)],
        jobs: [0, 1]
          .map((part) => ({ id: `job-${part}`, part, state: 'stopped' }))
          .map((job, at) => (at ? job : { ...job, state: 'done' })),
        runs: [run(0), interrupted({ filamentUm: booked, movementsUm: [booked] })],
      });
    expect(check(evidence(40 * UM))).toEqual([]);
    expect(check(evidence(26 * UM))).toEqual([]);
    expect(check(evidence(25 * UM))).toEqual([expect.stringMatching(/booked 2500 µm/)]);
    expect(check(evidence(41 * UM))).toEqual([expect.stringMatching(/booked 4100 µm/)]);
  });

  it('lets a redone part be printed once more', () => {
    const jobs = [
      ...sound().jobs.slice(0, 1),
      { id: 'job-1', part: 1, state: 'redone' },
      { id: 'job-2', part: 1, state: 'done' },
    ];
    const first = interrupted({ filamentUm: 0, movementsUm: [] });
    const runs = [run(0), first, run(1, { id: 'run-2', jobId: 'job-2' })];
    const happenings = [...print('one', 0), ...print('one', 1, [0]), ...print('one', 1)];
    expect(check(sound({ jobs, runs, happenings }))).toEqual([]);
  });
});

import { check } from './checker';
import type { BedClear, Evidence, Happening, Order, RunRow } from './evidence';

const LINES = 4;
const UM = 100;
const TICK_MS = 1000;

const bedClear = (machine: string, at: number, refused = false): BedClear => ({
  ...{ kind: 'bed-clear', machine, at, refused },
});

/** A print of `part`; the bed was cleared before it unless `dirty`. */
function print(machine: string, part: number, indices = [0, 1, 2, 3], dirty = false): Happening[] {
  const from = part * 100 * TICK_MS;
  const cleared: Happening[] = dirty ? [] : [bedClear(machine, from)];
  return [
    ...cleared,
    ...indices.map((index) => ({ kind: 'line' as const, machine, part, index, at: from + index * TICK_MS })),
  ];
}

const run = (part: number, changes: Partial<RunRow> = {}): RunRow => ({
  ...{ id: `run-${part}`, jobId: `job-${part}`, part, machine: 'one', state: 'done', active: false },
  ...{
    assignedAt: part * 1_000,
    linesSent: LINES,
    exact: true,
    filamentUm: LINES * UM,
    movementsUm: [LINES * UM],
    usages: 1,
  },
  ...{ states: ['assigned', 'accepted', 'printing', 'done'], lines: LINES },
  ...changes,
});

const prestations = [1, 2].map((at) => ({ id: `prestation-${at}`, reference: `PR-2026-00000${at}` }));
const lines = prestations.map(({ id }) => ({ id: `line of ${id}`, prestationId: id, netCents: 500 }));
const invoices = prestations.map(({ id }, at) => ({
  ...{ id: `invoice-${at + 1}`, number: `FA-2026-00000${at + 1}`, prestationId: id, netCents: 500 },
}));
const invoiceLines = invoices.map(({ id }) => ({ invoiceId: id, netCents: 500 }));
const books = { prestations, lines, invoices, invoiceLines };
const [firstInvoice, secondInvoice] = invoices as [(typeof invoices)[number], (typeof invoices)[number]];

/** An order that was given during the second line of part 1 and was due before its third. */
const order = (changes: Partial<Order> = {}): Order => ({
  ...{ kind: 'cancel', machine: 'one', part: 1, acceptedAt: 101_100, dueAt: 101_500, overAt: undefined },
  ...{ inEffect: undefined, ...changes },
});

const job = (part: number, state: string, labId = 'north') => ({ id: `job-${part}`, labId, part, state });

/** Two parts printed on one machine and two client orders invoiced, without a violation. */
const sound = (changes: Partial<Evidence> = {}): Evidence => ({
  happenings: [...print('one', 0), ...print('one', 1)],
  accepted: ['job-0', 'job-1'],
  jobs: [0, 1].map((part) => job(part, 'done')),
  runs: [run(0), run(1)],
  machines: [{ name: 'one', labId: 'north', idle: true, shown: 'ready' }],
  ...{ papers: { prestations, lines, invoices }, books, orders: [], heldJobs: [], unhealthy: [] },
  agents: [{ lab: 'north', appliedSequence: 8, lastSequence: 8, pending: 0 }],
  ...{ hot: [], held: [], endings: [], umOfLine: UM },
  ...changes,
});
const interrupted = (changes: Partial<RunRow>): RunRow =>
  run(1, {
    state: 'interrupted',
    exact: false,
    usages: 0,
    states: ['assigned', 'accepted', 'printing', 'interrupted'],
    ...changes,
  });

describe('the judge of the chaos', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(check(sound())).toEqual([]);
  });

  it('finds nothing wrong with a print that begins after its hold', () => {
    const heldJobs = [
      { jobId: 'job-1', from: 900, until: 999 },
      { jobId: 'job-0', from: 10, until: undefined },
    ];
    expect(check(sound({ heldJobs }))).toEqual([]);
  });

  it.each<[string, Partial<Evidence>, RegExp]>([
    ['a lost job', { jobs: sound().jobs.slice(1) }, /job-0 was accepted and is gone/],
    [
      'a print of a held job',
      { heldJobs: [{ jobId: 'job-1', from: 900, until: 1_100 }] },
      /part 1 was held, and its print on one began/,
    ],
    ['a stuck job', { jobs: [job(0, 'running'), ...sound().jobs.slice(1)] }, /stuck: running/],
    ['a run that never ends', { runs: [run(0, { active: true }), run(1)] }, /job-0 .*stuck/],
    [
      'a part printed twice in one run, elsewhere',
      { happenings: [...sound().happenings, ...print('two', 1)] },
      /part 1 was printed 2 times in 1 runs/,
    ],
    [
      'a part printed again immediately',
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
      'two prints with mixed lines',
      { happenings: [...print('one', 0, [0, 1]), ...print('one', 1, [0]), ...print('one', 0, [2, 3])] },
      /accepted line 2 of part 0 after line 0 of part 1/,
    ],
    [
      'a print on a dirty bed',
      { happenings: [...print('one', 0), ...print('one', 1, undefined, true)] },
      /part 1 began on the uncleared bed/,
    ],
    [
      'a run whose states went backwards',
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
    ['a print that was not charged', { runs: [run(0), run(1, { usages: 0 })] }, /charged 0 times/],
    [
      'a charge for a part that was not made',
      { jobs: [job(0, 'done'), job(1, 'stopped')], runs: [run(0), interrupted({ usages: 1 })] },
      /run-1 .*interrupted.* charged 1 times/,
    ],
    [
      'a job that waits while a machine is idle',
      { jobs: [...sound().jobs, job(2, 'queued')] },
      /job-2 .*waits with idle machines: one/,
    ],
    [
      'a lab that is held though nothing went back in time',
      { held: [{ lab: 'north', because: 'LAB.JOURNAL_RESTORED' }] },
      /north is held \(LAB\.JOURNAL_RESTORED\), and nothing was put back/,
    ],
    [
      'a machine that nothing keeps from printing, and that does not come back',
      { machines: [{ name: 'one', labId: 'north', idle: false, shown: 'halted' }] },
      /one stays out of use: halted/,
    ],
    [
      'a bed that only a refused click cleared',
      {
        happenings: [...print('one', 0), bedClear('one', 50_000, true), ...print('one', 1, undefined, true)],
      },
      /part 1 began on the uncleared bed/,
    ],
    ['a cancel that was not obeyed', { orders: [order()] }, /cancel of part 1 on one .* 2 lines followed/],
    ['a pause that was not obeyed', { orders: [order({ kind: 'pause' })] }, /pause of part 1 on one/],
    ['a stop after which it went on', { orders: [order({ kind: 'stop' })] }, /stop of part 1 on one was/],
    [
      'a stop after which it never halted',
      { orders: [order({ kind: 'stop', dueAt: 900_000, inEffect: false })] },
      /stop of part 1 on one .*did not halt/,
    ],
    [
      'a prestation that was answered and is gone',
      { books: { ...books, prestations: prestations.slice(0, 1) } },
      /prestation prestation-2 was answered and is gone/,
    ],
    [
      'a line that was answered and is gone',
      { books: { ...books, lines: lines.slice(0, 1) } },
      /line .*prestation-2 was answered and is gone/,
    ],
    [
      'an invoice that was answered and is gone',
      { books: { ...books, invoices: [firstInvoice] } },
      /invoice invoice-2 was answered and is gone/,
    ],
    [
      'an invoice with an amount that differs from the answer',
      { books: { ...books, invoices: [firstInvoice, { ...secondInvoice, netCents: 499 }] } },
      /invoice-2 has another netCents/,
    ],
    [
      'a gap among invoices',
      {
        papers: { prestations, lines, invoices: [] },
        books: { ...books, invoices: [firstInvoice, { ...secondInvoice, number: 'FA-2026-000003' }] },
      },
      /invoice FA-2026-2 is left out/,
    ],
    [
      'an invoice number taken twice',
      { books: { ...books, invoices: [...invoices, { ...secondInvoice, id: 'x', prestationId: 'y' }] } },
      /invoice FA-2026-3 is left out or there twice/,
    ],
    [
      'a gap among prestations',
      { books: { ...books, prestations: [...prestations, { id: 'x', reference: 'PR-2026-000004' }] } },
      /prestation PR-2026-3 is left out/,
    ],
    [
      'a prestation invoiced twice',
      {
        books: {
          ...books,
          invoices: [...invoices, { ...secondInvoice, id: 'x', number: 'FA-2026-000003' }],
        },
      },
      /prestation-2 was invoiced again/,
    ],
    [
      'an invoice over less than its lines',
      { books: { ...books, invoiceLines: invoiceLines.slice(1) } },
      /FA-2026-000001 is over 500 cents, its lines over 0/,
    ],
    [
      'an invoice whose total differs from the work',
      { books: { ...books, lines: [...lines, { id: 'x', prestationId: 'prestation-1', netCents: 1 }] } },
      /FA-2026-000001 is over 500 cents, .*prestation's over 501/,
    ],
    [
      'a server that does not become ready',
      { unhealthy: ['server-a is not ready'] },
      /server-a is not ready/,
    ],
    [
      'a ledger with more than the machine extruded',
      { runs: [run(0), run(1, { filamentUm: 401, movementsUm: [401] })] },
      /booked 401 µm/,
    ],
    [
      'an exact ledger with less',
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
      'a process that ended by itself',
      { endings: ['server-a ended by itself: exit code 1'] },
      /server-a ended by itself/,
    ],
  ])('finds %s', (_, changes, violation) => {
    expect(check(sound(changes))).toEqual(expect.arrayContaining([expect.stringMatching(violation)]));
  });

  it('allows a crash its buffer and one checkpoint at most', () => {
    const long = Array.from({ length: 40 }, (_, index) => index);
    const evidence = (booked: number) =>
      sound({
        happenings: [...print('one', 0), ...print('one', 1, long)],
        jobs: [job(0, 'done'), job(1, 'stopped')],
        runs: [run(0), interrupted({ filamentUm: booked, movementsUm: [booked] })],
      });
    expect(check(evidence(40 * UM))).toEqual([]);
    expect(check(evidence(26 * UM))).toEqual([]);
    expect(check(evidence(25 * UM))).toEqual([expect.stringMatching(/booked 2500 µm/)]);
    expect(check(evidence(41 * UM))).toEqual([expect.stringMatching(/booked 4100 µm/)]);
  });

  it('lets a redone part be printed once more', () => {
    const jobs = [job(0, 'done'), job(1, 'redone'), { ...job(1, 'done'), id: 'job-2' }];
    const first = interrupted({ filamentUm: 0, movementsUm: [] });
    const runs = [run(0), first, run(1, { id: 'run-2', jobId: 'job-2' })];
    const happenings = [...print('one', 0), ...print('one', 1, [0]), ...print('one', 1)];
    expect(check(sound({ jobs, runs, happenings }))).toEqual([]);
  });

  it('lets a job wait where no machine may take it', () => {
    const waiting = [...sound().jobs, job(2, 'queued')];
    const taken = run(3, { state: 'printing', states: ['assigned', 'accepted', 'printing'], active: true });
    const elsewhere = [...sound().jobs, job(2, 'queued', 'south')];
    const busy = sound().machines.map((machine) => ({ ...machine, idle: false }));
    const besideBusy = check(sound({ jobs: waiting, machines: busy }));
    expect(besideBusy.filter((each) => each.includes('idle machines'))).toEqual([]);
    expect(check(sound({ jobs: elsewhere }))).toEqual([]);
    const besideTaken = check(sound({ jobs: waiting, runs: [run(0), run(1), taken] }));
    expect(besideTaken.filter((each) => each.includes('idle machines'))).toEqual([]);
  });

  it('ignores an order that is not due, that was withdrawn, or that another run may have followed', () => {
    const clean = (changes: Partial<Order>) => check(sound({ orders: [order(changes)] }));
    expect(clean({ dueAt: undefined })).toEqual([]);
    expect(clean({ overAt: 101_600 })).toEqual([]);
    expect(clean({ kind: 'stop', dueAt: 900_000, inEffect: true })).toEqual([]);
    const again = run(1, { id: 'run-2', jobId: 'job-2', movementsUm: [0], filamentUm: 0, exact: false });
    const twice = check(sound({ orders: [order()], runs: [run(0), run(1), again] }));
    expect(twice.filter((each) => each.includes('cancel'))).toEqual([]);
  });

  it('accepts that a click without an answer has cleared a bed', () => {
    const happenings = [...print('one', 0), bedClear('one', 50_000), ...print('one', 1, undefined, true)];
    expect(check(sound({ happenings }))).toEqual([]);
  });

  it('accepts documents whose answer was lost, and a year without any', () => {
    const unheard = { prestations: [], lines: [], invoices: [] };
    expect(check(sound({ papers: unheard }))).toEqual([]);
    const before = [
      { ...firstInvoice, number: 'FA-2025-000001' },
      { ...secondInvoice, number: 'FA-2026-000001' },
    ];
    expect(check(sound({ papers: unheard, books: { ...books, invoices: before } }))).toEqual([]);
  });
});

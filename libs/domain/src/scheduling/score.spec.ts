import fc from 'fast-check';
import { decayed, queueOrder } from './score';
import { HOUR, planJob } from './testing/plans';
import { DEFAULT_WEIGHTS } from './weights';

const missing = (): never => {
  throw new Error('not found');
};
const DAY = 24 * HOUR;
const NO_USE = new Map<string, number>();
const order = (now: number, jobs: ReturnType<typeof planJob>[], used: ReadonlyMap<string, number> = NO_USE) =>
  queueOrder(now, jobs, used, DEFAULT_WEIGHTS).map(({ job }) => job.id);

describe('the order of a queue', () => {
  it('is that of submission among jobs that are equal otherwise', () => {
    const jobs = [3, 1, 2].map((submittedAt) => planJob({ submittedAt }));
    expect(order(10, jobs)).toEqual([jobs[1]?.id, jobs[2]?.id, jobs[0]?.id]);
  });

  it('spreads the many copies of one member among the jobs of others', () => {
    const copies = Array.from({ length: 100 }, () => planJob({ payer: 'member:many' }));
    const later = Array.from({ length: 3 }, () => planJob({ submittedAt: HOUR / 60 }));
    const places = order(HOUR / 60, [...copies, ...later]);
    for (const { id } of later) expect(places.indexOf(id)).toBeLessThan(4);
    // The copies keep their order.
    const ofCopies = places.filter((id) => copies.some((copy) => copy.id === id));
    expect(ofCopies).toEqual(copies.map(({ id }) => id));
  });

  it('puts who used machines lately behind who did not, and forgets it with time', () => {
    const [heavy, light] = [planJob({ payer: 'heavy' }), planJob({ submittedAt: 60_000, payer: 'light' })];
    const used = (days: number) => new Map([['heavy', decayed(10 * 3_600, days * DAY, 7)]]);
    expect(order(60_000, [heavy, light], used(0))).toEqual([light.id, heavy.id]);
    expect(order(60_000, [heavy, light], used(200))).toEqual([heavy.id, light.id]);
  });

  it('counts the use of a group for the group, and not for the member who submits', () => {
    const [first, second] = [planJob({ payer: 'group:a' }), planJob({ payer: 'group:a' })];
    const other = planJob({ submittedAt: 60_000 });
    expect(order(60_000, [first, second, other])).toEqual([first.id, other.id, second.id]);
  });

  it('puts a priority first, but not for ever', () => {
    const old = planJob();
    const urgent = (submittedAt: number) => planJob({ submittedAt, priority: 2 });
    const [soon, late] = [urgent(HOUR), urgent(100 * HOUR)];
    expect(order(HOUR, [old, soon])).toEqual([soon.id, old.id]);
    expect(order(100 * HOUR, [old, late])).toEqual([old.id, late.id]);
  });

  it('lets a due date count when the last moment for it comes near, and half once it is too late', () => {
    const [old, due] = [planJob(), planJob({ submittedAt: HOUR, dueAt: 50 * HOUR, dueIsFirm: true })];
    expect(order(2 * HOUR, [old, due])).toEqual([old.id, due.id]);
    expect(order(48 * HOUR, [old, due])).toEqual([due.id, old.id]);
    const partOf = (now: number) => queueOrder(now, [due], NO_USE, DEFAULT_WEIGHTS)[0]?.score.due;
    expect(partOf(49 * HOUR)).toBe(-48 * 3_600);
    expect(partOf(60 * HOUR)).toBe(-24 * 3_600);
  });

  it('lets a wish of the maker count a quarter of a firm date', () => {
    const [firm, wish] = [true, false].map((dueIsFirm) => planJob({ dueAt: 50 * HOUR, dueIsFirm })) as [
      ReturnType<typeof planJob>,
      ReturnType<typeof planJob>,
    ];
    const partOf = (now: number, job: typeof firm) =>
      queueOrder(now, [job], NO_USE, DEFAULT_WEIGHTS)[0]?.score.due;
    for (const now of [20, 45, 49, 60].map((hours) => hours * HOUR))
      expect(partOf(now, wish)).toBeCloseTo((partOf(now, firm) ?? 0) / 4, 6);
    expect(order(48 * HOUR, [wish, firm])).toEqual([firm.id, wish.id]);
  });

  it('follows what staff moved, and tells each part', () => {
    const [first, second] = [planJob(), planJob({ submittedAt: 1_000, movedSeconds: -3_600 })];
    const found = queueOrder(2_000, [first, second], NO_USE, DEFAULT_WEIGHTS);
    expect(found.map(({ job }) => job.id)).toEqual([second.id, first.id]);
    const { fair, age, priority, due, moved, sum } = found[0]?.score ?? missing();
    expect({ fair, age, priority, due, moved }).toEqual({
      fair: 0,
      age: -0.5,
      priority: 0,
      due: 0,
      moved: -3_600,
    });
    expect(sum).toBe(-3_600.5);
  });

  const jobs = fc.array(
    fc
      .record({
        submittedAt: fc.nat({ max: 100 }).map((hours) => hours * HOUR),
        payer: fc.constantFrom('a', 'b', 'c'),
        priority: fc.integer({ min: -1, max: 2 }),
        seconds: fc.integer({ min: 60, max: 100_000 }),
        dueAt: fc.option(fc.nat({ max: 300 }).map((hours) => hours * HOUR)),
        dueIsFirm: fc.boolean(),
      })
      .map((change) => planJob(change)),
    { maxLength: 30 },
  );

  it('does not depend on the order in which jobs are read', () => {
    fc.assert(
      fc.property(jobs, (found) => {
        expect(order(100 * HOUR, [...found].reverse())).toEqual(order(100 * HOUR, found));
      }),
    );
  });

  it('lets no job wait for ever: an old one goes before all that come later, whatever these are', () => {
    const { fairShare, ageing, priorityHours, dueHours } = DEFAULT_WEIGHTS;
    fc.assert(
      fc.property(jobs, fc.nat({ max: 500 }), (later, usedHours) => {
        const old = planJob({ payer: 'old', priority: -1 });
        const hours = (fairShare * usedHours + 3 * priorityHours + dueHours) / ageing + 1;
        const shifted = later.map((job) => {
          const dueAt = job.dueAt === null ? null : job.dueAt + hours * HOUR;
          return { ...job, dueAt, submittedAt: job.submittedAt + hours * HOUR };
        });
        const now = (hours + 101) * HOUR;
        const used = new Map([['old', usedHours * 3_600]]);
        const [first] = queueOrder(now, [...shifted, old], used, DEFAULT_WEIGHTS);
        // Those that came later are younger by `hours` at least.
        expect(first?.job.id).toBe(old.id);
      }),
    );
  });
});

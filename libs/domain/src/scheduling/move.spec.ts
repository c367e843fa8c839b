import type { JobId } from '@pandafab/shared';
import fc from 'fast-check';
import { moveBetween, type Place, type PlacedQueue } from './move';
import { queueOrder } from './score';
import { HOUR, planJob } from './testing/plans';
import { DEFAULT_WEIGHTS } from './weights';

type Jobs = PlacedQueue['jobs'];
const queueOf = (jobs: Jobs): PlacedQueue => ({ jobs, used: new Map(), weights: DEFAULT_WEIGHTS });
const orderOf = (now: number, { jobs, used, weights }: PlacedQueue) =>
  queueOrder(now, jobs, used, weights).map(({ job }) => job.id);
const moved = (now: number, queue: PlacedQueue, id: JobId, place: Place): PlacedQueue => {
  const movedSeconds = moveBetween(now, queue, id, place);
  return { ...queue, jobs: queue.jobs.map((job) => (job.id === id ? { ...job, movedSeconds } : job)) };
};

const job = fc
  .record({
    submittedAt: fc.nat({ max: 50 * HOUR }),
    payer: fc.constantFrom('a', 'b', 'c', 'd'),
    priority: fc.integer({ min: -1, max: 2 }),
    seconds: fc.integer({ min: 60, max: 80_000 }),
    movedSeconds: fc.integer({ min: -90_000, max: 90_000 }),
  })
  .map((change) => planJob(change));

describe('moving a job in the queue', () => {
  const at = (hour: number) => planJob({ submittedAt: hour * HOUR });
  const [first, second, third, fourth] = [at(0), at(1), at(2), at(3)] as const;
  const queue = queueOf([first, second, third, fourth]);
  const ids = ({ id }: { id: JobId }) => id;

  it('puts it between two others', () => {
    const up = moved(4 * HOUR, queue, fourth.id, { before: second.id });
    expect(orderOf(4 * HOUR, up)).toEqual([first, fourth, second, third].map(ids));
    const down = moved(4 * HOUR, queue, first.id, { after: second.id });
    expect(orderOf(4 * HOUR, down)).toEqual([second, first, third, fourth].map(ids));
  });

  it('puts it at either end', () => {
    expect(orderOf(0, moved(0, queue, third.id, { before: first.id }))[0]).toBe(third.id);
    expect(orderOf(0, moved(0, queue, first.id, { after: fourth.id }))[3]).toBe(first.id);
  });

  it('leaves room for the next move at the same place', () => {
    let order = queue;
    for (let times = 0; times < 8; times++) {
      order = moved(4 * HOUR, order, third.id, { before: second.id });
      expect(orderOf(4 * HOUR, order)).toEqual([first, third, second, fourth].map(ids));
      order = moved(4 * HOUR, order, second.id, { before: third.id });
      expect(orderOf(4 * HOUR, order)).toEqual([first, second, third, fourth].map(ids));
    }
  });

  it('leaves it there while time passes', () => {
    const up = moved(4 * HOUR, queue, fourth.id, { before: second.id });
    expect(orderOf(400 * HOUR, up)).toEqual(orderOf(4 * HOUR, up));
  });

  it('counts the share of its payer’s other jobs', () => {
    const copy = () => planJob({ payer: 'many' });
    const copies = [copy(), copy(), copy()] as const;
    const wanted = queueOf([...copies, first, second]);
    const last = copies[2].id;
    const up = moved(4 * HOUR, wanted, last, { before: first.id });
    const order = orderOf(4 * HOUR, up);
    expect(order.indexOf(last)).toBe(order.indexOf(first.id) - 1);
  });

  it('is where it was put, in every queue, and beside it if it is its payer’s only job', () => {
    fc.assert(
      fc.property(
        fc.array(job, { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.boolean(),
        (jobs, at, isBefore) => {
          const now = 50 * HOUR;
          const mine = jobs[at % jobs.length] as Jobs[0];
          const other = jobs[(at + 1) % jobs.length] as Jobs[0];
          const after = moved(
            now,
            queueOf(jobs),
            mine.id,
            isBefore ? { before: other.id } : { after: other.id },
          );
          const order = orderOf(now, after);
          const distance = order.indexOf(other.id) - order.indexOf(mine.id);
          if (isBefore) expect(distance).toBeGreaterThan(0);
          else expect(distance).toBeLessThan(0);
          const { jobs: placed, used, weights } = after;
          const sums = queueOrder(now, placed, used, weights).map(({ score }) => Math.round(score.sum));
          const isTied = new Set(sums).size < sums.length;
          const isOnly = jobs.filter(({ payer }) => payer === mine.payer).length === 1;
          if (!isTied && isOnly) expect(Math.abs(distance)).toBe(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused for a job that does not wait', () => {
    expect(() => moveBetween(0, queue, planJob().id, { before: first.id })).toThrow(RangeError);
    expect(() => moveBetween(0, queue, first.id, { after: planJob().id })).toThrow(RangeError);
  });
});

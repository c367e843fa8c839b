import { type JobId, newId } from '@pandafab/shared';
import fc from 'fast-check';
import { byRank, rank } from './rank';

const ranked = (submittedAt: number, id: JobId = newId<JobId>()) => ({
  submittedAt,
  id,
  rank: rank({ id, submittedAt }),
});

describe('the order of the queue', () => {
  it('has the job that was submitted first at its head', () => {
    const [early, late] = [ranked(999), ranked(1_000)];
    expect([late, early].sort(byRank)).toEqual([early, late]);
  });

  it('has the job that was created first before another of the same millisecond', () => {
    const [first, second] = [ranked(5), ranked(5)];
    expect([second, first].sort(byRank)).toEqual([first, second]);
  });

  it('is the order of instants and then of ids, for all values', () => {
    const jobs = fc.array(
      fc.record({ at: fc.nat({ max: 4_102_444_800_000 }), id: fc.uuid({ version: 7 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(jobs, (found) => {
        const made = found.map(({ at, id }) => ranked(at, id as JobId));
        const wanted = [...made].sort(
          (a, b) => a.submittedAt - b.submittedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
        );
        expect([...made].sort(byRank)).toEqual(wanted);
      }),
    );
  });

  it('is kept as digits and the letters a to f, which every database sorts alike', () => {
    expect(ranked(1_763_900_000_000).rank).toMatch(/^[0-9a-f]{47}$/);
  });
});

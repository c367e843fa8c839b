import { startAccuracy, type ToldStart, weeksOf } from './start-accuracy';

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
const told = (startedAt: number, off = 0): ToldStart => ({
  ...{ startedAt, toldStartAt: startedAt - off * MINUTE },
  ...{ toldFrom: startedAt - (off + 10) * MINUTE, toldUntil: startedAt - (off - 10) * MINUTE },
});

describe('how right told starts were', () => {
  it('counts those within their interval, and how far half and nine of ten were off', () => {
    const jobs = [0, -5, 8, 20, -60].map((off) => told(WEEK, off));
    expect(startAccuracy(jobs)).toEqual({ jobs: 5, within: 3, medianMinutes: 8, ninetyMinutes: 60 });
    expect(startAccuracy([])).toEqual({ jobs: 0, within: 0, medianMinutes: null, ninetyMinutes: null });
  });

  it('is told by week, the latest first', () => {
    const now = 10 * WEEK;
    const weeks = weeksOf([told(now), told(now - WEEK), told(now - WEEK + 1), told(now - 3 * WEEK)], now, 3);
    expect(weeks.map(({ jobs, from }) => [jobs, (now - from) / WEEK])).toEqual([
      [2, 1],
      [1, 2],
      [0, 3],
    ]);
  });
});

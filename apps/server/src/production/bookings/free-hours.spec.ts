import { freeHours } from './free-hours';

const HOUR = 3_600_000;
const span = (from: number, until: number) => ({ from: from * HOUR, until: until * HOUR });
const day = span(24, 48);
const longest = 3 * HOUR;
const inHours = (found: ReturnType<typeof freeHours>) =>
  found.map(({ from, until }) => [from / HOUR, until / HOUR]);

describe('the free hours of a day', () => {
  it('are each half hour from which an hour is free, with the latest end', () => {
    const open = [span(33, 37)];
    expect(inHours(freeHours(day, { now: 0, open, taken: [], longest }))).toEqual([
      [33, 36],
      [33.5, 36.5],
      [34, 37],
      [34.5, 37],
      [35, 37],
      [35.5, 37],
      [36, 37],
    ]);
  });

  it('leave out what is taken and what has passed', () => {
    const taken = [span(34, 35)];
    const asked = { now: 32.7 * HOUR, open: [span(32, 36.5)], taken, longest };
    expect(inHours(freeHours(day, asked))).toEqual([
      [33, 34],
      [35, 36.5],
      [35.5, 36.5],
    ]);
  });

  it('may last into the next day where the lab is always open', () => {
    const found = inHours(freeHours(day, { now: 46.2 * HOUR, open: null, taken: [], longest }));
    expect(found).toEqual([
      [46.5, 49.5],
      [47, 50],
      [47.5, 50.5],
    ]);
  });

  it('are none on a day that has passed', () => {
    expect(freeHours(day, { now: 50 * HOUR, open: null, taken: [], longest })).toEqual([]);
  });
});

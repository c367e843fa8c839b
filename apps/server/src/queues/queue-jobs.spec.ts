import { backoffOf, queueJobSettings } from './queue-jobs';

const MINUTE_MS = 60_000;

describe('the pauses of a step that fails', () => {
  it('of a mail double from two seconds to a quarter of an hour, for as long as it is not given up', () => {
    const pauses = Array.from({ length: 200 }, (_, made) => backoffOf('mail.send', made + 1));
    expect(pauses.slice(0, 3)).toEqual([2000, 4000, 8000]);
    expect(Math.max(...pauses)).toBe(15 * MINUTE_MS);
    const whole = pauses
      .slice(0, queueJobSettings['mail.send'].attempts)
      .reduce((sum, pause) => sum + pause, 0);
    expect(whole).toBeGreaterThan(24 * 60 * MINUTE_MS);
    // Greylisting that lasts five minutes is over at the next offer but one.
    expect(
      pauses.filter((pause) => pause < 5 * MINUTE_MS).reduce((sum, pause) => sum + pause, 0),
    ).toBeLessThan(10 * MINUTE_MS);
  });

  it('of another step double from half a second', () => {
    expect([1, 2, 3].map((made) => backoffOf('lab.match', made))).toEqual([500, 1000, 2000]);
  });
});

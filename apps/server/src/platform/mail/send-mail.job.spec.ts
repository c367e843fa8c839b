import { backoffOf } from '../queues/queue-job';
import { sendMail } from './send-mail.job';

const MINUTE_MS = 60_000;

describe('the pauses of a step that fails', () => {
  it('of a mail double from two seconds to a quarter of an hour, until the mail is given up', () => {
    const pauses = Array.from({ length: 200 }, (_, made) => backoffOf(sendMail, made + 1));
    expect(pauses.slice(0, 3)).toEqual([2000, 4000, 8000]);
    expect(Math.max(...pauses)).toBe(15 * MINUTE_MS);
    const whole = pauses.slice(0, sendMail.attempts).reduce((sum, pause) => sum + pause, 0);
    expect(whole).toBeGreaterThan(24 * 60 * MINUTE_MS);
    // Greylisting of five minutes is over before the second next offer.
    expect(
      pauses.filter((pause) => pause < 5 * MINUTE_MS).reduce((sum, pause) => sum + pause, 0),
    ).toBeLessThan(10 * MINUTE_MS);
  });

  it('of another step double from half a second', () => {
    const { backoffMs: _, ...ordinary } = sendMail;
    expect([1, 2, 3].map((made) => backoffOf(ordinary, made))).toEqual([500, 1000, 2000]);
  });
});

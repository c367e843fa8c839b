import { RemainingTime, shareDone } from './remaining-time';

/** A run at `speed` times the estimated pace, after `warmUp` seconds of heating; asked once a second. */
function remainingDuring(estimated: number, speed: number, warmUp: number) {
  const remaining = new RemainingTime(estimated);
  const total = warmUp + estimated / speed;
  const answers: { readonly fraction: number; readonly wrongBy: number }[] = [];
  for (let second = 0; second < total; second += total / 500) {
    const fraction = Math.max(0, ((second - warmUp) * speed) / estimated);
    const answer = remaining.at(fraction, second, fraction > 0) ?? Number.NaN;
    answers.push({ fraction, wrongBy: answer / (total - second) });
  }
  return answers;
}

describe('progress', () => {
  const pace = { offsets: [100, 900], seconds: [60, 120], totalSeconds: 600 };

  it.each([
    ['at the beginning', 0, 0],
    ['in slow lines', 50, 0.05],
    ['after many quick bytes', 900, 0.2],
    ['in the last tenth of the bytes', 950, 0.6],
    ['at the end', 1000, 1],
  ])('runs in time, not in bytes: %s', (_where, bytes, share) => {
    expect(shareDone(pace, bytes, 1000)).toBeCloseTo(share, 9);
  });

  it('runs in bytes where the analysis gave no times', () => {
    expect(shareDone(undefined, 250, 1000)).toBe(0.25);
    expect(shareDone({ offsets: [], seconds: [], totalSeconds: 0 }, 250, 1000)).toBe(0.25);
    expect(shareDone(pace, 0, 0)).toBe(0);
  });
});

describe('remaining time', () => {
  it.each([
    ['right', 1],
    ['an hour too long', 1.6],
    ['far too short', 0.5],
    ['of a virtual machine at 100 times its speed', 100],
  ])('is right within 5 %% after a tenth of the file when the estimate is %s', (_name, speed) => {
    const answers = remainingDuring(7200, speed, 0).filter(({ fraction }) => fraction > 0.1);
    for (const { wrongBy } of answers) expect(Math.abs(wrongBy - 1)).toBeLessThan(0.05);
  });

  it('does not take heating up for a slow print', () => {
    const answers = remainingDuring(1800, 1, 300).filter(({ fraction }) => fraction > 0);
    for (const { wrongBy } of answers) expect(Math.abs(wrongBy - 1)).toBeLessThan(0.05);
  });

  it('is the estimate before anything is measured, and unknown without one', () => {
    expect(new RemainingTime(600).at(0, 0, false)).toBe(600);
    expect(new RemainingTime(0).at(0, 3, false)).toBeNull();
    expect(new RemainingTime(0).at(0, 3, true)).toBeNull();
  });

  it('does not grow while the run waits for a person, nor because it has waited', () => {
    const remaining = new RemainingTime(1000);
    remaining.at(0, 0, true);
    const before = remaining.at(0.5, 500, true);
    remaining.beginWait(500);
    remaining.beginWait(600);
    expect([550, 5000, 50_000].map((seconds) => remaining.at(0.5, seconds, true))).toEqual([
      before,
      before,
      before,
    ]);
    remaining.endWait(50_000);
    expect(remaining.at(0.5, 50_000, true)).toBe(before);
    expect(remaining.at(0.75, 50_250, true)).toBeCloseTo(250, 6);
  });

  it('is 0 at the end', () => {
    const remaining = new RemainingTime(600);
    remaining.at(0.5, 300, true);
    expect(remaining.at(1, 600, true)).toBe(0);
  });
});

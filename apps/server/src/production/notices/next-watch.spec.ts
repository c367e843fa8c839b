import fc from 'fast-check';
import { nextWatch, type Patience } from './next-watch';

const MINUTE = 60_000;
const patience: Patience = { tellAfterMs: 5 * MINUTE, quietMs: 15 * MINUTE };

interface Known {
  since: number;
  toldAt: number | null;
  endedAt: number | null;
}

/** Looks once a minute. @returns the minutes at which the condition was told */
function toldAt(looks: readonly boolean[]): number[] {
  let known: Known | undefined;
  const told: number[] = [];
  for (const [minute, isOn] of looks.entries()) {
    const now = minute * MINUTE;
    const step = nextWatch(known, isOn, now, patience);
    if (step === 'begin') known = { since: now, toldAt: null, endedAt: null };
    if (step === 'forget') known = undefined;
    if (!known) continue;
    if (step === 'tell') told.push(minute);
    if (step === 'tell') known.toldAt = now;
    if (step === 'end') known.endedAt = now;
    if (step === 'resume') known.endedAt = null;
  }
  return told;
}
const minutes = (count: number, isOn: boolean) => Array.from({ length: count }, () => isOn);

describe('a watched condition', () => {
  it('is told once it has lasted, and only once', () => {
    expect(toldAt(minutes(60, true))).toEqual([5]);
  });

  it('is not told when it passes soon, however often it comes', () => {
    expect(toldAt(Array.from({ length: 20 }, () => [...minutes(4, true), false]).flat())).toEqual([]);
  });

  it('is told once while it comes and goes, and again after it has stayed away', () => {
    const flaps = Array.from({ length: 10 }, () => [...minutes(7, true), ...minutes(3, false)]).flat();
    expect(toldAt(flaps)).toEqual([5]);
    expect(toldAt([...flaps, ...minutes(20, false), ...minutes(10, true)])).toEqual([5, 125]);
  });

  it('is never told twice within the quiet time', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (looks) => {
        const told = toldAt(looks);
        for (const [at, minute] of told.entries())
          if (at > 0) expect(minute - (told[at - 1] ?? 0)).toBeGreaterThan(15);
      }),
    );
  });
});

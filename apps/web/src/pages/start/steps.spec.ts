import { countDone, type Installation, isFinished, MAY_WAIT, nextStep } from './steps';

const nothing: Installation = {
  ...{ lab: false, computer: false, machine: false, spool: false },
  ...{ seller: false, member: false, print: false },
};

describe('the steps of the first hour', () => {
  it('begin with the lab', () => {
    expect(nextStep(nothing, [])).toBe('lab');
    expect(countDone(nothing)).toBe(0);
  });

  it('can be done out of order: the next one is the first that is missing', () => {
    const some = { ...nothing, lab: true, machine: true, seller: true };
    expect(nextStep(some, [])).toBe('computer');
    expect(countDone(some)).toBe(3);
  });

  it('go on to the print when those that may wait are put off', () => {
    const machines = { ...nothing, lab: true, computer: true, machine: true, spool: true };
    expect(nextStep(machines, [])).toBe('seller');
    expect(nextStep(machines, MAY_WAIT)).toBe('print');
    expect(isFinished(machines, MAY_WAIT)).toBe(false);
  });

  it('are finished after the print, even where some were put off', () => {
    const printed = {
      ...{ ...nothing, lab: true, computer: true, machine: true, spool: true, print: true },
    };
    expect(isFinished(printed, MAY_WAIT)).toBe(true);
    expect(isFinished(printed, [])).toBe(false);
  });
});

import { instantsOfDays } from './day-range';

const ZONE = 'Europe/Paris';

describe('the instants of days', () => {
  it('include the whole of both days, also where the clocks change', () => {
    expect(instantsOfDays('2026-01-15', '2026-01-16', ZONE)).toEqual({
      from: '2026-01-14T23:00:00.000Z',
      to: '2026-01-16T23:00:00.000Z',
    });
    expect(instantsOfDays('2026-03-29', '2026-03-29', ZONE)).toEqual({
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    });
  });

  it('are open where no day is given, or no day can be read', () => {
    expect(instantsOfDays('', '', ZONE)).toEqual({ from: undefined, to: undefined });
    expect(instantsOfDays('yesterday', '2026-13-40', ZONE)).toEqual({ from: undefined, to: undefined });
  });
});

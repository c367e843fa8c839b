import { ALWAYS } from '@pandafab/domain';
import type { MachineId, MemberId } from '@pandafab/shared';
import { timesOf } from './machine-times';

const id = 'machine' as MachineId;
const [ana, ben] = ['ana', 'ben'] as MemberId[] as [MemberId, MemberId];
const ahead = { from: 0, until: 1_000 };
const open = [{ from: 10, until: 100 }];
const machine = { id, unattended: 'overnight', startNeedsPerson: false } as const;

describe('when a machine may work', () => {
  it('is always, where nothing limits it', () => {
    expect(timesOf(machine, null, [], ahead)).toEqual({ times: ALWAYS, timesOf: new Map() });
  });

  it('is at night too for one that may run alone; people come while the lab is open', () => {
    expect(timesOf(machine, open, [], ahead).times).toEqual({ runs: null, starts: null, people: open });
  });

  it('ends at closing for one that may not run alone', () => {
    const until = { ...machine, unattended: 'untilClosing' } as const;
    expect(timesOf(until, open, [], ahead).times).toEqual({ runs: open, starts: null, people: open });
    const never = { ...machine, unattended: 'never' } as const;
    expect(timesOf(never, open, [], ahead).times).toEqual({ runs: open, starts: open, people: open });
  });

  it('begins while the lab is open where a start needs a person', () => {
    const found = timesOf({ ...machine, startNeedsPerson: true }, open, [], ahead).times;
    expect(found).toEqual({ runs: null, starts: open, people: open });
  });

  it('leaves out maintenance for all, and a booking for all but the member who booked', () => {
    const taken = [
      { from: 20, until: 30, why: 'maintenance' },
      { from: 40, until: 50, why: 'booking', memberId: ana },
      { from: 60, until: 70, why: 'booking', memberId: ben },
    ] as const;
    const { times, timesOf: own } = timesOf(machine, null, taken, ahead);
    const runs = (...cuts: number[]) =>
      [0, ...cuts, 1_000].flatMap((from, at, all) => (at % 2 === 0 ? [{ from, until: all[at + 1] }] : []));
    expect(times).toEqual({ runs: runs(20, 30, 40, 50, 60, 70), starts: null, people: null });
    expect(own.get(ana)?.runs).toEqual(runs(20, 30, 60, 70));
    expect(own.get(ben)?.runs).toEqual(runs(20, 30, 40, 50));
  });
});

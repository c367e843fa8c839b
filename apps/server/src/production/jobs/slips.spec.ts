import type { JobId, MachineId } from '@pandafab/shared';
import { causeOfSlip, isSlip } from './slips';

const MINUTE = 60_000;
const told = { toldAt: 0, toldStartAt: 100 * MINUTE, slipToldAt: null };

describe('a slip', () => {
  it('is a start more than a quarter of the wait later, and told once', () => {
    expect(isSlip({ ...told, startAt: 125 * MINUTE })).toBe(false);
    expect(isSlip({ ...told, startAt: 126 * MINUTE })).toBe(true);
    expect(isSlip({ ...told, startAt: 300 * MINUTE, slipToldAt: 1 })).toBe(false);
  });

  it('is a quarter of an hour at least, and nothing where no hour is or was known', () => {
    const short = { ...told, toldStartAt: 10 * MINUTE };
    expect(isSlip({ ...short, startAt: 25 * MINUTE })).toBe(false);
    expect(isSlip({ ...short, startAt: 26 * MINUTE })).toBe(true);
    expect(isSlip({ ...told, startAt: null })).toBe(false);
    expect(isSlip({ ...told, toldAt: null, toldStartAt: null, startAt: 300 * MINUTE })).toBe(false);
  });

  const machineId = 'machine' as MachineId;
  const [first, second] = ['first', 'second'] as JobId[] as [JobId, JobId];
  const calm = { away: new Set<MachineId>(), knownBefore: new Set([first, second]) };

  it('tells its cause: the machine is away, others came before, or prints last longer', () => {
    const cause = (circumstances: typeof calm) => causeOfSlip({ machineId }, [first], circumstances).code;
    expect(cause({ ...calm, away: new Set([machineId]) })).toBe('SLIP.MACHINE_AWAY');
    expect(cause({ ...calm, knownBefore: new Set([second]) })).toBe('SLIP.OTHERS_FIRST');
    expect(cause(calm)).toBe('SLIP.LONGER_PRINTS');
  });
});

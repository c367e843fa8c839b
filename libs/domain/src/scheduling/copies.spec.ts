import type { JobId } from '@pandafab/shared';
import { decide } from './decide';
import { forecast } from './forecast';
import { HOUR, planJob, planMachine, queue, SPOOLS } from './testing/plans';

/** The copies of one submission: one payer, one file, one setup. */
const copies = (count: number, change: Parameters<typeof planJob>[0] = {}) =>
  Array.from({ length: count }, (_, at) => planJob({ submittedAt: at, payer: 'member:ana', ...change }));

describe('the copies of a submission', () => {
  it('fill all free machines side by side', () => {
    const machines = [planMachine(), planMachine(), planMachine()];
    const { starts } = decide(10, queue({ jobs: copies(5), machines }));
    expect(new Set(starts.map(({ machineId }) => machineId)).size).toBe(3);
    const expected = [...forecast(10, queue({ jobs: copies(6), machines })).values()];
    const begin = expected.map(({ startAt }) => Math.floor(startAt / HOUR)).sort((a, b) => a - b);
    expect(begin).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('share one change of spool', () => {
    const only = planMachine();
    const others = copies(3, { material: 'PETG' });
    const expected = forecast(0, queue({ jobs: others, machines: [only] }));
    const inOrder = others.map(({ id }) => expected.get(id)).sort((a, b) => at(a) - at(b));
    expect(inOrder.map((each) => each?.change)).toEqual([true, false, false]);
  });

  it('stay with their spool: on the machine that has it, while another one could be changed', () => {
    const machines = [planMachine(), planMachine({ spools: [SPOOLS.PETG] })];
    const petg = copies(3, { material: 'PETG' });
    const expected = forecast(0, queue({ jobs: petg, machines }));
    const used = (id: JobId) => expected.get(id)?.machineId;
    expect(new Set(petg.map(({ id }) => used(id)))).toEqual(new Set([machines[1]?.id]));
    expect([...expected.values()].some(({ change }) => change)).toBe(false);
  });
});

const at = (expected: { readonly startAt: number } | undefined): number => expected?.startAt ?? 0;

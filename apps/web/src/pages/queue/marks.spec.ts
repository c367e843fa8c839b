import type { Job } from '../../api/queries';
import { marksOf } from './marks';

const NOW = Date.parse('2031-05-04T10:00:00Z');
const at = (hour: number) => new Date(NOW + hour * 3_600_000).toISOString();
const UNTOUCHED = {
  ...{ version: 0, readyBy: null, dueIsFirm: false, priority: 0, priorityReason: null, movedSeconds: 0 },
  ...{ nextOn: null, held: null, needsMaker: false, makerHereUntil: null, colour: null, tags: [] },
  ...{ otherLabIds: [], labChangedAt: null, approval: { state: 'none', reasons: [] } },
} satisfies Job['queue'];
const kinds = (queue: Partial<Job['queue']>, others: Partial<Job> = {}) => {
  const job = { queue: { ...UNTOUCHED, ...queue }, expected: null, onlyMachineId: null, ...others };
  return marksOf(job as unknown as Job, NOW).map(({ kind }) => kind);
};
const endingAt = (hour: number) => ({ expected: { endAt: at(hour), needsChange: false } as Job['expected'] });

describe('the marks of a waiting job', () => {
  it('are none for an ordinary one', () => {
    expect(kinds({})).toEqual([]);
  });

  it('name what needs a person first', () => {
    const held = { at: at(0), by: 'staff', reason: 'nozzle' } as const;
    const queue = { held, priority: 2, nextOn: 'm', movedSeconds: -5, needsMaker: true } as const;
    expect(kinds({ ...queue, approval: { state: 'asked', reasons: [] } })).toEqual([
      'asked',
      'heldByStaff',
      'needsMaker',
      'priority',
      'next',
      'moved',
    ]);
  });

  it('tell a wish, a confirmed date, and a date that will be missed', () => {
    expect(kinds({ readyBy: at(5) }, endingAt(4))).toEqual(['dueWish']);
    expect(kinds({ readyBy: at(5), dueIsFirm: true }, endingAt(4))).toEqual(['dueFirm']);
    expect(kinds({ readyBy: at(5), dueIsFirm: true }, endingAt(6))).toEqual(['late']);
    expect(kinds({ readyBy: at(-1) })).toEqual(['late']);
    expect(kinds({ readyBy: at(1) })).toEqual(['dueWish']);
  });

  it('tell a maker who is there from one who is awaited', () => {
    expect(kinds({ needsMaker: true, makerHereUntil: at(1) })).toEqual(['here']);
    expect(kinds({ needsMaker: true, makerHereUntil: at(-1) })).toEqual(['needsMaker']);
  });
});

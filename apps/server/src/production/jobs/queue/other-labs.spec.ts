import { type LabId, type MachineId, newId } from '@pandafab/shared';
import type { Job } from '../job.entities';
import { UNTOUCHED } from './job-conditions';
import { isFreeToMove, othersThan } from './other-labs';

const [here, there] = [newId<LabId>(), newId<LabId>()];
const job = {
  ...UNTOUCHED,
  ...{ state: 'queued', labId: here, onlyMachineId: null, otherLabIds: [there] },
} as unknown as Job;

describe('a job that names other labs', () => {
  it('may go there while it waits, and nothing was decided about it', () => {
    expect(isFreeToMove(job)).toBe(true);
    expect(isFreeToMove({ ...job, dueAt: 5, tags: ['big'], colour: 'red' })).toBe(true);
  });

  it.each<[string, Partial<Job>]>([
    ['is not read yet', { state: 'analysing' }],
    ['is printed', { state: 'running' }],
    ['names no other lab', { otherLabIds: [] }],
    ['is for one machine', { onlyMachineId: newId<MachineId>() }],
    ['is the next on a machine', { nextOn: newId<MachineId>() }],
    ['is held', { heldAt: 1, heldBy: 'maker' }],
    ['needs its member', { needsMaker: true }],
    ['has a priority', { priority: 1 }],
    ['was moved by staff', { movedSeconds: -5 }],
    ['has a confirmed date', { dueAt: 5, dueIsFirm: true }],
    ['waits for approval', { approval: 'asked' }],
    ['was approved', { approval: 'given' }],
  ])('stays where it is if it %s', (_, change) => {
    expect(isFreeToMove({ ...job, ...change })).toBe(false);
  });

  it('names each of them once, and not its own', () => {
    expect(othersThan(here, [there, here, there])).toEqual([there]);
  });
});

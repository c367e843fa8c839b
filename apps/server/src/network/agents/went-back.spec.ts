import type { AgentId, RunId } from '@pandafab/shared';
import fc from 'fast-check';
import { whatWentBack } from './went-back';

const ids = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `event ${from + at}`);

/** A hello of a journal that has written events up to `last`, of which the server has acknowledged some. */
const hello = (last: number, acknowledged: number, changes: object = {}) => ({
  ...{ agentId: 'a' as AgentId, instanceId: 'i', agentVersion: '1', takeOver: false, proof: '' },
  ...{ epoch: 3, lastSequence: last },
  held: {
    lowest: acknowledged < last ? acknowledged + 1 : null,
    acknowledged,
    ids: ids(acknowledged + 1, Math.min(last, acknowledged + 50)),
  },
  runs: [],
  ...changes,
});
const server = (appliedSequence: number, changes: object = {}) => ({
  ...{ epoch: 3, appliedSequence, appliedEventId: appliedSequence > 0 ? `event ${appliedSequence}` : null },
  ...changes,
});
const none = { unknown: [], lost: [] };
const run = 'run' as RunId;

describe('what was restored to an earlier state', () => {
  it('is nothing where acknowledgements were lost in transit, or none was sent yet', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(49), fc.nat(60), (acknowledged, onTheirWay, unsent) => {
        const applied = acknowledged + onTheirWay;
        const said = hello(applied + unsent, acknowledged);
        expect(whatWentBack(server(applied), said, none)).toBeNull();
      }),
    );
  });

  it('is the server where it acknowledged events that it does not know', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 60 }), fc.nat(20), (applied, lost, unsent) => {
        const said = hello(applied + lost + unsent, applied + lost);
        expect(whatWentBack(server(applied), said, none)).toBe('LAB.SERVER_RESTORED');
      }),
    );
  });

  it('is the journal where it ends before the last applied event, or holds another event under that number', () => {
    expect(whatWentBack(server(12), hello(5, 5), none)).toBe('LAB.JOURNAL_RESTORED');
    const countedOn = hello(15, 5);
    countedOn.held.ids[6] = 'another';
    expect(whatWentBack(server(12), countedOn, none)).toBe('LAB.JOURNAL_RESTORED');
    expect(whatWentBack(server(12), hello(12, 5, { epoch: 2 }), none)).toBe('LAB.JOURNAL_RESTORED');
  });

  it('is the server where the agent was welcomed in a later epoch, or knows a run that is not in the database', () => {
    expect(whatWentBack(server(0, { epoch: 2 }), hello(0, 0), none)).toBe('LAB.SERVER_RESTORED');
    expect(whatWentBack(server(4), hello(6, 4), { ...none, unknown: [run] })).toBe('LAB.SERVER_RESTORED');
  });

  it('is the journal where it does not know a run whose assignment it receipted', () => {
    expect(whatWentBack(server(4), hello(4, 4), { ...none, lost: [run] })).toBe('LAB.JOURNAL_RESTORED');
  });

  it('is nothing for an agent whose welcome to a new epoch was lost', () => {
    expect(whatWentBack(server(0, { epoch: 4 }), hello(9, 4), none)).toBeNull();
  });

  it('shows in a hello of an older agent only by its numbers and its epoch', () => {
    const old = { held: undefined, runs: undefined };
    expect(whatWentBack(server(110), hello(120, 116, old), none)).toBeNull();
    expect(whatWentBack(server(110), hello(100, 90, old), none)).toBe('LAB.JOURNAL_RESTORED');
    expect(whatWentBack(server(110, { epoch: 2 }), hello(120, 116, old), none)).toBe('LAB.SERVER_RESTORED');
  });
});

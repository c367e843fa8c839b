import { hashAgentSecret, helloProof } from '@pandafab/lab-link';
import type { AgentId } from '@pandafab/shared';
import { judgeHello as judge, type KnownAgent } from './hello';
import type { KnownRuns } from './went-back';

const [secretHash, nextSecretHash, oldHash] = ['now', 'next', 'old'].map(hashAgentSecret) as [
  string,
  string,
  string,
];
const hello = ({
  instanceId = 'first',
  by = secretHash,
  ...changes
}: Record<string, unknown> & { instanceId?: string; by?: string }) => ({
  agentId: 'a' as AgentId,
  instanceId,
  agentVersion: '0.1.0',
  epoch: null,
  lastSequence: 0,
  takeOver: false,
  proof: helloProof(by, instanceId),
  ...changes,
});
const secrets = { secretHash, nextSecretHash: null, appliedEventId: null };
const held = { ...secrets, instanceId: 'first', epoch: 3, appliedSequence: 12, mayTakeOver: false };

const known = { unknown: [], lost: [] };
const judgeHello = (agent: KnownAgent, said: ReturnType<typeof hello>, runs: KnownRuns = known) =>
  judge(agent, said, runs);

describe('an agent that says hello', () => {
  it('gets an identity that no agent holds', () => {
    const free = { ...secrets, instanceId: null, epoch: 0, appliedSequence: 0, mayTakeOver: false };
    expect(judgeHello(free, hello({}))).toMatchObject({ answer: 'welcome', epoch: 1, appliedSequence: 0 });
    expect(judgeHello({ ...free, epoch: 4 }, hello({}))).toMatchObject({ answer: 'welcome', epoch: 5 });
  });

  it('is accepted with the current secret and with the next one, and with no other', () => {
    const renewing = { ...held, nextSecretHash };
    const refused = { answer: 'refused', code: 'LAB.SECRET_REFUSED' };
    expect(judgeHello(renewing, hello({ lastSequence: 12, epoch: 3 }))).toMatchObject({ answer: 'welcome' });
    expect(judgeHello(renewing, hello({ by: nextSecretHash, epoch: 3, lastSequence: 12 }))).toMatchObject({
      answer: 'welcome',
    });
    expect(judgeHello(held, hello({ by: nextSecretHash }))).toMatchObject(refused);
    expect(judgeHello({ ...held, mayTakeOver: true }, hello({ by: oldHash }))).toMatchObject(refused);
  });

  it('takes over, in a new epoch, after its computer was enrolled again', () => {
    const granted = { ...held, mayTakeOver: true };
    expect(judgeHello(granted, hello({ instanceId: 'second' }))).toMatchObject({
      answer: 'welcome',
      epoch: 4,
      takeover: true,
    });
    expect(judgeHello(held, hello({ instanceId: 'second' }))).toMatchObject({ answer: 'refused' });
  });

  it('continues from its journal’s position', () => {
    const again = hello({ epoch: 3, lastSequence: 15 });
    expect(judgeHello(held, again)).toMatchObject({
      answer: 'welcome',
      epoch: 3,
      appliedSequence: 12,
      takeover: false,
    });
  });

  it('is refused when another agent holds the identity', () => {
    expect(judgeHello(held, hello({ instanceId: 'second' }))).toMatchObject({
      answer: 'refused',
      code: 'LAB.AGENT_IDENTITY_IN_USE',
    });
  });

  it('takes over when a person asks for it, and the epoch rises', () => {
    const takeOver = hello({ instanceId: 'second', takeOver: true });
    expect(judgeHello(held, takeOver)).toMatchObject({
      answer: 'welcome',
      epoch: 4,
      appliedSequence: 0,
      takeover: true,
    });
  });

  it('with a journal older than the applied events is asked once more, then welcomed in a new epoch with the lab on hold', () => {
    const older = { epoch: 3, lastSequence: 5 };
    const refused = { answer: 'refused', code: 'LAB.JOURNAL_BEHIND', details: { epoch: 3 } };
    expect(judgeHello(held, hello(older))).toMatchObject(refused);
    // Sent in an earlier epoch: this hello was delayed.
    expect(judgeHello(held, hello({ ...older, behindIn: 2 }))).toMatchObject(refused);
    expect(judgeHello(held, hello({ ...older, behindIn: 3 }))).toMatchObject({
      ...{ answer: 'welcome', epoch: 4, appliedSequence: 0, takeover: false },
      hold: 'LAB.JOURNAL_RESTORED',
    });
  });

  it('puts the lab on hold, in an epoch above both, when it was welcomed in an epoch that this server does not know', () => {
    const hold = { answer: 'welcome', epoch: 8, appliedSequence: 0, hold: 'LAB.SERVER_RESTORED' };
    const later = hello({ epoch: 7, lastSequence: 20 });
    expect(judgeHello(held, later)).toMatchObject(hold);
    expect(judgeHello({ ...held, instanceId: null }, later)).toMatchObject(hold);
    expect(judgeHello({ ...held, instanceId: 'second', mayTakeOver: true }, later)).toMatchObject(hold);
  });
});

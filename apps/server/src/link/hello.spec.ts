import type { AgentId } from '@pandafab/shared';
import { judgeHello } from './hello';

const hello = (changes: object) => ({
  agentId: 'a' as AgentId,
  instanceId: 'first',
  agentVersion: '0.1.0',
  epoch: null,
  lastSequence: 0,
  takeOver: false,
  ...changes,
});
const held = { instanceId: 'first', epoch: 3, appliedSequence: 12, mayTakeOver: false };

describe('an agent that says hello', () => {
  it('gets an identity that nobody holds', () => {
    const free = { instanceId: null, epoch: 0, appliedSequence: 0, mayTakeOver: false };
    expect(judgeHello(free, hello({}))).toMatchObject({ answer: 'welcome', epoch: 1, appliedSequence: 0 });
  });

  it('takes over, in a new epoch, when its computer was enrolled anew', () => {
    const granted = { ...held, mayTakeOver: true };
    expect(judgeHello(granted, hello({ instanceId: 'second' }))).toMatchObject({
      answer: 'welcome',
      epoch: 4,
      takeover: true,
    });
    expect(judgeHello(held, hello({ instanceId: 'second' }))).toMatchObject({ answer: 'refused' });
  });

  it('goes on where its journal was', () => {
    const again = hello({ epoch: 3, lastSequence: 15 });
    expect(judgeHello(held, again)).toMatchObject({
      answer: 'welcome',
      epoch: 3,
      appliedSequence: 12,
      takeover: false,
    });
  });

  it('is refused when another holds the identity', () => {
    expect(judgeHello(held, hello({ instanceId: 'second' }))).toMatchObject({
      answer: 'refused',
      code: 'LAB.AGENT_IDENTITY_IN_USE',
    });
  });

  it('takes over when a person says so, and the epoch rises', () => {
    const takeOver = hello({ instanceId: 'second', takeOver: true });
    expect(judgeHello(held, takeOver)).toMatchObject({
      answer: 'welcome',
      epoch: 4,
      appliedSequence: 0,
      takeover: true,
    });
  });

  it('is refused with a journal older than what was applied', () => {
    expect(judgeHello(held, hello({ epoch: 3, lastSequence: 5 }))).toMatchObject({
      answer: 'refused',
      code: 'LAB.JOURNAL_BEHIND',
    });
  });
});

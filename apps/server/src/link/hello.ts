import { timingSafeEqual } from 'node:crypto';
import { helloProof, type UpMessage } from '@pandafab/lab-link';
import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { Agent } from '../labs/lab.entity';

type Hello = Extract<UpMessage, { kind: 'hello' }>['body'];

export type HelloVerdict =
  | {
      readonly answer: 'welcome';
      readonly epoch: number;
      readonly appliedSequence: number;
      readonly takeover: boolean;
    }
  | { readonly answer: 'refused'; readonly code: FaultCode; readonly details: FaultDetails };

/**
 * Who holds a lab's identity. The first journal to say hello gets it; the same journal gets it back after any
 * restart; another one only when a person said that it replaces the first, by an enrolment code or on its command
 * line, and then the epoch rises, so that nothing the first one still says is heard. Only who holds the secret now in
 * force, or the one about to be, is heard at all: a hello that was said with an older one uses up no right of the
 * newcomer's.
 */
export function judgeHello(
  agent: Pick<
    Agent,
    'secretHash' | 'nextSecretHash' | 'instanceId' | 'epoch' | 'appliedSequence' | 'mayTakeOver'
  >,
  hello: Hello,
): HelloVerdict {
  if (!isProven(agent, hello)) return { answer: 'refused', code: 'LAB.SECRET_REFUSED', details: {} };
  if (agent.instanceId === null)
    return { answer: 'welcome', epoch: agent.epoch + 1, appliedSequence: 0, takeover: false };
  if (agent.instanceId === hello.instanceId) {
    // A journal restored from an old copy would number new events with numbers already applied.
    if (hello.epoch === agent.epoch && hello.lastSequence < agent.appliedSequence) {
      return {
        answer: 'refused',
        code: 'LAB.JOURNAL_BEHIND',
        details: { journal: hello.lastSequence, server: agent.appliedSequence },
      };
    }
    return { answer: 'welcome', epoch: agent.epoch, appliedSequence: agent.appliedSequence, takeover: false };
  }
  if (!hello.takeOver && !agent.mayTakeOver)
    return { answer: 'refused', code: 'LAB.AGENT_IDENTITY_IN_USE', details: {} };
  return { answer: 'welcome', epoch: agent.epoch + 1, appliedSequence: 0, takeover: true };
}

function isProven(
  { secretHash, nextSecretHash }: Pick<Agent, 'secretHash' | 'nextSecretHash'>,
  { instanceId, proof }: Hello,
): boolean {
  const isOf = (hash: string) =>
    timingSafeEqual(Buffer.from(helloProof(hash, instanceId), 'hex'), Buffer.from(proof, 'hex'));
  return isOf(secretHash) || (nextSecretHash !== null && isOf(nextSecretHash));
}

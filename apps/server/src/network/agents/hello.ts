import { timingSafeEqual } from 'node:crypto';
import { helloProof, type UpMessage } from '@pandafab/lab-link';
import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { HeldBecause } from '../labs/lab.entity';
import type { Agent } from './agent.entity';
import { type KnownRuns, whatWentBack } from './went-back';

export type Hello = Extract<UpMessage, { kind: 'hello' }>['body'];

export type HelloVerdict =
  | {
      readonly answer: 'welcome';
      readonly epoch: number;
      readonly appliedSequence: number;
      readonly takeover: boolean;
      /**
       * The lab's queue is on hold: the server's database, or the agent's journal, was restored to an earlier state.
       */
      readonly hold: HeldBecause | null;
    }
  | { readonly answer: 'refused'; readonly code: FaultCode; readonly details: FaultDetails };

export type KnownAgent = Pick<
  Agent,
  | 'secretHash'
  | 'nextSecretHash'
  | 'instanceId'
  | 'epoch'
  | 'appliedSequence'
  | 'appliedEventId'
  | 'mayTakeOver'
>;

/** Above every epoch that either side knows: all earlier messages are refused. */
const nextEpoch = (agent: KnownAgent, hello: Hello): number => Math.max(agent.epoch, hello.epoch ?? 0) + 1;

/** An epoch that the server has never issued shows that its database was restored from a backup. */
const holdFor = (agent: KnownAgent, hello: Hello): HeldBecause | null =>
  (hello.epoch ?? 0) > agent.epoch ? 'LAB.SERVER_RESTORED' : null;

/**
 * Decides which agent has a lab's identity. The first journal to say hello gets it; the same journal gets it back
 * after any restart. Another journal gets it only when a person asked for that, by an enrolment code or on the
 * agent's command line; then the epoch rises, so that later messages of the replaced agent are refused. Only an agent
 * that proves the current secret or the next one is considered: a hello with an older secret does not use up the new
 * agent's right to take over.
 */
export function judgeHello(agent: KnownAgent, hello: Hello, runs: KnownRuns): HelloVerdict {
  if (!isProven(agent, hello)) return { answer: 'refused', code: 'LAB.SECRET_REFUSED', details: {} };
  const isNew = { answer: 'welcome', epoch: nextEpoch(agent, hello), appliedSequence: 0 } as const;
  if (agent.instanceId === null) return { ...isNew, takeover: false, hold: holdFor(agent, hello) };
  if (agent.instanceId === hello.instanceId) return judgeKnown(agent, hello, runs);
  if (!hello.takeOver && !agent.mayTakeOver)
    return { answer: 'refused', code: 'LAB.AGENT_IDENTITY_IN_USE', details: {} };
  return { ...isNew, takeover: true, hold: holdFor(agent, hello) };
}

/**
 * The same journal again: in its epoch, unless the server's database or the journal was restored to an earlier state.
 */
function judgeKnown(agent: KnownAgent, hello: Hello, runs: KnownRuns): HelloVerdict {
  const { epoch, appliedSequence } = agent;
  const back = whatWentBack(agent, hello, runs);
  if (back === null) return { answer: 'welcome', epoch, appliedSequence, takeover: false, hold: null };
  // A delayed hello looks the same: the agent is asked once more, over its present connection.
  if (back === 'LAB.JOURNAL_RESTORED' && hello.behindIn !== epoch) {
    const details = { journal: hello.lastSequence, server: appliedSequence, epoch };
    return { answer: 'refused', code: 'LAB.JOURNAL_BEHIND', details };
  }
  return {
    answer: 'welcome',
    epoch: nextEpoch(agent, hello),
    appliedSequence: 0,
    takeover: false,
    hold: back,
  };
}

function isProven(
  { secretHash, nextSecretHash }: Pick<Agent, 'secretHash' | 'nextSecretHash'>,
  { instanceId, proof }: Hello,
): boolean {
  const isOf = (hash: string) =>
    timingSafeEqual(Buffer.from(helloProof(hash, instanceId), 'hex'), Buffer.from(proof, 'hex'));
  return isOf(secretHash) || (nextSecretHash !== null && isOf(nextSecretHash));
}

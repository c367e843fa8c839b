import { timingSafeEqual } from 'node:crypto';
import { helloProof, type UpMessage } from '@pandafab/lab-link';
import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { Agent, HeldBecause } from '../labs/lab.entity';
import { type KnownRuns, whatWentBack } from './went-back';

export type Hello = Extract<UpMessage, { kind: 'hello' }>['body'];

export type HelloVerdict =
  | {
      readonly answer: 'welcome';
      readonly epoch: number;
      readonly appliedSequence: number;
      readonly takeover: boolean;
      /** The lab's queue is held: the server's database, or the agent's journal, was put back to an earlier state. */
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

/** Above what either side has known: nothing that was said before is heard. */
const nextEpoch = (agent: KnownAgent, hello: Hello): number => Math.max(agent.epoch, hello.epoch ?? 0) + 1;

/** An epoch that the server has never given out says that its database was put back. */
const holdFor = (agent: KnownAgent, hello: Hello): HeldBecause | null =>
  (hello.epoch ?? 0) > agent.epoch ? 'LAB.SERVER_RESTORED' : null;

/**
 * Who holds a lab's identity. The first journal to say hello gets it; the same journal gets it back after any
 * restart; another one only when a person said that it replaces the first, by an enrolment code or on its command
 * line, and then the epoch rises, so that nothing the first one still says is heard. Only who holds the secret now in
 * force, or the one about to be, is heard at all: a hello that was said with an older one uses up no right of the
 * newcomer's.
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

/** The same journal again: in its epoch, unless the server's database or the journal went back in time. */
function judgeKnown(agent: KnownAgent, hello: Hello, runs: KnownRuns): HelloVerdict {
  const { epoch, appliedSequence } = agent;
  const back = whatWentBack(agent, hello, runs);
  if (back === null) return { answer: 'welcome', epoch, appliedSequence, takeover: false, hold: null };
  // A hello that was long under way looks the same: the agent is asked once more, by the connection that it has now.
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

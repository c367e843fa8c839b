import type { UpMessage } from '@pandafab/lab-link';
import type { RunId } from '@pandafab/shared';
import type { Agent, HeldBecause } from '../labs/lab.entity';

type Hello = Extract<UpMessage, { kind: 'hello' }>['body'];
type Known = Pick<Agent, 'epoch' | 'appliedSequence' | 'appliedEventId'>;

/** How the runs of a hello and of the database differ. */
export interface KnownRuns {
  /** Said by the agent, and not in the database. */
  readonly unknown: readonly RunId[];
  /** Under way by the database, receipted by the agent, and no longer in its journal. */
  readonly lost: readonly RunId[];
}

/**
 * Was the server's database, or the agent's journal, put back to an earlier state? Each shows by what the other knows:
 *
 *     what the server has applied      1 … 110
 *     what the journal holds                     117 … 120   the server has forgotten 111 … 116
 *     what the journal holds      1 … 95                     the journal has forgotten 96 … 110
 *
 * A journal that was put back and has counted on since holds another event under the number that was applied last.
 */
export function whatWentBack(agent: Known, hello: Hello, { unknown, lost }: KnownRuns): HeldBecause | null {
  const { epoch, appliedSequence } = agent;
  const said = hello.epoch ?? 0;
  if (said > epoch || unknown.length > 0) return 'LAB.SERVER_RESTORED';
  // Nobody who was not welcomed in this epoch can have had an event applied in it.
  if (said < epoch) return appliedSequence > 0 || lost.length > 0 ? 'LAB.JOURNAL_RESTORED' : null;
  if (isAhead(agent, hello)) return 'LAB.SERVER_RESTORED';
  return hello.lastSequence < appliedSequence || lost.length > 0 || isAnother(agent, hello)
    ? 'LAB.JOURNAL_RESTORED'
    : null;
}

/** The server once said that it had applied what it does not know any more. */
const isAhead = ({ appliedSequence }: Known, { held }: Hello): boolean =>
  held !== undefined &&
  (held.acknowledged > appliedSequence || (held.lowest ?? appliedSequence + 1) > appliedSequence + 1);

/** The event that was applied last is another one in this journal. */
function isAnother({ appliedSequence, appliedEventId }: Known, { held }: Hello): boolean {
  if (!held || appliedEventId === null || held.acknowledged >= appliedSequence) return false;
  return held.ids[appliedSequence - (held.lowest ?? appliedSequence + 1)] !== appliedEventId;
}

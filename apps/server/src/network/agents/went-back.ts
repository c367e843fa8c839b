import type { UpMessage } from '@pandafab/lab-link';
import type { RunId } from '@pandafab/shared';
import type { HeldBecause } from '../labs/lab.entity';
import type { Agent } from './agent.entity';

type Hello = Extract<UpMessage, { kind: 'hello' }>['body'];
type Known = Pick<Agent, 'epoch' | 'appliedSequence' | 'appliedEventId'>;

/** How the runs of a hello and of the database differ. */
export interface KnownRuns {
  /** Named by the agent, and not in the database. */
  readonly unknown: readonly RunId[];
  /** In progress by the database, receipted by the agent, and no longer in its journal. */
  readonly lost: readonly RunId[];
}

/**
 * Was the server's database, or the agent's journal, restored to an earlier state? The data of the
 * other side shows it:
 *
 *     what the server has applied      1 … 110
 *     what the journal holds                     117 … 120   the server has forgotten 111 … 116
 *     what the journal holds      1 … 95                     the journal has forgotten 96 … 110
 *
 * A restored journal that has written events since holds another event under the number of the last applied one.
 */
export function whatWentBack(agent: Known, hello: Hello, { unknown, lost }: KnownRuns): HeldBecause | null {
  const { epoch, appliedSequence } = agent;
  const said = hello.epoch ?? 0;
  if (said > epoch || unknown.length > 0) return 'LAB.SERVER_RESTORED';
  // An agent that was not welcomed in this epoch cannot have had an event applied in it.
  if (said < epoch) return appliedSequence > 0 || lost.length > 0 ? 'LAB.JOURNAL_RESTORED' : null;
  if (isAhead(agent, hello)) return 'LAB.SERVER_RESTORED';
  return hello.lastSequence < appliedSequence || lost.length > 0 || holdsAnotherEvent(agent, hello)
    ? 'LAB.JOURNAL_RESTORED'
    : null;
}

/** The server has acknowledged events that it no longer knows. */
const isAhead = ({ appliedSequence }: Known, { held }: Hello): boolean =>
  held !== undefined &&
  (held.acknowledged > appliedSequence || (held.lowest ?? appliedSequence + 1) > appliedSequence + 1);

/** This journal holds another event under the number of the last applied one. */
function holdsAnotherEvent({ appliedSequence, appliedEventId }: Known, { held }: Hello): boolean {
  if (!held || appliedEventId === null || held.acknowledged >= appliedSequence) return false;
  return held.ids[appliedSequence - (held.lowest ?? appliedSequence + 1)] !== appliedEventId;
}

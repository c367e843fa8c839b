import { type BodyOf, hashAgentSecret, helloProof } from '@pandafab/lab-link';
import { backOffMs, type CancelTimer, type Clock, newId } from '@pandafab/shared';
import type { Journal } from '../journal/journal';
import type { LinkIdentity } from './link-contract';

const REPEAT = { firstMs: 2000, longestMs: 30_000 };

export interface GreetingOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly identity: LinkIdentity;
  readonly send: (id: string, body: BodyOf<'hello'>) => void;
  readonly onError: (error: unknown) => void;
}

/** Sends hello until the server answers. */
export class Greeting {
  private said = new Set<string>();
  private cancelRepeat: CancelTimer = () => {};
  private active = false;
  /** Only the first hello may take over: later, an agent that replaced this one must not be pushed out again. */
  private takeOver: boolean;
  /** The epoch in which the server said that this journal is behind; this agent still belongs to it. */
  private behindIn: number | undefined;

  constructor(private readonly options: GreetingOptions) {
    this.takeOver = options.identity.takeOver;
  }

  begin(): void {
    this.end();
    this.active = true;
    this.repeat(1);
  }

  end(): void {
    this.active = false;
    this.cancelRepeat();
    this.said = new Set();
  }

  welcomed(): void {
    this.takeOver = false;
    this.behindIn = undefined;
    this.end();
  }

  /** Sends hello again, as an agent whose journal was restored to an earlier state. */
  admitBehind(epoch: number): void {
    this.behindIn = epoch;
    this.begin();
  }

  /** Whether this is the answer to one of these hellos: another agent's welcome comes on the same topic. */
  isMine(replyTo: string | undefined): boolean {
    return replyTo !== undefined && this.said.has(replyTo);
  }

  /** @param attempts number of hellos, including this one */
  private repeat(attempts: number): void {
    this.say().catch(this.options.onError);
    const again = () => this.repeat(attempts + 1);
    this.cancelRepeat = this.options.clock.setTimer(backOffMs(REPEAT, attempts), again);
  }

  private async say(): Promise<void> {
    const { journal, identity, send } = this.options;
    const id = newId<string>();
    this.said.add(id);
    const { lastSequence, held, runs } = await journal.events.standing();
    if (!this.active) return;
    send(id, {
      agentId: identity.agentId,
      instanceId: journal.instanceId,
      agentVersion: identity.agentVersion,
      epoch: journal.epoch,
      lastSequence,
      takeOver: this.takeOver,
      ...{ held, runs: [...runs] },
      ...(this.behindIn !== undefined && { behindIn: this.behindIn }),
      proof: helloProof(hashAgentSecret(identity.secret()), journal.instanceId),
    });
  }
}

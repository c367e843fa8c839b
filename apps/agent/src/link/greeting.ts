import { hashAgentSecret, helloProof } from '@pandafab/lab-link';
import { type CancelTimer, type Clock, newId } from '@pandafab/shared';
import type { Journal } from '../journal/journal';
import type { LinkIdentity } from './link-contract';

const FIRST_REPEAT_MS = 2000;
const LONGEST_REPEAT_MS = 30_000;

export interface GreetingOptions {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly identity: LinkIdentity;
  readonly send: (id: string, body: object) => void;
  readonly onError: (error: unknown) => void;
}

/** Says hello until the server answers. */
export class Greeting {
  private said = new Set<string>();
  private cancelRepeat: CancelTimer = () => {};
  private active = false;
  /** Only the first welcome is a take-over: later on, whoever replaced this agent must not be pushed out again. */
  private takeOver: boolean;
  /** The epoch in which the server said that this journal is behind; it is this agent's all the same. */
  private behindIn: number | undefined;

  constructor(private readonly options: GreetingOptions) {
    this.takeOver = options.identity.takeOver;
  }

  begin(): void {
    this.end();
    this.active = true;
    this.repeat(FIRST_REPEAT_MS);
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

  /** Says hello again as what it is: a journal that was put back to an earlier state. */
  admitBehind(epoch: number): void {
    this.behindIn = epoch;
    this.begin();
  }

  /** Is this the answer to one of these hellos? Another agent's welcome comes by the same topic. */
  isMine(replyTo: string | undefined): boolean {
    return replyTo !== undefined && this.said.has(replyTo);
  }

  private repeat(nextMs: number): void {
    this.say().catch(this.options.onError);
    this.cancelRepeat = this.options.clock.setTimer(nextMs, () =>
      this.repeat(Math.min(nextMs * 2, LONGEST_REPEAT_MS)),
    );
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
      ...{ held, runs },
      ...(this.behindIn !== undefined && { behindIn: this.behindIn }),
      proof: helloProof(hashAgentSecret(identity.secret()), journal.instanceId),
    });
  }
}

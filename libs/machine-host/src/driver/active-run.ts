import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type {
  Connection,
  PauseReason,
  RunCause,
  RunObserver,
  RunOutcome,
  RunProgress,
} from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import { beginRun, inFlight } from '../streamer/state';
import type { Conversation } from './conversation';
import { RunLedger } from './ledger';

const PROGRESS_EVERY_MS = 100;
/** M108 ends one wait at a time: another one may stand behind it in the firmware's buffer. */
const INTERRUPT_EVERY_MS = 500;

type Stage = 'printing' | 'pausing' | 'parking' | 'paused' | 'returning' | 'cancelling' | 'leaving' | 'ended';

const CONNECTION: Record<Exclude<Stage, 'ended'>, Connection> = {
  printing: 'printing',
  pausing: 'pausing',
  parking: 'pausing',
  paused: 'paused',
  returning: 'paused',
  cancelling: 'cancelling',
  leaving: 'cancelling',
};

export interface RunEnvironment {
  readonly conversation: Conversation;
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
  /** Called after each change of stage. */
  onStage(connection: Connection, needsPerson: PauseReason | null): void;
  /** The file is at its end, or the cancelled run has left the part: what remains is the driver's. */
  onStreamed(cancelled: boolean): void;
}

/** One run, from its first line to the last thing acknowledged: pausing, resuming, cancelling, progress. */
export class ActiveRun {
  readonly ledger = new RunLedger();
  private readonly startedAt: number;
  private stage: Stage = 'printing';
  private reason: PauseReason | null = null;
  private resumeWanted = false;
  private reportedAt = Number.NEGATIVE_INFINITY;
  private interruptTimer: CancelTimer | null = null;
  /** Until then the conversation's counts are those of the run before. */
  private begun = false;

  constructor(
    private readonly source: CommandSource,
    private readonly observer: RunObserver,
    private readonly env: RunEnvironment,
  ) {
    this.startedAt = env.clock.monotonic();
  }

  begin(): void {
    const { conversation } = this.env;
    beginRun(conversation.state, this.source);
    this.begun = true;
    this.source.onReady = () => conversation.pump();
    // Somebody may have paused or cancelled while the line number was being set.
    conversation.state.held = this.stage !== 'printing';
    conversation.state.abandoned = this.stage === 'cancelling';
    conversation.pump();
  }

  pause(reason: PauseReason): void {
    if (this.stage !== 'printing') return;
    this.reason = reason;
    this.env.conversation.state.held = true;
    this.enter('pausing');
    this.env.conversation.pump();
  }

  resume(): void {
    if (this.stage === 'pausing' || this.stage === 'parking') this.resumeWanted = true;
    if (this.stage === 'paused') this.script('returning', this.env.profile.scripts.resume);
  }

  cancel(): void {
    if (this.stage === 'cancelling' || this.stage === 'leaving' || this.stage === 'ended') return;
    const { state } = this.env.conversation;
    state.held = true;
    state.abandoned = true;
    state.wait = null;
    state.scripts.length = 0;
    this.enter('cancelling');
    this.interruptWaiting();
    this.env.conversation.pump();
  }

  /** The file holds a command that wants somebody: the streamer holds already. */
  onAttention(command: string): void {
    const message = command.replace(/^M\d+\s*/, '');
    if (this.stage === 'printing') this.pause({ kind: 'command', message: message || command });
  }

  /** Nothing is in flight any more: the next stage can begin. */
  onDrained(): void {
    const { scripts } = this.env.profile;
    if (this.stage === 'printing') this.leave(false);
    else if (this.stage === 'pausing') this.script('parking', scripts.pause);
    else if (this.stage === 'parking') this.onParked();
    else if (this.stage === 'returning') this.onReturned();
    else if (this.stage === 'cancelling') this.script('leaving', scripts.cancel);
    else if (this.stage === 'leaving') this.leave(true);
  }

  onStepped(now: number): void {
    if (!this.begun) return;
    this.ledger.apply(this.env.conversation.state);
    if (now - this.reportedAt >= PROGRESS_EVERY_MS) this.report(now);
  }

  /** Ends it and says how it went; nothing happens afterwards. Closes the source. */
  end(outcome: RunOutcome['outcome'], cause: RunCause | null): RunOutcome {
    const { state } = this.env.conversation;
    if (this.begun) this.ledger.apply(state);
    this.stop();
    this.stage = 'ended';
    const now = this.env.clock.monotonic();
    this.report(now);
    const { linesSent, linesAcknowledged, resends, filamentUm, elapsedSeconds } = this.progress(now);
    return {
      ...{ outcome, cause, linesSent, linesAcknowledged, resends, filamentUm, seconds: elapsedSeconds },
      exact: !this.begun || inFlight(state) <= 0,
      sha256: this.ledger.sha256(),
    };
  }

  private enter(stage: Exclude<Stage, 'ended'>): void {
    this.stage = stage;
    const paused = stage === 'pausing' || stage === 'parking' || stage === 'paused';
    this.env.onStage(CONNECTION[stage], paused ? this.reason : null);
  }

  /** Sends a script as numbered lines, protected like the file's. Drained comes when it is through. */
  private script(stage: Exclude<Stage, 'ended'>, commands: readonly string[]): void {
    this.enter(stage);
    this.env.conversation.state.scripts.push(...commands);
    this.env.conversation.pump();
  }

  private onParked(): void {
    this.enter('paused');
    if (this.reason) this.observer.paused(this.reason);
    if (this.resumeWanted) this.resume();
  }

  private onReturned(): void {
    this.resumeWanted = false;
    this.reason = null;
    this.enter('printing');
    this.observer.resumed();
    this.env.conversation.state.held = false;
    this.env.conversation.pump();
  }

  private leave(cancelled: boolean): void {
    this.stop();
    this.stage = 'ended';
    this.env.onStreamed(cancelled);
  }

  private stop(): void {
    this.interruptTimer?.();
    this.source.onReady = null;
  }

  /** Ends M109, M190, M0 in the firmware. Without an emergency parser the host does their waiting. */
  private interruptWaiting(): void {
    const { conversation, clock } = this.env;
    if (this.stage !== 'cancelling' || inFlight(conversation.state) <= 0) return;
    if (!conversation.state.emergencyParser) return;
    conversation.writeNow('M108');
    conversation.interrupt();
    this.interruptTimer = clock.setTimer(INTERRUPT_EVERY_MS, () => this.interruptWaiting());
  }

  private report(now: number): void {
    this.reportedAt = now;
    this.observer.progress(this.progress(now));
  }

  private progress(now: number): RunProgress {
    const { linesSent, resends } = this.begun ? this.env.conversation.state : { linesSent: 0, resends: 0 };
    return {
      linesSent,
      linesAcknowledged: this.ledger.linesAcknowledged,
      bytesAcknowledged: this.ledger.bytesAcknowledged,
      bytesTotal: this.source.totalBytes,
      resends,
      filamentUm: this.ledger.filamentUm,
      elapsedSeconds: (now - this.startedAt) / 1000,
    };
  }
}

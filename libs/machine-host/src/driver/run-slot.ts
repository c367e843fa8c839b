import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, Fault } from '@pandafab/shared';
import type { DriverLog, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import { ZERO_LINE_NUMBER } from '../streamer/send';
import { endRun } from '../streamer/state';
import { ActiveRun } from './active-run';
import type { Conversation } from './conversation';
import { finish } from './finish';
import type { HeaterBank } from './heater-bank';
import type { HeaterDoubt } from './heater-doubt';
import type { HeaterGuard } from './heater-guard';
import type { Introduction } from './introduction';
import { CANCEL_STUCK, type StatusBoard } from './status-board';
import type { WaitBreaker } from './wait-breaker';

const SET_LINE_NUMBER = ZERO_LINE_NUMBER.toString('latin1').trimEnd();

export interface RunSlotEnvironment {
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly conversation: Conversation;
  readonly introduction: Introduction;
  readonly bank: HeaterBank;
  readonly heaters: HeaterGuard;
  readonly doubt: HeaterDoubt;
  readonly board: StatusBoard;
  readonly breaker: WaitBreaker;
  /** The run cannot go on, by what was found out beside the conversation. */
  onFailed(cause: RunCause): void;
  /** It holds the run, hot, and nobody comes: the machine must be stopped. */
  onHeldTooLong(): void;
}

interface RunInProgress {
  readonly run: ActiveRun;
  readonly resolve: (outcome: RunOutcome) => void;
}

/** The one run that a machine can have: how it begins, and what remains to be done when its lines are through. */
export class RunSlot {
  private current: RunInProgress | null = null;

  constructor(private readonly env: RunSlotEnvironment) {}

  /** The run that is on; null between runs. */
  get run(): ActiveRun | null {
    return this.current?.run ?? null;
  }

  /** Resolves when the run has ended, however it ended. Only while there is none. */
  start(source: CommandSource, observer: RunObserver): Promise<RunOutcome> {
    return new Promise((resolve) => {
      const { bank, board, breaker, clock, conversation, heaters, log, profile } = this.env;
      const run: ActiveRun = new ActiveRun(source, observer, {
        ...{ conversation, profile, clock, log, bank, breaker },
        temperatures: () => board.status.temperatures,
        coolDown: () => heaters.off(),
        onStage: (connection, request) => board.set({ connection, asks: { run: request } }),
        onFailed: (cause) => this.env.onFailed(cause),
        onStreamed: (cancelled) => void this.complete(run, cancelled),
      });
      this.current = { run, resolve };
      conversation.transcript.begin(clock.monotonic());
      board.set({ connection: 'printing' });
      void this.begin(run);
    });
  }

  /** Ends the run soon, wherever it is; one whose last line is through only stops waiting. */
  cancel(): void {
    if (!this.current) return;
    // Its time counts from the first wish on.
    if (this.current.run.cancel()) this.env.breaker.end();
    this.env.breaker.begin();
  }

  /** Ends the run, if there is one, as lost. Unless the firmware halted, nobody has heard of its heaters since. */
  fail(cause: RunCause, heaters: 'in-doubt' | 'off' = 'in-doubt'): void {
    if (!this.current) return;
    if (heaters === 'in-doubt') this.env.doubt.raise();
    this.env.log.warn('machine.run-failed', { code: cause.code });
    this.end(this.current.run.end('failed', cause));
  }

  /**
   * M110 takes effect when it is received and again when it is executed: nothing else is in flight meanwhile. A bad
   * line may have made several of one, the last of which would forget the first lines of the run: M105 is answered
   * when all of them are executed.
   */
  private async begin(run: ActiveRun): Promise<void> {
    const { introduction } = this.env;
    try {
      await introduction.within(() => introduction.demandWorking());
      for (const command of this.firstWords) await introduction.makeSure(command);
      if (this.run === run) run.begin();
    } catch (error) {
      // Where the conversation failed, the event that said so has ended the run.
      if (error instanceof Fault && this.run === run) this.env.onFailed(error);
    }
  }

  /** Where all commands have numbers, none may stand between M110 and the first line. */
  private get firstWords(): readonly string[] {
    const { numbersPlains } = this.env.conversation.state;
    return numbersPlains ? ['M105', SET_LINE_NUMBER] : [SET_LINE_NUMBER, 'M105'];
  }

  /** The stream is through: finish, or cool down after a cancelled run. */
  private async complete(run: ActiveRun, cancelled: boolean): Promise<void> {
    const { board, conversation, doubt, heaters, introduction, profile } = this.env;
    endRun(conversation.state);
    try {
      if (cancelled) await heaters.off();
      else await finish(introduction, heaters, profile);
    } catch {
      // Heaters unconfirmed, or the conversation failed and the run with it.
      if (this.run === run) doubt.lose();
      heaters.keepTrying();
    }
    if (this.run !== run) return;
    this.end(run.end(cancelled ? 'cancelled' : 'done', null));
    if (board.status.connection === 'faulted') return;
    board.set({ connection: 'ready', asks: { run: null } });
    if (cancelled) this.releaseSteppers();
  }

  /** Only now: the nozzle has left the part, and nothing heats. */
  private releaseSteppers(): void {
    const { conversation, profile } = this.env;
    for (const command of profile.scripts.release) conversation.exchange(command).catch(() => undefined);
  }

  /** The firmware holds the run, whatever it was told: only a stop remains. */
  onStuck(): void {
    if (!this.current) return;
    if (!this.current.run.isCancelled) return this.env.onHeldTooLong();
    this.env.log.warn('machine.cancel-stuck');
    this.env.board.set({ asks: { cancel: CANCEL_STUCK } });
  }

  /** Nobody has stopped it. */
  onNobody(): void {
    if (this.current?.run.isCancelled) this.env.onHeldTooLong();
  }

  private end(outcome: RunOutcome): void {
    const { resolve } = this.current ?? {};
    this.current = null;
    this.env.breaker.end();
    this.env.board.set({ asks: { cancel: null } });
    this.env.log.info('machine.run-ended', { outcome: outcome.outcome, lines: outcome.linesAcknowledged });
    resolve?.(outcome);
  }
}

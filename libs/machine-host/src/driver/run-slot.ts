import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, Fault } from '@pandafab/shared';
import type { Dialect, Heaters } from '../dialect/dialect';
import type { DriverLog, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import { endRun } from '../streamer/state';
import type { Work } from '../work';
import { ActiveRun } from './active-run';
import type { Conversation } from './conversation';
import { finish } from './finish';
import type { HeaterGuard } from './heater-guard';
import type { HeaterUncertainty } from './heater-uncertainty';
import type { Introduction } from './introduction';
import { CANCEL_STUCK, type StatusBoard } from './status-board';
import type { WaitBreaker } from './wait-breaker';

export interface RunSlotEnvironment {
  readonly profile: FirmwareProfile;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly conversation: Conversation;
  readonly introduction: Introduction;
  readonly bank: Heaters;
  readonly heaters: HeaterGuard;
  readonly uncertainty: HeaterUncertainty;
  readonly board: StatusBoard;
  readonly breaker: WaitBreaker;
  /** The run cannot continue, for a reason found outside the conversation. */
  onFailed(cause: RunCause): void;
  /** The firmware holds the run with hot heaters, and no person comes: the machine must be stopped. */
  onHeldTooLong(): void;
}

interface RunInProgress {
  readonly run: ActiveRun;
  readonly resolve: (outcome: RunOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** The single run that a machine can have: its start, and the work after its last line. */
export class RunSlot {
  private current: RunInProgress | null = null;

  constructor(private readonly env: RunSlotEnvironment) {}

  /** The active run; null between runs. */
  get run(): ActiveRun | null {
    return this.current?.run ?? null;
  }

  /**
   * Resolves when the run has ended, with any outcome. Only to be called between runs.
   * @throws the errors of `openLines`: nothing was sent to the machine then
   */
  async start(work: Work, observer: RunObserver): Promise<RunOutcome> {
    const { board, clock, conversation } = this.env;
    const run = this.createRun(observer);
    const ended = new Promise<RunOutcome>((resolve, reject) => {
      this.current = { run, resolve, reject };
    });
    conversation.transcript.begin(clock.monotonic());
    board.set({ state: 'printing' });
    void this.open(run, work);
    try {
      return await ended;
    } finally {
      await run.close();
    }
  }

  private createRun(observer: RunObserver): ActiveRun {
    const { bank, board, breaker, clock, conversation, dialect, heaters, log, profile } = this.env;
    const run: ActiveRun = new ActiveRun(observer, {
      ...{ conversation, profile, dialect, clock, log, bank, breaker },
      readings: () => board.status.readings,
      coolDown: () => heaters.off(),
      onStage: (state, request) => board.set({ state, asks: { run: request } }),
      onFailed: (cause) => this.env.onFailed(cause),
      onStreamed: (cancelled) => void this.complete(run, cancelled),
    });
    return run;
  }

  private async open(run: ActiveRun, work: Work): Promise<void> {
    try {
      await run.open(work);
    } catch (error) {
      return this.giveBack(run, error);
    }
    if (this.run === run) await this.begin(run);
  }

  /** Nothing was sent to the machine: it is as ready as before. */
  private giveBack(run: ActiveRun, error: unknown): void {
    if (this.run !== run) return;
    const { breaker, board } = this.env;
    const { reject } = this.current ?? {};
    this.current = null;
    breaker.end();
    board.set({ state: 'ready', asks: { run: null, cancel: null } });
    reject?.(error);
  }

  /** Ends the run soon, in any stage; after its last line it only stops waiting. */
  cancel(): void {
    if (!this.current) return;
    // The time starts with the first request.
    if (this.current.run.cancel()) this.env.breaker.end();
    this.env.breaker.begin();
  }

  /** Ends the run, if there is one, as lost. Unless the firmware halted, the state of its heaters is unknown. */
  fail(cause: RunCause, heaters: 'in-doubt' | 'off' = 'in-doubt'): void {
    if (!this.current) return;
    if (heaters === 'in-doubt') this.env.uncertainty.raise();
    this.env.log.warn('machine.run-failed', { code: cause.code });
    this.end(this.current.run.end('failed', cause));
  }

  /**
   * Zeroing the line numbers takes effect when it is received and again when it is executed: nothing else may be in
   * flight meanwhile. A bad line may have made several of one, the last of which would forget the first lines of the run: the
   * question for temperatures is answered when all of them are executed.
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

  /** When all commands have numbers, no command may come between zeroing the numbers and the first line. */
  private get firstWords(): readonly string[] {
    const { conversation, dialect } = this.env;
    const { readTemperatures, zeroLineNumbers } = dialect;
    const { numbersPlains } = conversation.state.firmware;
    return numbersPlains ? [readTemperatures, zeroLineNumbers] : [zeroLineNumbers, readTemperatures];
  }

  /** The stream has ended: finish, or cool down after a cancelled run. */
  private async complete(run: ActiveRun, cancelled: boolean): Promise<void> {
    const { board, conversation, heaters, introduction, profile, uncertainty } = this.env;
    endRun(conversation.state);
    try {
      if (cancelled) await heaters.off();
      else await finish(introduction, heaters, profile);
    } catch {
      // The heaters are not confirmed off, or the conversation failed and the run with it.
      if (this.run === run) uncertainty.lose();
      heaters.keepTrying();
    }
    if (this.run !== run) return;
    this.end(run.end(cancelled ? 'cancelled' : 'done', null));
    if (board.status.state === 'faulted') return;
    board.set({ state: 'ready', asks: { run: null } });
    if (cancelled) this.releaseSteppers();
  }

  /** Only now: the nozzle is away from the part, and no heater is on. */
  private releaseSteppers(): void {
    const { conversation, profile } = this.env;
    for (const command of profile.scripts.release) conversation.exchange(command).catch(() => undefined);
  }

  /** The firmware holds the run in spite of all commands: only a stop remains. */
  onStuck(): void {
    if (!this.current) return;
    if (!this.current.run.isCancelled) return this.env.onHeldTooLong();
    this.env.log.warn('machine.cancel-stuck');
    this.env.board.set({ asks: { cancel: CANCEL_STUCK } });
  }

  /** No person has stopped the machine. */
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

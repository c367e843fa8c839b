import { changesFilament, saidBy } from '@pandafab/gcode';
import type { FaultCode } from '@pandafab/shared';
import type { PausePlan } from '../dialect/dialect';
import type { PauseReason, PersonRequest, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import { inFlight } from '../streamer/lines';
import { beginRun } from '../streamer/state';
import type { HeaterWait } from '../streamer/waits';
import type { Work } from '../work';
import { RunLedger } from './ledger';
import { PauseWarmth } from './pause-warmth';
import type { RunEnvironment } from './run-environment';
import { RunReports } from './run-reports';
import { isWaiting, STATE_IN, type Stage } from './run-stage';

/** The run ends by itself: there is no reason to fail it. */
const ENDING: ReadonlySet<Stage> = new Set(['cancelling', 'leaving', 'ended'] as const);

/** These causes lose moves that were acknowledged but not yet executed (Marlin's planner keeps sixteen). */
const FORGETTING: ReadonlySet<FaultCode> = new Set([
  ...(['MACHINE.RESET_MID_RUN', 'MACHINE.HALTED', 'MACHINE.SHUT_DOWN'] as const),
  ...(['MACHINE.EMERGENCY_STOP', 'MACHINE.HELD_TOO_LONG'] as const),
]);

/** One run, from its first line to the last thing acknowledged: pausing, resuming, cancelling, progress. */
export class ActiveRun {
  readonly ledger: RunLedger;
  private readonly reports: RunReports;
  private source: CommandSource | null = null;
  private stage: Stage = 'printing';
  private reason: PauseReason | null = null;
  private parksItself = false;
  private measuring = false;
  private plan: PausePlan | null = null;
  private waits: HeaterWait[] = [];
  private resumeWanted = false;
  private pauseWanted: PauseReason | null = null;
  private readonly warmth: PauseWarmth;
  /** This run is paused because of the firmware's busy message. */
  private heldByFirmware = false;
  /** Until then the conversation's counts are those of the previous run. */
  private begun = false;

  constructor(
    private readonly observer: RunObserver,
    private readonly env: RunEnvironment,
  ) {
    const { bank, clock, dialect, log, profile } = env;
    this.ledger = new RunLedger(profile, dialect, bank);
    const { state } = env.conversation;
    this.reports = new RunReports({ observer, state, ledger: this.ledger }, clock.monotonic());
    this.warmth = new PauseWarmth({
      ...{ clock, log, keepMinutes: profile.pause.keepMinutes },
      coolDown: () => env.coolDown(),
      onOverdue: () => this.onOverdue(),
      onChange: () => this.onCooled(),
    });
  }

  /** @throws what `openLines` throws */
  async open(work: Work): Promise<void> {
    this.source = await work.openLines();
    // The run has ended meanwhile, and the caller that waited for its end has closed the lines open at that time.
    if (this.stage === 'ended') await this.close();
  }

  async close(): Promise<void> {
    await this.source?.close();
  }

  /** Only after `open`. */
  begin(): void {
    const { source } = this;
    const { conversation } = this.env;
    if (!source) return;
    beginRun(conversation.state, source);
    this.begun = true;
    this.reports.source = source;
    source.onReady = () => conversation.pump();
    // A pause or cancel may have come while the line number was being set.
    conversation.state.run.held = this.stage !== 'printing';
    conversation.state.run.abandoned = this.stage === 'cancelling';
    conversation.pump();
  }

  /** @param parksItself the firmware has moved away from the part by itself */
  pause(reason: PauseReason, parksItself = false): void {
    // It may have been the firmware's own filament change: the loaded and purged filament is not reported.
    if (parksItself || reason.kind === 'filament-runout') this.ledger.doubt();
    if (this.stage === 'warming' || this.stage === 'returning') this.pauseWanted = reason;
    if (this.stage === 'warming') this.stopWarming();
    if (this.stage !== 'printing') return;
    this.reason = reason;
    this.parksItself = parksItself;
    this.env.conversation.state.run.held = true;
    this.warmth.beginHeld();
    this.enter('pausing');
    this.env.conversation.pump();
  }

  resume(): void {
    if (this.stage === 'pausing' || this.stage === 'parking') this.resumeWanted = true;
    if (this.stage === 'paused' && this.warmth.isCooling) this.resumeWanted = true;
    else if (this.stage === 'paused') this.warmUp();
  }

  /** The firmware reports that it continues. If its wait was broken because no person came, a person must still resume. */
  resumeByFirmware(): void {
    if (!this.warmth.isOverdue) this.resume();
  }

  /** The firmware's busy message says that it waits for a person; `onLetGo` when that wait has ended. */
  onHeld(): void {
    if (this.stage !== 'printing') return;
    this.heldByFirmware = true;
    this.pause({ kind: 'firmware', message: '' }, true);
  }

  onLetGo(): void {
    if (this.heldByFirmware) this.resumeByFirmware();
    this.heldByFirmware = false;
  }

  /** Ends the run soon; false when it is ending already. */
  cancel(): boolean {
    if (ENDING.has(this.stage)) return false;
    this.warmth.end();
    const { state } = this.env.conversation;
    state.run.held = true;
    state.run.abandoned = true;
    state.run.wait = null;
    state.run.scripts.length = 0;
    this.enter('cancelling');
    this.env.conversation.pump();
    return true;
  }

  get isCancelled(): boolean {
    return this.stage === 'cancelling' || this.stage === 'leaving';
  }

  /** The file has a command that needs a person: the streamer has already stopped sending. */
  onAttention(command: string): void {
    const filament = changesFilament(command);
    if (filament) this.ledger.doubt();
    const reason = {
      kind: 'command',
      message: saidBy(command) || command,
      ...(filament && { filament }),
    } as const;
    if (this.stage === 'printing') this.pause(reason);
  }

  /** No command is in flight: the next stage can begin. */
  onDrained(): void {
    const { scripts } = this.env.profile;
    if (this.stage === 'printing') this.leave(false);
    else if (this.stage === 'pausing') this.park();
    else if (this.stage === 'parking') this.onParked();
    else if (this.stage === 'warming') this.onWarmer();
    else if (this.stage === 'returning') this.onReturned();
    else if (this.stage === 'cancelling') this.script('leaving', scripts.cancel);
    else if (this.stage === 'leaving') this.leave(true);
  }

  onStepped(now: number): void {
    if (!this.begun) return;
    this.ledger.apply(this.env.conversation.state);
    const { failure } = this.ledger.slips;
    if (failure && !ENDING.has(this.stage)) return this.env.onFailed(failure);
    this.reports.onStepped(now);
  }

  /** Ends the run and returns its result. Closes the source. */
  end(outcome: RunOutcome['outcome'], cause: RunCause | null): RunOutcome {
    const { state } = this.env.conversation;
    if (this.begun) this.ledger.apply(state);
    if (this.begun) this.ledger.noteUnanswered(state);
    this.ledger.slips.collectRest(state);
    this.stop();
    this.stage = 'ended';
    const forgets = cause !== null && FORGETTING.has(cause.code);
    const now = this.env.clock.monotonic();
    // The listener itself may have crashed.
    if (cause?.code !== 'MACHINE.STREAM_CRASHED') this.reports.report(now);
    const { lines, filamentUm, elapsedSeconds: seconds } = this.reports.at(now);
    return {
      ...{ outcome, ...lines, filamentUm, seconds },
      cause: outcome === 'done' ? this.ledger.slips.remark : cause,
      exact: !this.begun || (inFlight(state) <= 0 && this.ledger.isExact && !forgets),
      sha256: this.ledger.sha256(),
    };
  }

  private enter(stage: Exclude<Stage, 'ended'>): void {
    this.stage = stage;
    this.env.onStage(STATE_IN[stage], isWaiting(stage) ? this.request() : null);
  }

  private request(): PersonRequest | null {
    return this.reason && { ...this.reason, buttons: ['Continue'], cooled: this.warmth.isCooled };
  }

  /** Sends a script as numbered lines, protected like the file's. `drained` follows when all are acknowledged. */
  private script(stage: Exclude<Stage, 'ended'>, commands: readonly string[]): void {
    this.enter(stage);
    this.env.conversation.state.run.scripts.push(...commands);
    this.env.conversation.pump();
  }

  /** Asks for temperatures first: the last report may date from before the nozzle was hot. */
  private park(): void {
    if (this.measuring) return;
    this.measuring = true;
    const done = () => {
      this.measuring = false;
      if (this.stage === 'pausing') this.parkNow();
    };
    this.env.conversation.exchange(this.env.dialect.readTemperatures).then(done, done);
  }

  private parkNow(): void {
    this.ledger.apply(this.env.conversation.state);
    this.plan = this.ledger.pauses.plan({ readings: this.env.readings(), parksItself: this.parksItself });
    this.script('parking', this.plan.parking);
  }

  private onParked(): void {
    this.env.breaker.end();
    this.warmth.stop();
    // While the run waits, its status shows the exact use, not that of a tenth of a second earlier.
    this.reports.report(this.env.clock.monotonic());
    this.enter('paused');
    this.keepWarm();
    if (this.reason) this.observer.paused(this.reason);
    if (this.resumeWanted) this.resume();
  }

  private keepWarm(): void {
    if (this.plan && this.plan.warming.length > 0) this.warmth.begin();
  }

  /** An unattended heater is worse than a filament change that ends without filament. */
  private onOverdue(): void {
    if (this.env.bank.areOff) return;
    this.env.log.warn('machine.held-too-long');
    this.env.breaker.begin();
  }

  private onCooled(): void {
    if (this.stage !== 'paused') return;
    this.enter('paused');
    if (this.resumeWanted) this.resume();
  }

  private warmUp(): void {
    this.warmth.end();
    this.resumeWanted = false;
    this.waits = [...(this.plan?.waits ?? [])];
    this.env.conversation.state.run.wait = this.waits.shift() ?? null;
    this.script('warming', this.plan?.warming ?? []);
  }

  private onWarmer(): void {
    if (this.pauseWanted) return this.pauseAgain();
    const { state } = this.env.conversation;
    state.run.wait = this.waits.shift() ?? null;
    if (state.run.wait) this.env.conversation.pump();
    else this.script('returning', this.plan?.returning ?? []);
  }

  private stopWarming(): void {
    const { conversation } = this.env;
    this.waits = [];
    conversation.state.run.wait = null;
    conversation.pump();
  }

  /** Back to waiting at the parking position. */
  private pauseAgain(): void {
    this.reason = this.pauseWanted;
    this.pauseWanted = null;
    this.enter('paused');
    this.keepWarm();
  }

  private onReturned(): void {
    const again = this.pauseWanted;
    this.pauseWanted = null;
    this.reason = null;
    this.plan = null;
    this.enter('printing');
    this.observer.resumed();
    if (again) return this.pause(again);
    this.env.conversation.state.run.held = false;
    this.env.conversation.pump();
  }

  private leave(cancelled: boolean): void {
    this.stop();
    this.stage = 'ended';
    this.env.onStreamed(cancelled);
  }

  private stop(): void {
    this.warmth.end();
    if (this.source) this.source.onReady = null;
  }
}

import { changesFilament, saidBy } from '@pandafab/gcode';
import type { FaultCode } from '@pandafab/shared';
import type { PauseReason, PersonRequest, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import type { CommandSource } from '../source/command-source';
import { beginRun, inFlight } from '../streamer/state';
import type { HeaterWait } from '../streamer/waits';
import { RunLedger } from './ledger';
import { type PausePlan, planPause } from './pause-plan';
import { PauseWarmth } from './pause-warmth';
import type { RunEnvironment } from './run-environment';
import { RunReports } from './run-reports';
import { CONNECTION, isWaiting, type Stage } from './run-stage';

/** It ends by itself: nothing is won by failing it. */
const ENDING: ReadonlySet<Stage> = new Set(['cancelling', 'leaving', 'ended'] as const);

/** Moves that were acknowledged and not carried out yet are gone with these (Marlin's planner keeps sixteen). */
const FORGETTING: ReadonlySet<FaultCode> = new Set([
  ...(['MACHINE.RESET_MID_RUN', 'MACHINE.HALTED', 'MACHINE.SHUT_DOWN'] as const),
  ...(['MACHINE.EMERGENCY_STOP', 'MACHINE.HELD_TOO_LONG'] as const),
]);

/** One run, from its first line to the last thing acknowledged: pausing, resuming, cancelling, progress. */
export class ActiveRun {
  readonly ledger: RunLedger;
  private readonly reports: RunReports;
  private stage: Stage = 'printing';
  private reason: PauseReason | null = null;
  private parksItself = false;
  private measuring = false;
  private plan: PausePlan | null = null;
  private waits: HeaterWait[] = [];
  private resumeWanted = false;
  private pauseWanted: PauseReason | null = null;
  private readonly warmth: PauseWarmth;
  /** The firmware's sign of life is why this run is paused. */
  private heldByFirmware = false;
  /** Until then the conversation's counts are those of the run before. */
  private begun = false;

  constructor(
    private readonly source: CommandSource,
    private readonly observer: RunObserver,
    private readonly env: RunEnvironment,
  ) {
    const { bank, clock, log, profile } = env;
    this.ledger = new RunLedger(profile.extrusion, bank);
    const { state } = env.conversation;
    this.reports = new RunReports({ source, observer, state, ledger: this.ledger }, clock.monotonic());
    this.warmth = new PauseWarmth({
      ...{ clock, log, keepMinutes: profile.pause.keepMinutes },
      coolDown: () => env.coolDown(),
      onOverdue: () => this.onOverdue(),
      onChange: () => this.onCooled(),
    });
  }

  begin(): void {
    const { conversation } = this.env;
    beginRun(conversation.state, this.source);
    this.begun = true;
    this.reports.begun = true;
    this.source.onReady = () => conversation.pump();
    // Somebody may have paused or cancelled while the line number was being set.
    conversation.state.held = this.stage !== 'printing';
    conversation.state.abandoned = this.stage === 'cancelling';
    conversation.pump();
  }

  /** @param parksItself the firmware has left the part by its own means */
  pause(reason: PauseReason, parksItself = false): void {
    // It may have been its own M600: what that loads and purges, nobody tells.
    if (parksItself || reason.kind === 'filament-runout') this.ledger.doubt();
    if (this.stage === 'warming' || this.stage === 'returning') this.pauseWanted = reason;
    if (this.stage === 'warming') this.stopWarming();
    if (this.stage !== 'printing') return;
    this.reason = reason;
    this.parksItself = parksItself;
    this.env.conversation.state.held = true;
    this.warmth.beginHeld();
    this.enter('pausing');
    this.env.conversation.pump();
  }

  resume(): void {
    if (this.stage === 'pausing' || this.stage === 'parking') this.resumeWanted = true;
    if (this.stage === 'paused' && this.warmth.isCooling) this.resumeWanted = true;
    else if (this.stage === 'paused') this.warmUp();
  }

  /** The firmware goes on by its own word. Where it was drawn out of its wait because nobody came, somebody has to come. */
  resumeByFirmware(): void {
    if (!this.warmth.isOverdue) this.resume();
  }

  /** It waits for somebody, by its sign of life; `onLetGo` when it does so no longer. */
  onHeld(): void {
    if (this.stage !== 'printing') return;
    this.heldByFirmware = true;
    this.pause({ kind: 'firmware', message: '' }, true);
  }

  onLetGo(): void {
    if (this.heldByFirmware) this.resumeByFirmware();
    this.heldByFirmware = false;
  }

  /** Ends it soon; false when it ends already. */
  cancel(): boolean {
    if (ENDING.has(this.stage)) return false;
    this.warmth.end();
    const { state } = this.env.conversation;
    state.held = true;
    state.abandoned = true;
    state.wait = null;
    state.scripts.length = 0;
    this.enter('cancelling');
    this.env.conversation.pump();
    return true;
  }

  get isCancelled(): boolean {
    return this.stage === 'cancelling' || this.stage === 'leaving';
  }

  /** The file holds a command that wants somebody: the streamer holds already. */
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

  /** Nothing is in flight any more: the next stage can begin. */
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

  /** Ends it and says how it went; nothing happens afterwards. Closes the source. */
  end(outcome: RunOutcome['outcome'], cause: RunCause | null): RunOutcome {
    const { state } = this.env.conversation;
    if (this.begun) this.ledger.apply(state);
    if (this.begun) this.ledger.noteUnanswered(state);
    this.ledger.slips.takeRest(state);
    this.stop();
    this.stage = 'ended';
    const forgets = cause !== null && FORGETTING.has(cause.code);
    const now = this.env.clock.monotonic();
    // What is told to may be what crashed.
    if (cause?.code !== 'MACHINE.STREAM_CRASHED') this.reports.report(now);
    const { linesSent, linesAcknowledged, resends, filamentUm, elapsedSeconds } = this.reports.at(now);
    return {
      ...{ outcome, linesSent, linesAcknowledged, resends, filamentUm, seconds: elapsedSeconds },
      cause: outcome === 'done' ? this.ledger.slips.remark : cause,
      exact: !this.begun || (inFlight(state) <= 0 && this.ledger.isExact && !forgets),
      sha256: this.ledger.sha256(),
    };
  }

  private enter(stage: Exclude<Stage, 'ended'>): void {
    this.stage = stage;
    this.env.onStage(CONNECTION[stage], isWaiting(stage) ? this.request() : null);
  }

  private request(): PersonRequest | null {
    return this.reason && { ...this.reason, buttons: ['Continue'], cooled: this.warmth.isCooled };
  }

  /** Sends a script as numbered lines, protected like the file's. Drained comes when it is through. */
  private script(stage: Exclude<Stage, 'ended'>, commands: readonly string[]): void {
    this.enter(stage);
    this.env.conversation.state.scripts.push(...commands);
    this.env.conversation.pump();
  }

  /** Asks how warm it is first: the last report may be of before the nozzle was hot. */
  private park(): void {
    if (this.measuring) return;
    this.measuring = true;
    const done = () => {
      this.measuring = false;
      if (this.stage === 'pausing') this.parkNow();
    };
    this.env.conversation.exchange('M105').then(done, done);
  }

  private parkNow(): void {
    const { profile, conversation } = this.env;
    this.ledger.apply(conversation.state);
    const { modal } = this.ledger;
    const temperatures = this.env.temperatures();
    this.plan = planPause({ profile, modal, temperatures, parksItself: this.parksItself });
    this.script('parking', this.plan.parking);
  }

  private onParked(): void {
    this.env.breaker.end();
    this.warmth.stop();
    // Whoever looks while it waits is shown what it has used until then, and not a tenth of a second before.
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
    this.env.conversation.state.wait = this.waits.shift() ?? null;
    this.script('warming', this.plan?.warming ?? []);
  }

  private onWarmer(): void {
    if (this.pauseWanted) return this.pauseAgain();
    const { state } = this.env.conversation;
    state.wait = this.waits.shift() ?? null;
    if (state.wait) this.env.conversation.pump();
    else this.script('returning', this.plan?.returning ?? []);
  }

  private stopWarming(): void {
    const { conversation } = this.env;
    this.waits = [];
    conversation.state.wait = null;
    conversation.pump();
  }

  /** Back to waiting, where it stands parked. */
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
    this.env.conversation.state.held = false;
    this.env.conversation.pump();
  }

  private leave(cancelled: boolean): void {
    this.stop();
    this.stage = 'ended';
    this.env.onStreamed(cancelled);
  }

  private stop(): void {
    this.warmth.end();
    this.source.onReady = null;
  }
}

import type { MachineConfig, MachineTelemetry } from '@pandafab/lab-link';
import {
  type GuardedSource,
  guardSource,
  type MachineDriver,
  openCommandSource,
  type PauseReason,
  type RunOutcome,
  type RunProgress,
} from '@pandafab/machine-host';
import { type Clock, Fault, type GuardPolicy } from '@pandafab/shared';
import type { Logger } from 'pino';
import type { FileCache } from '../files/file-cache';
import type { Journal } from '../journal/journal';
import { type Assignment, NOTHING_MOVED, type RunEnded } from '../journal/run-journal';
import { Turns } from '../journal/turns';
import type { MachineFleet } from '../machines/machine-fleet';
import type { CheckpointFile } from './checkpoint-file';
import { insist } from './insist';
import { isHeating } from './is-heating';
import { machineSeconds } from './machine-time';
import { RemainingTime, shareDone } from './remaining-time';
import { asFault, causeOf, endOf } from './run-ended';
import type { TranscriptDrafts } from './transcript-drafts';
import type { TranscriptPost } from './transcript-post';

export interface RunServices {
  readonly clock: Clock;
  readonly log: Logger;
  readonly journal: Journal;
  readonly checkpoints: CheckpointFile;
  /** Keeps what was said on the line, for those who look into it later. */
  readonly transcripts: Pick<TranscriptPost, 'keep' | 'isKept'>;
  /** The same of runs under way, for whoever comes after a crash. */
  readonly drafts: TranscriptDrafts;
  readonly files: Pick<FileCache, 'hold' | 'release'>;
  readonly fleet: Pick<MachineFleet, 'take'>;
  /** What a machine's commands are held against. */
  readonly policyFor: (assignment: Assignment, machine: MachineConfig) => GuardPolicy;
}

/**
 * Why a run ends before its first line. `parked`: it does not end, a later process goes on with it. `begun-before`: an
 * earlier process may have begun it. `withdrawn`: the server expects it no more.
 */
class Abandoned extends Error {
  constructor(
    readonly outcome: 'cancelled' | 'failed' | 'parked' | 'begun-before' | 'withdrawn',
    readonly fault?: Fault,
  ) {
    super(outcome);
  }
}

const UNBEGUN = {
  cancelled: 'cancelled',
  failed: 'failed',
  parked: 'interrupted',
  'begun-before': 'interrupted',
  withdrawn: 'interrupted',
} as const;

type Phase = 'fetching' | 'waiting' | 'printing';

/** One run, from its assignment to its end: fetches the file, takes the machine, drives it, reports. */
export class RunPerformer {
  private readonly abandon = new AbortController();
  /** What is reported of a run is written in the order in which it happened, also while the disk is full. */
  private readonly reports = new Turns();
  private readonly remaining: RemainingTime;
  private readonly log: Logger;
  private phase: Phase = 'fetching';
  private driver: MachineDriver | undefined;
  private latest: RunProgress | undefined;
  private started = false;
  private pauseWished = false;
  private stopping = false;

  constructor(
    readonly assignment: Assignment,
    private readonly services: RunServices,
    /** Accepted by an earlier process. */
    private readonly restored = false,
  ) {
    this.remaining = new RemainingTime(assignment.estimatedSeconds);
    this.log = services.log.child({ runId: assignment.runId });
  }

  /** Resolves when the run's end is in the journal, or when it is left to a later process. */
  async perform(): Promise<void> {
    const { files } = this.services;
    const { file } = this.assignment;
    try {
      const path = await files.hold(file, this.abandon.signal);
      try {
        await this.performOnMachine(path);
      } finally {
        files.release(file.sha256);
      }
    } catch (error) {
      await this.endUnbegun(error);
    }
  }

  pause(): void {
    this.pauseWished = true;
    this.driver?.pause();
  }

  resume(): void {
    this.pauseWished = false;
    this.driver?.resume();
  }

  cancel(): void {
    this.abandon.abort(new Abandoned('cancelled'));
    this.driver?.cancel();
  }

  /** Somebody stopped the machine: a run that has begun ends through its driver. */
  emergencyStop(): void {
    this.abandon.abort(new Abandoned('failed', new Fault('MACHINE.EMERGENCY_STOP')));
  }

  /** The server expects this run no more: one that prints goes on, so that no part is spoilt; any other does not begin. */
  withdraw(): void {
    if (!this.isPrinting) this.abandon.abort(new Abandoned('withdrawn', new Fault('LAB.RUN_WITHDRAWN')));
  }

  /** This process ends: a run that has begun is cancelled safely, any other is left for the next process. */
  stop(): void {
    this.stopping = true;
    this.abandon.abort(new Abandoned('parked', new Fault('LAB.AGENT_STOPPED')));
    this.driver?.cancel();
  }

  /** Lines are on their way to the machine, or about to be. */
  get isPrinting(): boolean {
    return this.phase === 'printing';
  }

  telemetry(): NonNullable<MachineTelemetry['run']> {
    const progress = this.latest;
    const fraction = shareDone(
      this.assignment.pace,
      progress?.bytesAcknowledged ?? 0,
      progress?.bytesTotal ?? 0,
    );
    const seconds = progress?.elapsedSeconds ?? 0;
    const filamentUm = [...(progress?.filamentUm ?? [])];
    const extruding = filamentUm.some((length) => length > 0);
    return {
      runId: this.assignment.runId,
      phase: this.phase === 'printing' ? (this.driver?.status().connection ?? 'printing') : this.phase,
      fraction,
      linesSent: progress?.linesSent ?? 0,
      linesAcknowledged: progress?.linesAcknowledged ?? 0,
      resends: progress?.resends ?? 0,
      filamentUm,
      elapsedSeconds: seconds,
      remainingSeconds: this.remaining.at(fraction, seconds, extruding),
    };
  }

  private async performOnMachine(path: string): Promise<void> {
    const { fleet, policyFor } = this.services;
    this.phase = 'waiting';
    const machine = await fleet.take(this.assignment.machineId, this.abandon.signal);
    // A machine that heats may have been left so by this very run: it is cooled as after any other.
    let begun = this.restored && isHeating(machine.driver.status());
    try {
      if (begun) throw new Abandoned('begun-before', new Fault('LAB.AGENT_RESTARTED'));
      const policy = policyFor(this.assignment, machine.config);
      const source = guardSource(await openCommandSource(path), policy);
      begun = await this.begin(source);
      if (!begun) return this.log.warn('this run was begun before: it is not begun again');
      await this.drive(machine.driver, source);
    } finally {
      machine.free(begun);
    }
  }

  /** The last moment before the first line. True once in the run's life. */
  private async begin(source: GuardedSource): Promise<boolean> {
    try {
      this.abandon.signal.throwIfAborted();
      const { checkpoints, journal } = this.services;
      // Two witnesses in two files, both on the disk before the first line: one may be lost or put back.
      checkpoints.mark(this.assignment.runId);
      const begun = await journal.runs.begin(this.assignment.runId);
      if (!begun) await source.close();
      return begun;
    } catch (error) {
      await source.close();
      throw error;
    }
  }

  private async drive(driver: MachineDriver, source: GuardedSource): Promise<void> {
    if (this.abandon.signal.aborted) {
      await source.close();
      return this.endUnbegun(undefined, 'begun');
    }
    this.phase = 'printing';
    this.driver = driver;
    const running = driver.run(source, {
      progress: (progress) => this.onProgress(progress),
      paused: (reason) => this.onPaused(reason),
      resumed: () => this.onResumed(),
    });
    const draft = this.services.drafts.follow(this.assignment.runId, () => driver.transcript());
    const outcome = await running.finally(() => draft.stop());
    this.log.info({ outcome }, 'run ended');
    await this.keepTranscript(driver);
    if (outcome.outcome === 'done') this.markStarted();
    const circumstances = { stopping: this.stopping, seconds: this.machineTime(driver, outcome) };
    await this.end(endOf(this.assignment.runId, outcome, source, circumstances));
  }

  private machineTime(driver: MachineDriver, { outcome, seconds }: RunOutcome): number {
    const { pace, estimatedSeconds } = this.assignment;
    const { bytesAcknowledged = 0, bytesTotal = 0 } = this.latest ?? {};
    const share = outcome === 'done' ? 1 : shareDone(pace, bytesAcknowledged, bytesTotal);
    const reckoned = share * (pace?.totalSeconds ?? estimatedSeconds);
    return machineSeconds(seconds, driver.status().virtualSpeed ?? null, reckoned);
  }

  private async keepTranscript(driver: MachineDriver): Promise<void> {
    const { drafts, transcripts } = this.services;
    await transcripts.keep(this.assignment.runId, driver.transcript());
    await drafts.drop(this.assignment.runId);
  }

  private onProgress(progress: RunProgress): void {
    const { runId } = this.assignment;
    this.latest = progress;
    const { linesSent, linesAcknowledged, resends, filamentUm, elapsedSeconds: seconds } = progress;
    try {
      this.services.checkpoints.write(runId, { linesSent, linesAcknowledged, resends, filamentUm, seconds });
    } catch (error) {
      // The print is worth more than the figures of a crash that may never come.
      this.log.warn({ err: error }, 'the checkpoint could not be written');
    }
    if (linesSent > 0) this.markStarted();
    // A wish that fell between taking the machine and its first line; said twice, it does nothing more.
    if (this.abandon.signal.aborted) this.driver?.cancel();
  }

  private onResumed(): void {
    this.remaining.endWait(this.latest?.elapsedSeconds ?? 0);
    this.report({ type: 'run.resumed', runId: this.assignment.runId });
  }

  private onPaused({ kind, message }: PauseReason): void {
    this.remaining.beginWait(this.latest?.elapsedSeconds ?? 0);
    const reason = message ? `${kind}: ${message}` : kind;
    this.report({ type: 'run.paused', runId: this.assignment.runId, reason });
  }

  private markStarted(): void {
    if (this.started) return;
    this.started = true;
    if (this.pauseWished) this.driver?.pause();
    this.report({ type: 'run.started', runId: this.assignment.runId });
  }

  private report(event: Parameters<Journal['events']['record']>[0]): void {
    const { clock, journal } = this.services;
    void this.reports.take(() =>
      insist(clock, this.log, `writing ${event.type}`, () => journal.events.record(event)),
    );
  }

  /**
   * No line went out, of this process: whatever the reason, it moved nothing.
   * @param state as the journal has it: one that was to begin cannot be left to a later process
   */
  private async endUnbegun(error: unknown, state: 'accepted' | 'begun' = 'accepted'): Promise<void> {
    const why = this.abandon.signal.aborted ? (this.abandon.signal.reason as unknown) : error;
    const abandoned = why instanceof Abandoned ? why : undefined;
    if (abandoned?.outcome === 'parked' && state === 'accepted') return;
    const fault = abandoned ? abandoned.fault : asFault(why);
    this.log.warn({ err: fault }, 'the run ended before its first line');
    await this.end({
      type: 'run.ended',
      runId: this.assignment.runId,
      outcome: abandoned ? UNBEGUN[abandoned.outcome] : 'failed',
      cause: fault ? causeOf(fault) : null,
      ...NOTHING_MOVED,
      exact: abandoned?.outcome !== 'begun-before',
    });
  }

  private async end(ended: RunEnded): Promise<void> {
    const { clock, journal, checkpoints } = this.services;
    await this.reports.take(() =>
      insist(clock, this.log, 'writing the end of a run', () => journal.runs.end(ended)),
    );
    checkpoints.clear(ended.runId);
  }
}

import {
  type MachineConfig,
  type MachineTelemetry,
  NO_FIGURES,
  type RunFigures,
  runFiguresOf,
} from '@pandafab/lab-link';
import {
  type FileWork,
  type MachineDriver,
  openWork,
  type PauseReason,
  type RunOutcome,
  type RunProgress,
} from '@pandafab/machine-host';
import { type Clock, Fault, type GuardPolicy, SerialQueue } from '@pandafab/shared';
import type { Logger } from 'pino';
import type { FileCache } from '../files/file-cache';
import type { Journal } from '../journal/journal';
import { type Assignment, NOTHING_MOVED, type RunEnded } from '../journal/run-journal';
import type { MachineFleet } from '../machines/machine-fleet';
import type { CheckpointFile } from './checkpoint-file';
import { isHeating } from './is-heating';
import { machineSeconds } from './machine-time';
import { RemainingTime, shareDone } from './remaining-time';
import { retryForever } from './retry-forever';
import { asFault, causeOf, endOf } from './run-ended';
import type { TranscriptDrafts } from './transcript-drafts';
import type { TranscriptPost } from './transcript-post';

export interface RunServices {
  readonly clock: Clock;
  readonly log: Logger;
  readonly journal: Journal;
  readonly checkpoints: CheckpointFile;
  /** Keeps the transcripts of lines for later reading. */
  readonly transcripts: Pick<TranscriptPost, 'keep' | 'isKept'>;
  /** Transcripts of active runs, for the next process after a crash. */
  readonly drafts: TranscriptDrafts;
  readonly files: Pick<FileCache, 'hold' | 'release'>;
  readonly fleet: Pick<MachineFleet, 'take'>;
  /** The policy that a machine's commands are checked against. */
  readonly policyFor: (assignment: Assignment, machine: MachineConfig) => GuardPolicy;
}

/**
 * Why a run ends before its first line. `parked`: it does not end, a later process continues it. `begun-before`: an
 * earlier process may have begun it. `withdrawn`: the server no longer expects it.
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

/** A driver's progress, in the names of the lab link; a machine that gets the whole file counts no lines. */
const figuresOf = ({ lines, filamentUm, elapsedSeconds }: RunProgress): RunFigures =>
  runFiguresOf({ ...NO_FIGURES, ...lines, filamentUm: [...filamentUm], seconds: elapsedSeconds });

type Phase = 'fetching' | 'waiting' | 'printing';

/** One run, from its assignment to its end: fetches the file, reserves the machine, drives it, reports. */
export class RunPerformer {
  private readonly abandon = new AbortController();
  /** A run's reports are written in the order in which they happened, also while the disk is full. */
  private readonly reports = new SerialQueue();
  private readonly remaining: RemainingTime;
  private readonly log: Logger;
  private phase: Phase = 'fetching';
  private driver: MachineDriver | undefined;
  private latest: RunProgress | undefined;
  private started = false;
  private pauseRequested = false;
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

  /** Resolves when the run's end is in the journal, or the run is left to a later process. */
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
    this.pauseRequested = true;
    this.driver?.pause();
  }

  resume(): void {
    this.pauseRequested = false;
    this.driver?.resume();
  }

  cancel(): void {
    this.abandon.abort(new Abandoned('cancelled'));
    this.driver?.cancel();
  }

  /** An emergency stop was sent to the machine: a run that has begun ends through its driver. */
  emergencyStop(): void {
    this.abandon.abort(new Abandoned('failed', new Fault('MACHINE.EMERGENCY_STOP')));
  }

  /** The server no longer expects this run: a running print continues, so that no part is wasted; another does not start. */
  withdraw(): void {
    if (!this.isPrinting) this.abandon.abort(new Abandoned('withdrawn', new Fault('LAB.RUN_WITHDRAWN')));
  }

  /** This process is stopping: a run that has begun is cancelled safely, another is left for the next process. */
  stop(): void {
    this.stopping = true;
    this.abandon.abort(new Abandoned('parked', new Fault('LAB.AGENT_STOPPED')));
    this.driver?.cancel();
  }

  /** Lines are being sent to the machine, or will be immediately. */
  get isPrinting(): boolean {
    return this.phase === 'printing';
  }

  telemetry(): NonNullable<MachineTelemetry['run']> {
    const progress = this.latest;
    const fraction = this.shareDone();
    const figures = progress ? figuresOf(progress) : NO_FIGURES;
    const extruding = figures.filamentUm.some((length) => length > 0);
    return {
      runId: this.assignment.runId,
      phase: this.phase === 'printing' ? (this.driver?.status().state ?? 'printing') : this.phase,
      fraction,
      ...figures,
      remainingSeconds: this.remaining.at(fraction, figures.seconds, extruding),
    };
  }

  private async performOnMachine(path: string): Promise<void> {
    const { fleet, policyFor } = this.services;
    this.phase = 'waiting';
    const machine = await fleet.take(this.assignment.machineId, this.abandon.signal);
    // If the machine heats, this run may have begun before: its heaters are switched off as after any run.
    let begun = this.restored && isHeating(machine.driver.status());
    try {
      if (begun) throw new Abandoned('begun-before', new Fault('LAB.AGENT_RESTARTED'));
      const policy = policyFor(this.assignment, machine.config);
      const work = await openWork(path, policy);
      try {
        begun = await this.begin();
        if (!begun) return this.log.warn('this run was started before: it is not started again');
        await this.drive(machine.driver, work);
      } finally {
        await work.close();
      }
    } finally {
      machine.free(begun);
    }
  }

  /** The last moment before the first line. True once in the run's life. */
  private begin(): Promise<boolean> {
    this.abandon.signal.throwIfAborted();
    const { checkpoints, journal } = this.services;
    // Two records in two files, both on the disk before the first line: one file may be lost or restored from a copy.
    checkpoints.mark(this.assignment.runId);
    return journal.runs.begin(this.assignment.runId);
  }

  private async drive(driver: MachineDriver, work: FileWork): Promise<void> {
    if (this.abandon.signal.aborted) return this.endUnbegun(undefined, 'begun');
    this.phase = 'printing';
    this.driver = driver;
    const running = driver.run(work, {
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
    await this.end(endOf(this.assignment.runId, outcome, work.findings, circumstances));
  }

  private machineTime(driver: MachineDriver, { outcome, seconds }: RunOutcome): number {
    const { pace, estimatedSeconds } = this.assignment;
    const share = outcome === 'done' ? 1 : this.shareDone();
    const reckoned = share * (pace?.totalSeconds ?? estimatedSeconds);
    return machineSeconds(seconds, driver.status().virtualSpeed ?? null, reckoned);
  }

  /** Of the run's time, 0 to 1. */
  private shareDone(): number {
    const { file, pace } = this.assignment;
    return shareDone(pace, (this.latest?.fraction ?? 0) * file.bytes, file.bytes);
  }

  private async keepTranscript(driver: MachineDriver): Promise<void> {
    const { drafts, transcripts } = this.services;
    await transcripts.keep(this.assignment.runId, driver.transcript());
    await drafts.drop(this.assignment.runId);
  }

  private onProgress(progress: RunProgress): void {
    const { runId } = this.assignment;
    this.latest = progress;
    const { lines } = progress;
    try {
      this.services.checkpoints.write(runId, figuresOf(progress));
    } catch (error) {
      // The print must continue: the figures matter only after a crash.
      this.log.warn({ err: error }, 'the checkpoint could not be written');
    }
    // A machine that gets the whole file reports progress once it has begun.
    if (!lines || lines.linesSent > 0) this.markStarted();
    // A cancel between reserving the machine and the first line; a second call has no effect.
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
    if (this.pauseRequested) this.driver?.pause();
    this.report({ type: 'run.started', runId: this.assignment.runId });
  }

  private report(event: Parameters<Journal['events']['record']>[0]): void {
    const { clock, journal } = this.services;
    void this.reports.add(() =>
      retryForever(clock, this.log, `writing ${event.type}`, () => journal.events.record(event)),
    );
  }

  /**
   * Ends a run of which this process sent no line: nothing was moved.
   * @param state in the journal: a run marked as begun cannot be left to a later process
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
    await this.reports.add(() =>
      retryForever(clock, this.log, 'writing the end of a run', () => journal.runs.end(ended)),
    );
    checkpoints.clear(ended.runId);
  }
}

import {
  type ExpectedRun,
  LONGEST_HEATER_NAME,
  type MachineTelemetry,
  MOST_READINGS,
  NO_FIGURES,
  runFiguresOf,
} from '@pandafab/lab-link';
import type { HeaterReading } from '@pandafab/machine-host';
import type { MachineId, RunId } from '@pandafab/shared';
import type { Assignment, LiveRun, RunEnded } from '../journal/run-journal';
import type { MachineCommand } from '../link/link-contract';
import type { MachineFleet } from '../machines/machine-fleet';
import type { Checkpoint } from './checkpoint-file';
import { RunPerformer, type RunServices } from './run-performer';

export interface RunDeskOptions extends RunServices {
  readonly fleet: MachineFleet;
}

/** The end of a run whose process died: never started again, with the figures of the last checkpoint. */
const interrupted = (
  { assignment, state }: LiveRun,
  code: 'LAB.AGENT_RESTARTED' | 'LAB.AGENT_REPLACED',
  checkpoint: Checkpoint | undefined,
  hasBegun: boolean,
): RunEnded => ({
  type: 'run.ended',
  runId: assignment.runId,
  outcome: 'interrupted',
  cause: { code, details: {} },
  ...runFiguresOf(checkpoint ?? NO_FIGURES),
  exact: state === 'accepted' && !hasBegun,
  commandsSha256: null,
});

/** The readings within the limits of a message: a firmware chooses the names. */
const toldReadings = (readings: readonly HeaterReading[]): MachineTelemetry['readings'] =>
  readings.slice(0, MOST_READINGS).map(({ name, actual, target }) => ({
    ...{ name: name.slice(0, LONGEST_HEATER_NAME), actual, target },
  }));

/** The lab's runs: creates a performer for each, and passes commands to the right one. */
export class RunDesk {
  private readonly performers = new Map<RunId, RunPerformer>();
  private readonly underWay = new Set<Promise<void>>();
  /** Accepted by an earlier process, without any sign of a start: the server says whether they are still expected. */
  private unconfirmed: Assignment[] = [];
  private stopped = false;

  constructor(private readonly options: RunDeskOptions) {}

  /**
   * Resumes the work of an earlier process. A run that had begun is reported as interrupted; another may start once the
   * server has said so, unless this computer is taking over: the server has then ended all runs of the previous
   * epoch.
   */
  async restore(takingOver: boolean): Promise<void> {
    const { journal, checkpoints, drafts } = this.options;
    for (const run of await journal.runs.live()) {
      const hasBegun = run.state === 'begun' || (await this.leftTraces(run.assignment.runId));
      if (hasBegun || takingOver)
        await this.interrupt(run, hasBegun ? 'LAB.AGENT_RESTARTED' : 'LAB.AGENT_REPLACED', hasBegun);
      else this.unconfirmed.push(run.assignment);
    }
    checkpoints.clearLeft();
    await drafts.clearLeft();
  }

  /**
   * The server has welcomed the agent: runs that an earlier process had accepted are started now, if the server still
   * expects them and knows of no start. Other runs are not started; a running print continues.
   * @param expected undefined from a server without this field
   */
  async welcomed(expected: readonly ExpectedRun[] | undefined): Promise<void> {
    const begun = new Map(expected?.map((run) => [run.runId, run.begun]));
    for (const performer of this.performers.values())
      if (expected && !begun.has(performer.assignment.runId)) performer.withdraw();
    for (const assignment of this.unconfirmed.splice(0)) {
      if (!expected || begun.get(assignment.runId) === false) this.assign(assignment, true);
      else await this.interrupt({ assignment, state: 'accepted' }, 'LAB.AGENT_RESTARTED', true);
    }
  }

  /**
   * The journal alone is not enough: after lost disk writes, or a restored copy, it says `accepted` for a run that has
   * begun. The run's checkpoint and transcript are separate files.
   */
  private async leftTraces(runId: RunId): Promise<boolean> {
    const { checkpoints, drafts, transcripts } = this.options;
    return (
      checkpoints.left(runId) !== undefined ||
      (await drafts.left(runId)) !== undefined ||
      (await transcripts.isKept(runId))
    );
  }

  private async interrupt(
    run: LiveRun,
    code: 'LAB.AGENT_RESTARTED' | 'LAB.AGENT_REPLACED',
    hasBegun: boolean,
  ): Promise<void> {
    const { journal, checkpoints, log } = this.options;
    const { runId } = run.assignment;
    log.warn({ runId, journal: run.state }, 'a run was interrupted: it is not started again');
    await this.keepLeft(runId);
    await journal.runs.end(interrupted(run, code, checkpoints.left(runId), hasBegun));
  }

  /** Keeps the part of a run's transcript that an earlier process had written. */
  private async keepLeft(runId: RunId): Promise<void> {
    const { drafts, transcripts } = this.options;
    const text = await drafts.left(runId);
    if (text) await transcripts.keep(runId, text);
  }

  /**
   * Starts to work on a run that is in the journal.
   * @param restored accepted by an earlier process: if the machine heats, the run may have begun
   */
  assign(assignment: Assignment, restored = false): void {
    const { runId } = assignment;
    if (this.stopped || this.performers.has(runId)) return;
    const performer = new RunPerformer(assignment, this.options, restored);
    this.performers.set(runId, performer);
    const work = performer
      .perform()
      .catch((error: unknown) =>
        this.options.log.error({ err: error, runId }, 'a run ended with an unexpected error'),
      )
      .finally(() => {
        this.performers.delete(runId);
        this.underWay.delete(work);
      });
    this.underWay.add(work);
  }

  async command(command: MachineCommand): Promise<void> {
    if (!('runId' in command)) {
      const keeper = this.options.fleet.find(command.machineId);
      if (command.action === 'reconnect') keeper?.reconnect();
      if (command.action === 'power-cycle') keeper?.powerCycle();
      if (command.action === 'answer') keeper?.answer(command.request, command.button);
      return;
    }
    const performer = this.performers.get(command.runId);
    if (command.action === 'pause') performer?.pause();
    else if (command.action === 'resume') performer?.resume();
    else if (performer) performer.cancel();
    else await this.options.journal.runs.requestCancel(command.runId);
  }

  /** Immediate, without waiting. Resolves when the stop is written to the machine's line. */
  emergencyStop(machineId: MachineId): Promise<void> {
    const taken = this.options.fleet.emergencyStop(machineId);
    for (const performer of this.performers.values())
      if (performer.assignment.machineId === machineId) performer.emergencyStop();
    return taken;
  }

  telemetry(): MachineTelemetry[] {
    return this.options.fleet.all().map((keeper) => {
      const { machineId } = keeper.config;
      const status = keeper.status();
      const { state, firmware, heatersUnknown, needsPerson, readings } = status;
      const run = [...this.performers.values()].find(({ assignment }) => assignment.machineId === machineId);
      return {
        machineId,
        state,
        firmware,
        recognisedProfileId: status.recognisedProfileId ?? null,
        profileMismatch: status.profileMismatch ?? false,
        isVirtual: (status.virtualSpeed ?? null) !== null,
        readings: toldReadings(readings),
        heatersUnknown,
        needsPerson: needsPerson && (needsPerson.message || needsPerson.kind),
        attention: needsPerson && { ...needsPerson, buttons: [...needsPerson.buttons] },
        run: run?.telemetry() ?? null,
      };
    });
  }

  /** Accepts no new work, and lets running prints finish; runs that have not begun are left to the next process. */
  finish(): void {
    this.stopped = true;
    for (const performer of this.performers.values()) if (!performer.isPrinting) performer.stop();
  }

  /** Accepts no new work, and ends or parks all runs. */
  stop(): void {
    this.stopped = true;
    for (const performer of this.performers.values()) performer.stop();
  }

  /** Resolves when all runs have ended. */
  async idle(): Promise<void> {
    await Promise.all(this.underWay);
  }
}

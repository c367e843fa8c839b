import type { ExpectedRun, MachineTelemetry } from '@pandafab/lab-link';
import type { MachineId, RunId } from '@pandafab/shared';
import type { Assignment, LiveRun, RunEnded } from '../journal/run-journal';
import type { MachineCommand } from '../link/link-contract';
import type { MachineFleet } from '../machines/machine-fleet';
import type { Checkpoint } from './checkpoint-file';
import { RunPerformer, type RunServices } from './run-performer';

export interface RunDeskOptions extends RunServices {
  readonly fleet: MachineFleet;
}

/** How a run ends whose process is gone: never begun again, and known to the last checkpoint. */
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
  linesSent: checkpoint?.linesSent ?? 0,
  linesAcknowledged: checkpoint?.linesAcknowledged ?? 0,
  resends: checkpoint?.resends ?? 0,
  filamentUm: [...(checkpoint?.filamentUm ?? [])],
  exact: state === 'accepted' && !hasBegun,
  seconds: checkpoint?.seconds ?? 0,
  commandsSha256: null,
});

/** The lab's runs: hands each to a performer of its own, and commands to whom they concern. */
export class RunDesk {
  private readonly performers = new Map<RunId, RunPerformer>();
  private readonly underWay = new Set<Promise<void>>();
  /** Accepted by an earlier process, and without any sign of a start: the server says whether they are still to be made. */
  private unconfirmed: Assignment[] = [];
  private stopped = false;

  constructor(private readonly options: RunDeskOptions) {}

  /**
   * Takes up what an earlier process left. A run that had begun is reported as interrupted; one that had not may go
   * on once the server has said so, unless this computer is just taking over: the server has then ended all runs of
   * the epoch before.
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
   * The server is there: runs that an earlier process had accepted are begun now, where the server still expects them
   * and knows of no start. What it expects no more is not begun; what already prints, prints on.
   * @param expected undefined from a server that does not say
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
   * Whatever the journal says: a disk that lost its last writes, or a copy that was put back, says `accepted` of a run
   * that has begun. Its checkpoint and its transcript are files of their own.
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
    log.warn({ runId, journal: run.state }, 'a run was interrupted: it is not begun again');
    await this.keepLeft(runId);
    await journal.runs.end(interrupted(run, code, checkpoints.left(runId), hasBegun));
  }

  /** What an earlier process had written down of a run's transcript is all that there will be. */
  private async keepLeft(runId: RunId): Promise<void> {
    const { drafts, transcripts } = this.options;
    const text = await drafts.left(runId);
    if (text) await transcripts.keep(runId, text);
  }

  /**
   * Begins to work on a run that is in the journal.
   * @param restored by an earlier process: a machine that heats may have begun with it
   */
  assign(assignment: Assignment, restored = false): void {
    const { runId } = assignment;
    if (this.stopped || this.performers.has(runId)) return;
    const performer = new RunPerformer(assignment, this.options, restored);
    this.performers.set(runId, performer);
    const work = performer
      .perform()
      .catch((error: unknown) => this.options.log.error({ err: error, runId }, 'a run was dropped'))
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
    else await this.options.journal.runs.wishCancel(command.runId);
  }

  /** At once, without waiting for anything. Resolves when the machine's line has taken the stop. */
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
      const { connection, firmware, temperatures, heatersUnknown, needsPerson } = status;
      const run = [...this.performers.values()].find(({ assignment }) => assignment.machineId === machineId);
      return {
        machineId,
        connection,
        firmware,
        recognisedProfileId: status.recognisedProfileId ?? null,
        profileMismatch: status.profileMismatch ?? false,
        isVirtual: (status.virtualSpeed ?? null) !== null,
        ...temperatures,
        heatersUnknown,
        needsPerson: needsPerson && (needsPerson.message || needsPerson.kind),
        attention: needsPerson && { ...needsPerson, buttons: [...needsPerson.buttons] },
        run: run?.telemetry() ?? null,
      };
    });
  }

  /** Takes no more work, and lets what prints come to its end; what has not begun is left to the next process. */
  finish(): void {
    this.stopped = true;
    for (const performer of this.performers.values()) if (!performer.isPrinting) performer.stop();
  }

  /** Takes no more work, and ends or parks what there is. */
  stop(): void {
    this.stopped = true;
    for (const performer of this.performers.values()) performer.stop();
  }

  /** Resolves when no run is under way any more. */
  async idle(): Promise<void> {
    await Promise.all(this.underWay);
  }
}

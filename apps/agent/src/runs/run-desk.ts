import type { MachineTelemetry } from '@pandafab/lab-link';
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
): RunEnded => ({
  type: 'run.ended',
  runId: assignment.runId,
  outcome: 'interrupted',
  cause: { code, details: {} },
  linesSent: checkpoint?.linesSent ?? 0,
  linesAcknowledged: checkpoint?.linesAcknowledged ?? 0,
  resends: checkpoint?.resends ?? 0,
  filamentUm: [...(checkpoint?.filamentUm ?? [])],
  exact: state === 'accepted',
  seconds: checkpoint?.seconds ?? 0,
  commandsSha256: null,
});

/** The lab's runs: hands each to a performer of its own, and commands to whom they concern. */
export class RunDesk {
  private readonly performers = new Map<RunId, RunPerformer>();
  private readonly underWay = new Set<Promise<void>>();
  private stopped = false;

  constructor(private readonly options: RunDeskOptions) {}

  /**
   * Takes up what an earlier process left. A run that had begun is reported as interrupted; one that had not may go
   * on, unless this computer is just taking over: the server has then ended all runs of the epoch before.
   */
  async restore(takingOver: boolean): Promise<void> {
    const { journal, checkpoints, drafts, log } = this.options;
    for (const run of await journal.runs.live()) {
      const { runId } = run.assignment;
      if (run.state === 'accepted' && !takingOver) {
        this.assign(run.assignment);
        continue;
      }
      const code = run.state === 'accepted' ? 'LAB.AGENT_REPLACED' : 'LAB.AGENT_RESTARTED';
      log.warn({ runId }, 'a run was interrupted: it is not begun again');
      await this.keepLeft(runId);
      await journal.runs.end(interrupted(run, code, checkpoints.left(runId)));
    }
    checkpoints.clearLeft();
    await drafts.clearLeft();
  }

  /** What an earlier process had written down of a run's transcript is all that there will be. */
  private async keepLeft(runId: RunId): Promise<void> {
    const { drafts, transcripts } = this.options;
    const text = await drafts.left(runId);
    if (text) await transcripts.keep(runId, text);
  }

  /** Begins to work on a run that is in the journal. */
  assign(assignment: Assignment): void {
    const { runId } = assignment;
    if (this.stopped || this.performers.has(runId)) return;
    const performer = new RunPerformer(assignment, this.options);
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
      if (command.action === 'answer') keeper?.answer(command.request, command.button);
      return;
    }
    const performer = this.performers.get(command.runId);
    if (command.action === 'pause') performer?.pause();
    else if (command.action === 'resume') performer?.resume();
    else if (performer) performer.cancel();
    else await this.options.journal.runs.wishCancel(command.runId);
  }

  /** At once, without waiting for anything. */
  emergencyStop(machineId: MachineId): void {
    this.options.fleet.find(machineId)?.emergencyStop();
    for (const performer of this.performers.values())
      if (performer.assignment.machineId === machineId) performer.emergencyStop();
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

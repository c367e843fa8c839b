import { type AssignmentBody, type FinalFigures, type LabEvent, NO_FIGURES } from '@pandafab/lab-link';
import type { MachineId, RunId } from '@pandafab/shared';
import type { EventJournal } from './event-journal';
import type { JournalDatabase } from './journal-database';

export type RunEnded = Extract<LabEvent, { type: 'run.ended' }>;
export type Assignment = Omit<AssignmentBody, 'epoch'>;

/** A run that has not ended. `begun`: a line of it may have gone to the machine. */
export interface LiveRun {
  readonly assignment: Assignment;
  readonly state: 'accepted' | 'begun';
}

/** The number of remembered ended runs and cancel requests, against late duplicates of their assignment. */
const REMEMBERED = 10_000;

/** The figures of a run that moved nothing. */
export const NOTHING_MOVED: FinalFigures = { ...NO_FIGURES, exact: true, commandsSha256: null };

const cancelledUnbegun = (runId: RunId): RunEnded => ({
  type: 'run.ended',
  runId,
  outcome: 'cancelled',
  cause: null,
  ...NOTHING_MOVED,
});

/** The runs of this lab and the state of each. Written before the agent acts. */
export class RunJournal {
  constructor(
    private readonly database: JournalDatabase,
    private readonly events: EventJournal,
  ) {}

  /**
   * Stores an assignment together with its first event. `known`: it was stored before. `cancelled`: its cancel came
   * first, so it has ended already.
   */
  async accept(assignment: Assignment): Promise<'accepted' | 'cancelled' | 'known'> {
    const { runId, machineId } = assignment;
    const verdict = await this.database.write(async (statements) => {
      const known = await statements.rows('SELECT 1 FROM runs WHERE run_id = ?', [runId]);
      if (known.length > 0) return 'known';
      const cancelRequested = await statements.run('DELETE FROM cancel_requests WHERE run_id = ?', [runId]);
      await statements.run('INSERT INTO runs (run_id, machine_id, assignment, state) VALUES (?, ?, ?, ?)', [
        runId,
        machineId,
        JSON.stringify(assignment),
        cancelRequested ? 'ended' : 'accepted',
      ]);
      await this.events.append(
        statements,
        cancelRequested ? cancelledUnbegun(runId) : { type: 'run.accepted', runId },
      );
      return cancelRequested ? 'cancelled' : 'accepted';
    });
    if (verdict !== 'known') this.events.announce();
    return verdict;
  }

  /** The last moment before the first line: true once in a run's life, whatever happens afterwards. */
  begin(runId: RunId): Promise<boolean> {
    return this.database.write(async (statements) => {
      const changed = await statements.run(
        "UPDATE runs SET state = 'begun' WHERE run_id = ? AND state = 'accepted'",
        [runId],
      );
      if (changed === 0) return false;
      await statements.run(
        'INSERT OR IGNORE INTO hot_machines SELECT machine_id FROM runs WHERE run_id = ?',
        [runId],
      );
      return true;
    });
  }

  /** Stores the end of a run, with its event; false when it had ended before. */
  async end(ended: RunEnded): Promise<boolean> {
    const changed = await this.database.write(async (statements) => {
      const changed = await statements.run(
        "UPDATE runs SET state = 'ended' WHERE run_id = ? AND state <> 'ended'",
        [ended.runId],
      );
      if (changed === 0) return false;
      const [run] = await statements.rows<{ machine_id: MachineId }>(
        'SELECT machine_id FROM runs WHERE run_id = ?',
        [ended.runId],
      );
      await this.events.append(statements, { ...ended, ...(run && { machineId: run.machine_id }) });
      await statements.run(
        "DELETE FROM runs WHERE state = 'ended' AND number <= (SELECT MAX(number) FROM runs) - ?",
        [REMEMBERED],
      );
      return true;
    });
    if (changed) this.events.announce();
    return changed;
  }

  /** Stores a cancel that arrived before its assignment; does nothing for a known run. */
  async requestCancel(runId: RunId): Promise<void> {
    await this.database.write(async (statements) => {
      await statements.run(
        `INSERT OR IGNORE INTO cancel_requests
         SELECT ? WHERE NOT EXISTS (SELECT 1 FROM runs WHERE run_id = ?)`,
        [runId, runId],
      );
      await statements.run(
        'DELETE FROM cancel_requests WHERE rowid <= (SELECT MAX(rowid) FROM cancel_requests) - ?',
        [REMEMBERED],
      );
    });
  }

  /** Runs that have not ended, in the order in which they came. */
  async live(): Promise<LiveRun[]> {
    const rows = await this.database.read<{ assignment: string; state: 'accepted' | 'begun' }>(
      "SELECT assignment, state FROM runs WHERE state <> 'ended' ORDER BY number",
    );
    return rows.map(({ assignment, state }) => ({ assignment: JSON.parse(assignment) as Assignment, state }));
  }

  /** Machines that a run may have left hot: their heaters were not confirmed off since it began. */
  async hotMachines(): Promise<MachineId[]> {
    const rows = await this.database.read<{ machine_id: MachineId }>('SELECT machine_id FROM hot_machines');
    return rows.map((row) => row.machine_id);
  }

  /** The machine has confirmed that its heaters are off. */
  async cooled(machineId: MachineId): Promise<void> {
    await this.database.write((statements) =>
      statements.run('DELETE FROM hot_machines WHERE machine_id = ?', [machineId]),
    );
  }
}

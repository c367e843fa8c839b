import { EVENT_WINDOW, type HeldEvents, type LabEvent, MOST_RUNS_NAMED } from '@pandafab/lab-link';
import { type Clock, newId, type RunId } from '@pandafab/shared';
import type { JournalDatabase, Statements } from './journal-database';

export interface StoredEvent {
  readonly sequence: number;
  /** The message's id, the same at each repetition. */
  readonly id: string;
  /** ISO 8601, the agent's own time. */
  readonly at: string;
  readonly event: LabEvent;
}

interface EventRow {
  readonly sequence: number;
  readonly id: string;
  readonly at: string;
  readonly body: string;
}

export interface EventStanding {
  readonly lastSequence: number;
  readonly held: HeldEvents;
  /** Runs that have not ended, and runs of the events held here. */
  readonly runs: readonly RunId[];
}

interface StandingRow {
  readonly last_sequence: number;
  readonly acknowledged: number;
  readonly lowest: number | null;
  readonly ids: string;
  readonly runs: string;
}

const STANDING = `SELECT last_sequence, acknowledged,
  (SELECT MIN(sequence) FROM events) AS lowest,
  (SELECT json_group_array(id) FROM (SELECT id FROM events ORDER BY sequence LIMIT ${EVENT_WINDOW})) AS ids,
  (SELECT json_group_array(run_id) FROM (
    SELECT run_id FROM runs WHERE state <> 'ended'
    UNION SELECT json_extract(body, '$.runId') FROM events WHERE json_extract(body, '$.runId') IS NOT NULL
    LIMIT ${MOST_RUNS_NAMED})) AS runs
  FROM identity`;

/** Events for the server, in order; each is kept until the server says that it has applied it. */
export class EventJournal {
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly database: JournalDatabase,
    private readonly clock: Clock,
  ) {}

  async record(event: LabEvent): Promise<void> {
    await this.database.write((statements) => this.append(statements, event));
    this.announce();
  }

  /** Writes an event inside a larger transaction; call `announce` after the commit. */
  async append(statements: Statements, event: LabEvent): Promise<void> {
    await statements.run('UPDATE identity SET last_sequence = last_sequence + 1');
    const at = new Date(this.clock.now()).toISOString();
    await statements.run(
      'INSERT INTO events (sequence, id, at, body) SELECT last_sequence, ?, ?, ? FROM identity',
      [newId<string>(), at, JSON.stringify(event)],
    );
  }

  announce(): void {
    for (const listener of this.listeners) listener();
  }

  /** Calls the listener after events were added. */
  onRecorded(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** The oldest unapplied events, oldest first. */
  async pending(limit: number): Promise<StoredEvent[]> {
    const rows = await this.database.read<EventRow>('SELECT * FROM events ORDER BY sequence LIMIT ?', [
      limit,
    ]);
    return rows.map(({ sequence, id, at, body }) => ({
      sequence,
      id,
      at,
      event: JSON.parse(body) as LabEvent,
    }));
  }

  /** A consistent snapshot: the highest number written, the events held, and their runs. */
  async standing(): Promise<EventStanding> {
    const [row] = await this.database.read<StandingRow>(STANDING);
    if (!row) throw new Error('the journal has lost its identity row');
    return {
      lastSequence: row.last_sequence,
      held: {
        lowest: row.lowest,
        acknowledged: row.acknowledged,
        ids: JSON.parse(row.ids) as string[],
      },
      runs: JSON.parse(row.runs) as RunId[],
    };
  }

  /** Forgets the events up to and including `sequence`: the server has them. */
  async applied(sequence: number): Promise<void> {
    await this.database.write((statements) => forgetApplied(statements, sequence));
  }
}

async function forgetApplied(statements: Statements, sequence: number): Promise<void> {
  await statements.run('DELETE FROM events WHERE sequence <= ?', [sequence]);
  await statements.run('UPDATE identity SET acknowledged = MAX(acknowledged, ?)', [sequence]);
}

/** Drops events that the server has applied; new numbers are above those that it knows. */
export async function settleApplied(statements: Statements, appliedSequence: number): Promise<void> {
  await forgetApplied(statements, appliedSequence);
  await statements.run('UPDATE identity SET last_sequence = MAX(last_sequence, ?)', [appliedSequence]);
}

/**
 * Numbers the unapplied events from `appliedSequence` + 1: in a new epoch the server counts from the start again, and
 * a gap would make it wait for ever.
 */
export async function renumber(statements: Statements, appliedSequence: number): Promise<void> {
  const [row] = await statements.rows<{ count: number }>('SELECT COUNT(*) AS count FROM events');
  const ranked = `(SELECT rank FROM
    (SELECT sequence AS old, ROW_NUMBER() OVER (ORDER BY sequence) AS rank FROM events) WHERE old = sequence)`;
  // First to negative numbers, so that two events never have the same number.
  await statements.run(`UPDATE events SET sequence = -(? + ${ranked})`, [appliedSequence]);
  await statements.run('UPDATE events SET sequence = -sequence');
  await statements.run('UPDATE identity SET last_sequence = ?, acknowledged = ?', [
    appliedSequence + (row?.count ?? 0),
    appliedSequence,
  ]);
}

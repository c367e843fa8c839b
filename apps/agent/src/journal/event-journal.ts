import type { LabEvent } from '@pandafab/lab-link';
import { type Clock, newId } from '@pandafab/shared';
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

/** What the server has to hear, in order, until it says that it has applied it. */
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

  /** Writes an event as part of a larger transaction; `announce` when that is committed. */
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

  async lastSequence(): Promise<number> {
    const [row] = await this.database.read<{ last_sequence: number }>('SELECT last_sequence FROM identity');
    return row?.last_sequence ?? 0;
  }

  /** Forgets the events up to and including `sequence`: the server has them. */
  async applied(sequence: number): Promise<void> {
    await this.database.write((statements) =>
      statements.run('DELETE FROM events WHERE sequence <= ?', [sequence]),
    );
  }
}

/** Drops what the server has; numbers given from now on are above what it knows. */
export async function settleApplied(statements: Statements, appliedSequence: number): Promise<void> {
  await statements.run('DELETE FROM events WHERE sequence <= ?', [appliedSequence]);
  await statements.run('UPDATE identity SET last_sequence = MAX(last_sequence, ?)', [appliedSequence]);
}

/**
 * Numbers the unapplied events from `appliedSequence` + 1: in a new epoch the server counts anew, and a hole
 * would make it wait for ever.
 */
export async function renumber(statements: Statements, appliedSequence: number): Promise<void> {
  const [row] = await statements.rows<{ count: number }>('SELECT COUNT(*) AS count FROM events');
  const ranked = `(SELECT rank FROM
    (SELECT sequence AS old, ROW_NUMBER() OVER (ORDER BY sequence) AS rank FROM events) WHERE old = sequence)`;
  // By way of negative numbers, so that no two events ever hold the same one.
  await statements.run(`UPDATE events SET sequence = -(? + ${ranked})`, [appliedSequence]);
  await statements.run('UPDATE events SET sequence = -sequence');
  await statements.run('UPDATE identity SET last_sequence = ?', [appliedSequence + (row?.count ?? 0)]);
}

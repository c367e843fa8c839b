import { type MachineConfig, machineConfigSchema } from '@pandafab/lab-link';
import { type Clock, Fault, newId } from '@pandafab/shared';
import { EventJournal, renumber, settleApplied } from './event-journal';
import { JournalDatabase } from './journal-database';
import { RunJournal } from './run-journal';

/** The number of remembered command ids, against duplicates. */
const REMEMBERED_COMMANDS = 10_000;

interface IdentityRow {
  readonly instance_id: string;
  readonly epoch: number | null;
  readonly machines: string;
}

/** Errors of a full, broken or read-only disk, from Node and from SQLite. */
const NO_ROOM = /^(ENOSPC|EFBIG|EDQUOT|EACCES|EPERM|EROFS|EIO|SQLITE_(FULL|IOERR|CANTOPEN|READONLY))/;

function asFault(directory: string, error: Error & { readonly code?: string }): Error {
  if (!NO_ROOM.test(error.code ?? '')) return error;
  const [reason = ''] = error.message.split('\n');
  return new Fault('LAB.JOURNAL_UNWRITABLE', { directory, reason }, { cause: error });
}

/**
 * The durable state of one agent, in its own SQLite file, written before the agent acts. The journal is the agent's
 * identity: it is created once with a random instance id, and the process that opens it continues where it stopped.
 */
export class Journal {
  private readonly commands: Set<string>;
  private currentEpoch: number | null;
  private currentMachines: readonly MachineConfig[];

  private constructor(
    private readonly database: JournalDatabase,
    readonly events: EventJournal,
    readonly runs: RunJournal,
    readonly instanceId: string,
    identity: IdentityRow,
    commands: readonly string[],
  ) {
    this.currentEpoch = identity.epoch;
    // An earlier version may have written them, with other names.
    this.currentMachines = machineConfigSchema.array().parse(JSON.parse(identity.machines));
    this.commands = new Set(commands);
  }

  /** @throws Fault LAB.JOURNAL_IN_USE {directory}, LAB.JOURNAL_UNWRITABLE {directory, reason} */
  static async open(directory: string, clock: Clock): Promise<Journal> {
    let database: JournalDatabase | undefined;
    try {
      database = await JournalDatabase.open(directory);
      return await Journal.take(database, clock);
    } catch (error) {
      await database?.close();
      throw asFault(directory, error as Error);
    }
  }

  private static async take(database: JournalDatabase, clock: Clock): Promise<Journal> {
    await database.write((statements) =>
      statements.run(
        "INSERT OR IGNORE INTO identity (id, instance_id, last_sequence, machines) VALUES (1, ?, 0, '[]')",
        [newId<string>()],
      ),
    );
    const [identity] = await database.read<IdentityRow>('SELECT * FROM identity');
    if (!identity) throw new Error('the journal has lost its identity row');
    const commands = await database.read<{ id: string }>('SELECT id FROM commands');
    const events = new EventJournal(database, clock);
    const runs = new RunJournal(database, events);
    const ids = commands.map(({ id }) => id);
    return new Journal(database, events, runs, identity.instance_id, identity, ids);
  }

  /** The epoch of the last welcome; null before the first. */
  get epoch(): number | null {
    return this.currentEpoch;
  }

  /** The lab's machines as last received, so that a restart without network still reaches them. */
  get machines(): readonly MachineConfig[] {
    return this.currentMachines;
  }

  /** Applies a welcome: the epoch, and the last of our events that the server has applied. */
  async welcome(epoch: number, appliedSequence: number): Promise<void> {
    const isNew = epoch !== this.currentEpoch;
    await this.database.write(async (statements) => {
      await statements.run('UPDATE identity SET epoch = ?', [epoch]);
      if (isNew) await renumber(statements, appliedSequence);
      else await settleApplied(statements, appliedSequence);
    });
    this.currentEpoch = epoch;
  }

  async keepMachines(machines: readonly MachineConfig[]): Promise<void> {
    await this.database.write((statements) =>
      statements.run('UPDATE identity SET machines = ?', [JSON.stringify(machines)]),
    );
    this.currentMachines = machines;
  }

  hasSeen(commandId: string): boolean {
    return this.commands.has(commandId);
  }

  /** From this call on `hasSeen` knows the command; after a restart too, once this resolves. */
  async remember(commandId: string): Promise<void> {
    this.commands.add(commandId);
    for (const oldest of this.commands) {
      if (this.commands.size <= REMEMBERED_COMMANDS) break;
      this.commands.delete(oldest);
    }
    await this.database.write(async (statements) => {
      await statements.run('INSERT OR IGNORE INTO commands (id) VALUES (?)', [commandId]);
      await statements.run('DELETE FROM commands WHERE number <= (SELECT MAX(number) FROM commands) - ?', [
        REMEMBERED_COMMANDS,
      ]);
    });
  }

  close(): Promise<void> {
    return this.database.close();
  }
}

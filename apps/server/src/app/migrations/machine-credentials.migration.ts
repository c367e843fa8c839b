import { credentialsIn, withoutSecrets } from '@pandafab/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite, runAll, whileChangeable } from '../../platform/persistence/migration-steps';

/** The columns that may hold addresses with a secret, and which of these rows the database refuses to change. */
const NOTED: readonly {
  readonly table: string;
  readonly columns: readonly string[];
  readonly kept: boolean;
}[] = [
  { table: 'machine_changes', columns: ['changes'], kept: true },
  { table: 'machine_events', columns: ['details'], kept: true },
  { table: 'audit_entries', columns: ['before', 'after'], kept: true },
  { table: 'transitions', columns: ['cause'], kept: true },
  { table: 'runs', columns: ['cause'], kept: false },
  { table: 'link_messages', columns: ['body'], kept: false },
];

const ADDRESS = /^(bridge:|\/dev\/|[a-z][a-z0-9+.-]*:\/\/)/i;

/** Every address anywhere in a value. */
function masked(value: unknown): unknown {
  if (typeof value === 'string') return ADDRESS.test(value) ? withoutSecrets(value) : value;
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner)]));
}

/** The parameters of a statement, as each database writes them. */
const set = (runner: QueryRunner, table: string, columns: readonly string[]): string => {
  const place = (at: number) => (isSqlite(runner) ? '?' : `$${at}`);
  const values = columns.map((column, at) => `"${column}" = ${place(at + 1)}`);
  return `UPDATE ${table} SET ${values.join(', ')} WHERE id = ${place(columns.length + 1)}`;
};

async function maskColumn(runner: QueryRunner, table: string, column: string): Promise<void> {
  const rows: { id: string; value: string }[] = await runner.query(
    `SELECT id, "${column}" AS value FROM ${table}
      WHERE "${column}" LIKE '%://%' OR "${column}" LIKE '%bridge:%' OR "${column}" LIKE '%/dev/%'`,
  );
  for (const { id, value } of rows) {
    const now = JSON.stringify(masked(JSON.parse(value)));
    if (now !== value) await runner.query(set(runner, table, [column]), [now, id]);
  }
}

async function splitAddresses(runner: QueryRunner): Promise<void> {
  const machines: { id: string; address: string }[] = await runner.query('SELECT id, address FROM machines');
  for (const { id, address } of machines) {
    const credentials = credentialsIn(address);
    const told = credentials && JSON.stringify(credentials);
    const query = set(runner, 'machines', ['address', 'credentials']);
    await runner.query(query, [withoutSecrets(address), told, id]);
  }
}

/**
 * User names and passwords of machines were part of their addresses: every member could see them, and every change
 * recorded them. They move to a column of their own, and are removed from all records.
 */
export class MachineCredentials1763960000000 implements MigrationInterface {
  name = 'MachineCredentials1763960000000';

  async up(runner: QueryRunner): Promise<void> {
    // Without this, SQLite would keep the overwritten values in the free parts of its file.
    if (isSqlite(runner)) await runner.query('PRAGMA secure_delete = ON');
    await runAll(runner, [
      'ALTER TABLE machines RENAME COLUMN connection TO address',
      'ALTER TABLE machines ADD COLUMN credentials text',
    ]);
    await splitAddresses(runner);
    for (const { table, columns, kept } of NOTED) {
      const maskAll = async () => {
        for (const column of columns) await maskColumn(runner, table, column);
      };
      await (kept ? whileChangeable(runner, table, maskAll) : maskAll());
    }
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}

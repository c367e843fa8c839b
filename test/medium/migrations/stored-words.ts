import { describeOnBothDatabases } from '@pandafab/testing';
import { migrations } from '../../../apps/server/src/app/migrations';
import { schema } from '../../../apps/server/src/app/schema';
import { AuditEntry } from '../../../apps/server/src/platform/audit/audit.entities';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { Transition } from '../../../apps/server/src/production/jobs/transition.entity';
import { openOld } from '../fixtures/open-old';

const SHA = 'a'.repeat(64);

const ENTRIES = [
  ['nobody', 'member.registered'],
  ['account', 'run.cancel-wished'],
  ['account', 'machine.reconnect-wished'],
  ['agent', 'agent.renewal-wished'],
  ['account', 'job.submitted'],
];
const EVENTS = ['submitted', 'pause wished', 'resume wished', 'cancel wished', 'ended cancelled'];

/** As an earlier version wrote them, in the history of one job. */
const rows = [
  `INSERT INTO labs (id, name, "timeZone", "matchRevision", "createdAt") VALUES ('l', 'Lab', 'Europe/Paris', 0, 0)`,
  `INSERT INTO members (id, category, "createdAt") VALUES ('m', 'non-resident', 0)`,
  `INSERT INTO accounts (id, "memberId", email, "passwordHash", "createdAt") VALUES ('a', 'm', 'a@b.fr', 'x', 0)`,
  `INSERT INTO files (sha256, bytes, state, "createdAt") VALUES ('${SHA}', 1, 'analysed', 0)`,
  `INSERT INTO batches (id, "memberId", "submittedBy", quantity, "createdAt") VALUES ('b', 'm', 'a', 1, 0)`,
  `INSERT INTO jobs (id, "batchId", "memberId", "labId", "fileSha256", "fileName", state, "createdAt", "changedAt")
    VALUES ('j', 'b', 'm', 'l', '${SHA}', 'part.gcode', 'cancelled', 0, 0)`,
  ...ENTRIES.map(
    ([kind, action], at) => `INSERT INTO audit_entries (id, at, "actorKind", action, "subjectKind")
      VALUES ('${at}', ${at}, '${kind}', '${action}', 'run')`,
  ),
  ...EVENTS.map(
    (event, at) => `INSERT INTO transitions (id, "jobId", "runId", "from", "to", event, "actorKind", at)
      VALUES ('${at}', 'j', NULL, 'running', 'running', '${event}', 'account', ${at})`,
  ),
];

describeOnBothDatabases('the words of audit entries and of histories from before', (open) => {
  let database: Database;

  beforeAll(async () => {
    const opened = await open();
    const old = await openOld(opened, migrations);
    for (const row of rows) await old.query(row);
    await old.destroy();
    database = await openDatabase(opened.location, schema);
  });
  afterAll(() => closeDatabase(database));

  it('become the present ones in the audit trail', async () => {
    const entries = await database.writer.manager.find(AuditEntry, { order: { id: 'ASC' } });
    expect(entries.map(({ actorKind, action }) => [actorKind, action])).toEqual([
      ['visitor', 'member.registered'],
      ['account', 'run.cancel-requested'],
      ['account', 'machine.reconnect-requested'],
      ['agent', 'agent.renewal-requested'],
      ['account', 'job.submitted'],
    ]);
  });

  it('become the present ones in the history of jobs', async () => {
    const steps = await database.writer.manager.find(Transition, { order: { id: 'ASC' } });
    expect(steps.map(({ event }) => event)).toEqual([
      'submitted',
      'pause requested',
      'resume requested',
      'cancel requested',
      'ended cancelled',
    ]);
  });

  it('cannot be changed afterwards: the database refuses it as before', async () => {
    for (const table of ['audit_entries', 'transitions'])
      await expect(database.writer.query(`UPDATE ${table} SET at = 1`)).rejects.toThrow('append-only');
  });
});

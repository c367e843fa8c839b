import { rank } from '@pandafab/domain';
import { type JobId, newId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { migrations } from '../../../apps/server/src/app/migrations';
import { schema } from '../../../apps/server/src/app/schema';
import {
  closeDatabase,
  type Database,
  openDatabase,
} from '../../../apps/server/src/platform/persistence/data-source';
import { Job } from '../../../apps/server/src/production/jobs/job.entities';
import { openOld } from '../fixtures/open-old';

const SHA = 'a'.repeat(64);
const jobs = [1_763_900_000_000, 7].map((createdAt) => ({ id: newId<JobId>(), createdAt }));

/** As a network wrote these down before jobs had a rank. */
const rows = [
  `INSERT INTO labs (id, name, "timeZone", "matchRevision", "createdAt") VALUES ('l', 'Lab', 'Europe/Paris', 0, 0)`,
  `INSERT INTO members (id, category, "createdAt") VALUES ('m', 'non-resident', 0)`,
  `INSERT INTO accounts (id, "memberId", email, "passwordHash", "createdAt") VALUES ('a', 'm', 'a@b.fr', 'x', 0)`,
  `INSERT INTO files (sha256, bytes, state, "createdAt") VALUES ('${SHA}', 1, 'analysed', 0)`,
  `INSERT INTO batches (id, "memberId", "submittedBy", quantity, "createdAt") VALUES ('b', 'm', 'a', 2, 0)`,
  ...jobs.map(
    ({ id, createdAt }) => `INSERT INTO jobs
      (id, "batchId", "memberId", "labId", "fileSha256", "fileName", state, "createdAt", "changedAt")
      VALUES ('${id}', 'b', 'm', 'l', '${SHA}', 'part.gcode', 'queued', ${createdAt}, ${createdAt})`,
  ),
];

describeOnBothDatabases('jobs from before the queue’s order was stored', (open) => {
  let database: Database;

  beforeAll(async () => {
    const opened = await open();
    const old = await openOld(opened, migrations);
    for (const row of rows) await old.query(row);
    await old.destroy();
    database = await openDatabase(opened.location, schema);
  });
  afterAll(() => closeDatabase(database));

  it('have the places that the same rule gives new ones', async () => {
    const stored = await database.writer.manager.find(Job, { order: { rank: 'ASC' } });
    expect(stored.map(({ id, rank: kept }) => ({ id, kept }))).toEqual(
      [...jobs].reverse().map(({ id, createdAt }) => ({ id, kept: rank({ id, submittedAt: createdAt }) })),
    );
  });
});

import { describeOnBothDatabases } from '@pandafab/testing';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Registration } from '../../../apps/server/src/activity/registrations/registration.entities';
import { computeContent } from '../../../apps/server/src/activity/reports/compute-content';
import { frameOf } from '../../../apps/server/src/activity/reports/frame';
import { Session } from '../../../apps/server/src/activity/sessions/session.entities';
import { Visit } from '../../../apps/server/src/activity/visits/visit.entities';
import { UsageRecord } from '../../../apps/server/src/money/pricing/usage-record.entity';
import { Member } from '../../../apps/server/src/people/members/member.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Run } from '../../../apps/server/src/production/jobs/run.entity';
import { ActivityWorld } from './reports/activity-world';

const MEMBERS = 5_000;
const SESSIONS = 4_000;
const MOST_MS = 5_000;
const MOST_BYTES = 300_000_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = '2026-01-01';

const isPostgres = ({ connection }: EntityManager): boolean => connection.options.type === 'postgres';

/** Rows like the first one of a table, numbered from 1 by `n.i`. @param other SQL of the columns that differ */
async function multiply(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  count: number,
  other: Readonly<Record<string, string>>,
): Promise<void> {
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName);
  const numbers = isPostgres(manager)
    ? `generate_series(1, ${count}) AS n(i)`
    : `(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) SELECT i FROM n) AS n`;
  await manager.query(
    `INSERT INTO ${tableName} (${names.map((name) => `"${name}"`).join(', ')})
     SELECT ${names.map((name) => other[name] ?? `base."${name}"`).join(', ')}
     FROM (SELECT * FROM ${tableName} LIMIT 1) AS base CROSS JOIN ${numbers}`,
  );
}

const named = (letter: string, number: string): string => `'${letter}' || CAST(${number} AS varchar)`;

/** A year with 200 000 visits, 20 000 attendances and 50 000 usage records. */
async function fillYear(manager: EntityManager): Promise<void> {
  const day = isPostgres(manager)
    ? `to_char(date '${FIRST_DAY}' + (n.i % 365)::int, 'YYYY-MM-DD')`
    : `date('${FIRST_DAY}', '+' || (n.i % 365) || ' days')`;
  const member = named('m', `n.i % ${MEMBERS} + 1`);
  await multiply(manager, Member, MEMBERS, { id: named('m', 'n.i') });
  await multiply(manager, Visit, 200_000, {
    ...{ id: named('v', 'n.i'), day },
    memberId: `CASE WHEN n.i % 3 = 0 THEN ${member} ELSE NULL END`,
  });
  await multiply(manager, Session, SESSIONS, { id: named('s', 'n.i'), day });
  await multiply(manager, Registration, 20_000, {
    ...{ id: named('r', 'n.i'), sessionId: named('s', `n.i % ${SESSIONS} + 1`) },
    memberId: named('m', `(n.i / ${SESSIONS} + n.i % ${SESSIONS}) % ${MEMBERS} + 1`),
  });
  await multiply(manager, Run, 50_000, { id: named('run', 'n.i') });
  await multiply(manager, UsageRecord, 50_000, {
    ...{ id: named('u', 'n.i'), runId: named('run', 'n.i'), memberId: member },
    at: `${Date.parse(FIRST_DAY) + DAY_MS / 2} + CAST(n.i % 365 AS bigint) * ${DAY_MS}`,
  });
}

describeOnBothDatabases('the report of a large network', (open) => {
  let world: ActivityWorld;
  beforeAll(async () => {
    world = await ActivityWorld.open(await open());
    const { billing } = world;
    await billing.publishTariff();
    const memberId = await billing.member('resident', billing.date.now + DAY_MS);
    await world.visit(FIRST_DAY, { memberId, category: 'resident' });
    await world.attend(await world.session(FIRST_DAY), memberId);
    await billing.print({ memberId });
    await billing.write(({ manager }) => fillYear(manager));
  });
  afterAll(() => world.billing.server.stop());

  it('is computed for a half-year in less than five seconds and 300 MB', async () => {
    const conventionId = await world.convention({ fromModel: true });
    const { manager } = world.billing.server.app.get(ReadDatabase);
    const frame = await frameOf(manager, { conventionId, labId: null, period: '2026-H2' });
    const before = { bytes: process.memoryUsage().rss, at: performance.now() };
    const { overview } = await computeContent(manager, frame, world.billing.date.now);
    const took = performance.now() - before.at;
    const [visits, reached] = overview;
    expect(visits?.value).toBeGreaterThan(100_000);
    expect(reached?.value).toBeGreaterThan(MEMBERS - 1);
    expect(process.memoryUsage().rss - before.bytes).toBeLessThan(MOST_BYTES);
    expect(took).toBeLessThan(MOST_MS);
  });
});

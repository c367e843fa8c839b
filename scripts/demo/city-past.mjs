import { readFileSync } from 'node:fs';
import { server } from './built.mjs';
import { activityTables, foundationTables, planWorld, writeTables } from './city/index.mjs';
import { CityOrders } from './city-orders.mjs';

/**
 * Writes two years of a city before the demonstration was started, in one transaction: people, sessions, visits, prints
 * and a convention as rows, orders with their documents and payments by the server's own rules.
 *
 *     node scripts/demo/city-past.mjs FILE     FILE: what `seedCity` prepared, as JSON; it prints how many rows it wrote
 */

const { readConfig, sqliteFile } = server.load('platform/kit/config');
const { openDatabase, closeDatabase } = server.load('platform/persistence/data-source');
const { UnitOfWork } = server.load('platform/persistence/unit-of-work');
const { Account } = server.load('people/accounts/account.entity');
const { Topic } = server.load('activity/topics/topic.entity');
const { TariffVersion } = server.load('money/tariffs/tariff.entities');
const { schema } = server.load('app/schema');
const { folded } = server.library('shared');

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** The city, with what is in the database already: topics, a tariff, and accounts by their members. */
async function planFor(manager, orderIdOf) {
  const found = await manager.find(Account);
  const accounts = new Map(found.map(({ id, memberId }) => [memberId, id]));
  const admin = found.find(({ email }) => email === plan.adminEmail);
  const topics = await manager.find(Topic, { order: { position: 'ASC' } });
  const [tariff] = await manager.find(TariffVersion, { take: 1 });
  return planWorld({
    ...{ ...plan.city, folded, orderIdOf, admin: admin.id, tariffVersionId: tariff.id },
    trainers: plan.trainerMemberIds.map((memberId) => accounts.get(memberId)),
    topics: topics
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ id, nameFr, lengthMinutes, capacity, inductionKind }) => ({
        ...{ id, nameFr, lengthMinutes, capacity, inductionKind },
      })),
  });
}

async function writeCity(manager) {
  const ids = new Map();
  const world = await planFor(manager, (id) => ids.get(id) ?? null);
  const query = (sql) => manager.query(sql);
  const before = await writeTables(query, foundationTables(world));
  const orders = new CityOrders(manager, world.admin, plan.moneyUntil);
  await orders.write(world.orders);
  for (const [planned, id] of orders.ids) ids.set(planned, id);
  const after = await writeTables(query, activityTables(world));
  return [...before, ...after].reduce((sum, [, rows]) => sum + rows, 0);
}

const config = readConfig(process.env);
const location = config.databaseUrl
  ? { postgresUrl: config.databaseUrl }
  : { sqliteFile: sqliteFile(config) };
const database = await openDatabase(location, schema);
try {
  const unitOfWork = new UnitOfWork(database, { now: () => plan.now });
  const rows = await unitOfWork.run(({ manager }) => writeCity(manager));
  process.stdout.write(`${JSON.stringify({ rows })}\n`);
} finally {
  await closeDatabase(database);
}

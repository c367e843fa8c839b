import { readFileSync } from 'node:fs';
import { server } from './built.mjs';
import { planPast } from './past-plan.mjs';
import { Past } from './past-writer.mjs';

/**
 * Writes what happened in the labs before the demonstration was started, in one transaction. It uses the server's own
 * rules, with the times of then: the ledger, the prices and the invoices agree with the prints, as after real ones.
 *
 *     node scripts/demo/past.mjs FILE     FILE: what `seedPast` prepared, as JSON; it prints the spool that each
 *                                         machine has then
 */

const { readConfig, sqliteFile } = server.load('platform/kit/config');
const { openDatabase, closeDatabase } = server.load('platform/persistence/data-source');
const { UnitOfWork } = server.load('platform/persistence/unit-of-work');
const { Account } = server.load('people/accounts/account.entity');
const { Member } = server.load('people/members/member.entity');
const { schema } = server.load('app/schema');

const DAY_MS = 24 * 3_600_000;
const DAYS_BETWEEN_MEMBERS = 9;
/** Spools were received and members inscribed before the first print of the plan. */
const OPENED_DAYS_AGO = 20;

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { now, machines, orders, spools, overdue } = plan;

/**
 * The members whom the demonstration inscribed just now came one after the other, the last of them when the spools were
 * received. Those of a city's two years have come already.
 */
async function inscribe(manager, lastAt) {
  const members = (await manager.find(Member)).filter(({ createdAt }) => createdAt > lastAt);
  for (const [at, { id }] of members.reverse().entries())
    await manager.update(Member, { id }, { createdAt: lastAt - at * DAYS_BETWEEN_MEMBERS * DAY_MS });
}

/** @returns {Promise<Record<string, string>>} the spool on each machine, by the machine's key */
async function writePast(manager) {
  const accounts = new Map((await manager.find(Account)).map(({ id, memberId }) => [memberId, id]));
  const past = new Past(manager, accounts, plan);
  const opened = now - OPENED_DAYS_AGO * DAY_MS;
  await inscribe(manager, opened);
  for (const { machine, ...spool } of spools) {
    const id = await past.receive(spool, opened);
    if (machine) past.loaded.set(machine, id);
  }
  await past.letExpire(overdue);
  const materials = Object.fromEntries(
    Object.entries(machines).map(([key, { material }]) => [key, material]),
  );
  for (const print of planPast({ ...plan, materials })) await past.print(print);
  for (const order of orders) await past.order(order);
  return Object.fromEntries(past.loaded);
}

const config = readConfig(process.env);
const location = config.databaseUrl
  ? { postgresUrl: config.databaseUrl }
  : { sqliteFile: sqliteFile(config) };
const database = await openDatabase(location, schema);
try {
  const unitOfWork = new UnitOfWork(database, { now: () => now });
  const loaded = await unitOfWork.run(({ manager }) => writePast(manager));
  process.stdout.write(`${JSON.stringify(loaded)}\n`);
} finally {
  await closeDatabase(database);
}

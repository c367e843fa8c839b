import { readFileSync } from 'node:fs';
import { server } from './built.mjs';

/**
 * Writes the reports of a city's past by the server's own rules, each at the time at which it was presented. Their
 * files are made by the server when it starts, or when they are asked for.
 *
 *     node scripts/demo/city-reports.mjs FILE     FILE: what `seedReports` prepared, as JSON; it prints how many reports
 *                                                 were presented
 */

const { readConfig, sqliteFile } = server.load('platform/kit/config');
const { openDatabase, closeDatabase } = server.load('platform/persistence/data-source');
const { ReadDatabase } = server.load('platform/persistence/read-database');
const { UnitOfWork } = server.load('platform/persistence/unit-of-work');
const { Account } = server.load('people/accounts/account.entity');
const { CommentsService } = server.load('activity/reports/comments.service');
const { PresentService } = server.load('activity/reports/present.service');
const { ReportsService } = server.load('activity/reports/reports.service');
const { schema } = server.load('app/schema');

const DAY_MS = 24 * 3_600_000;
const TEN_O_CLOCK = 'T09:00:00Z';
/** The files come later. */
const NO_FILES = { tryMake: async () => undefined };

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** @param {any} database */
async function writeReports(database) {
  let now = Date.now();
  const clock = { now: () => now };
  const read = new ReadDatabase(database);
  const unitOfWork = new UnitOfWork(database, clock);
  const reports = new ReportsService(clock, read, unitOfWork);
  const comments = new CommentsService(read, unitOfWork);
  const presenting = new PresentService(read, unitOfWork, NO_FILES);
  const accountOf = async (email, role) => {
    const { id: accountId, memberId } = await read.of(Account).findOneByOrFail({ email });
    return { accountId, memberId, roles: [{ role, labId: null }], scopes: null };
  };
  const [admin, billing] = [
    await accountOf(plan.adminEmail, 'administrator'),
    await accountOf(plan.billingEmail, 'billing'),
  ];
  const today = now;
  const counts = { presented: 0, drafts: 0 };
  for (const { period, labId, presentedOn, comments: texts } of plan.reports) {
    const presentedAt = presentedOn === null ? null : Date.parse(`${presentedOn}${TEN_O_CLOCK}`);
    now = presentedAt === null ? today : presentedAt - 5 * DAY_MS;
    const { id } = await reports.create(billing, { conventionId: plan.conventionId, labId, period });
    for (const { key, text } of texts) await comments.write(billing, id, { key, text, version: 0 });
    counts[presentedAt === null ? 'drafts' : 'presented'] += 1;
    if (presentedAt === null) continue;
    now = presentedAt;
    await presenting.present(admin, id);
  }
  return counts;
}

const config = readConfig(process.env);
const location = config.databaseUrl
  ? { postgresUrl: config.databaseUrl }
  : { sqliteFile: sqliteFile(config) };
const database = await openDatabase(location, schema);
try {
  process.stdout.write(`${JSON.stringify(await writeReports(database))}\n`);
} finally {
  await closeDatabase(database);
}

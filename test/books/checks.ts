import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { chainedRecords } from '../../apps/server/src/app/admin/chained-records';
import { verifyArchive } from '../../apps/server/src/money/archive/verify.cjs';
import { HeadLogWriter } from '../../apps/server/src/money/chain/head-log-writer';
import { verifyChain } from '../../apps/server/src/money/chain/verify/verify-chain';
import { ReadDatabase } from '../../apps/server/src/platform/persistence/read-database';
import { readFec } from '../medium/fixtures/fec-rules';
import type { City } from './city';
import { accountSums, accountSumsOf } from './recount/journals';
import { countAccounts } from './recount/members';
import { countPapers } from './recount/papers';
import { compare, openByDocument, owedByClient, type Sums, sumsOf, sumsOfClosure } from './recount/periods';
import { vatOfPeriod } from './recount/vat';
import { YEAR } from './year';

/** What one part of the recount compared, and what was different. */
export interface Check {
  readonly what: string;
  readonly compared: number;
  readonly differences: readonly string[];
}

interface Closure {
  readonly number: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly totals: Parameters<typeof sumsOfClosure>[0];
  readonly perpetual: { readonly soldCents: number; readonly receivedCents: number };
}

/** Counts everything of the year again, and compares it with what the service says. */
export async function recount(city: City): Promise<Check[]> {
  const { facts } = city;
  const papers = countPapers(facts);
  const accounts = countAccounts(facts, city.invoices.after);
  const asMap = (entries: Iterable<readonly [string, number]>): Sums => new Map(entries);

  const documents: string[] = [];
  const open = openByDocument(facts, papers);
  for (const { paper, net, vat, gross } of papers.values()) {
    const found = await city.ask<{
      netCents: number;
      vatCents: number;
      grossCents: number;
      openCents: number | null;
    }>('GET', `/documents/${paper.id}`);
    const [counted, seen] = [new Map(Object.entries({ net, vat, gross })), new Map<string, number>()];
    seen.set('net', found.netCents).set('vat', found.vatCents).set('gross', found.grossCents);
    if (found.openCents !== null) {
      counted.set('open', open.get(paper.number) ?? 0);
      seen.set('open', found.openCents);
    }
    documents.push(...compare(paper.number, counted, seen));
  }

  const clients: string[] = [];
  const owed = owedByClient(facts, papers);
  for (const [client, cents] of owed) {
    const { closingCents } = await city.ask<{ closingCents: number }>(
      'GET',
      `/organisations/${client}/statement`,
    );
    if (closingCents !== cents) clients.push(`client ${client}: counted ${cents}, found ${closingCents}`);
  }

  const members: string[] = [];
  for (const [member, { balance, movements }] of accounts) {
    const found = await city.accounts.entries(member as never);
    const cents = found.map((entry) => `${entry.kind} ${entry.cents}`);
    const counted = movements.map((movement) => `${movement.kind} ${movement.cents}`);
    if (cents.join() !== counted.join()) members.push(`member ${member}: counted ${counted}, found ${cents}`);
    const { balanceCents } = await city.accounts.account(member as never);
    if (balanceCents !== balance) members.push(`member ${member}: counted ${balance}, found ${balanceCents}`);
  }

  const { items } = await city.ask<{ items: Closure[] }>('GET', '/closures?period=month&limit=200');
  const years = await city.ask<{ items: Closure[] }>('GET', '/closures?period=year');
  const days: Closure[] = [];
  for (let offset = 0; ; offset += 200) {
    const part = await city.ask<{ items: Closure[] }>(
      'GET',
      `/closures?period=day&limit=200&offset=${offset}`,
    );
    days.push(...part.items);
    if (part.items.length < 200) break;
  }
  const closures = [...days, ...items, ...years.items].flatMap(
    ({ number, firstDay, lastDay, totals, perpetual }) => {
      const inside = sumsOf(facts, papers, accounts, (day) => day >= firstDay && day <= lastDay);
      const until = sumsOf(facts, papers, accounts, (day) => day <= lastDay);
      const sold = ['invoice', 'deposit'].map((kind) => until.get(`${kind} gross`) ?? 0);
      const back = ['credit-note', 'deposit-credit'].map((kind) => until.get(`${kind} gross`) ?? 0);
      const received = facts.payments
        .filter(({ day }) => day <= lastDay)
        .reduce((sum, { cents }) => sum + cents, 0);
      const whole = [...sold, ...back.map((cents) => -cents)].reduce((sum, cents) => sum + cents, 0);
      return [
        ...compare(number, inside, sumsOfClosure(totals)),
        ...compare(
          `${number} perpetual`,
          asMap(Object.entries({ sold: whole, received })),
          asMap(Object.entries({ sold: perpetual.soldCents, received: perpetual.receivedCents })),
        ),
      ];
    },
  );

  const fec = readFec(await text(city, `/exports/fec?from=${YEAR}-01-01&to=${YEAR}-12-31`));
  const journals = [
    ...fec.wrong.map((wrong) => `FEC: ${wrong}`),
    ...compare('account', accountSums(facts, papers), accountSumsOf(fec.lines)),
  ];

  const vat: string[] = [];
  const periods = [...items, ...years.items].map(({ firstDay, lastDay }) => [firstDay, lastDay] as const);
  for (const [from, to] of periods) {
    const { rows } = await city.ask<{
      rows: { rateBasisPoints: number; on: string; baseCents: number; vatCents: number }[];
    }>('GET', `/exports/vat-report?from=${from}&to=${to}`);
    const found: Sums = new Map();
    for (const { rateBasisPoints, on, baseCents, vatCents } of rows) {
      if (baseCents !== 0) found.set(`${on} ${rateBasisPoints} base`, baseCents);
      if (vatCents !== 0) found.set(`${on} ${rateBasisPoints} vat`, vatCents);
    }
    const counted = vatOfPeriod(facts, papers, accounts, (day) => day >= from && day <= to);
    vat.push(...compare(`VAT ${from}`, counted, found));
  }

  return [
    { what: 'documents', compared: papers.size, differences: documents },
    { what: 'clients', compared: owed.size, differences: clients },
    { what: 'members', compared: accounts.size, differences: members },
    { what: 'closures', compared: days.length + periods.length, differences: closures },
    { what: 'FEC lines', compared: fec.lines.length, differences: journals },
    { what: 'VAT reports', compared: periods.length, differences: vat },
    await chainCheck(city),
    await archiveCheck(city),
  ];
}

async function bytes(city: City, path: string): Promise<Uint8Array> {
  const { url } = city.world.server;
  const answer = await fetch(`${url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${city.world.billing.client.token}` },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

const text = async (city: City, path: string) => Buffer.from(await bytes(city, path)).toString('utf8');

async function chainCheck(city: City): Promise<Check> {
  const { app } = city.world.server;
  const { problem, links } = await verifyChain({
    manager: app.get(ReadDatabase).manager,
    log: app.get(HeadLogWriter).log,
    records: chainedRecords,
    patienceMs: 5000,
  });
  return { what: 'links of the chain', compared: links, differences: problem ? [problem.message] : [] };
}

async function archiveCheck(city: City): Promise<Check> {
  const folder = mkdtempSync(join(tmpdir(), 'pandafab-books-'));
  try {
    for (const [file, content] of Object.entries(unzipSync(await bytes(city, `/archives/${YEAR}`)))) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
    const { counts, problems } = await verifyArchive(folder);
    return { what: 'files of the archive', compared: counts.files ?? 0, differences: problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

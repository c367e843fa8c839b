import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from '@pandafab/shared';
import {
  type Child,
  type HttpClient,
  pollUntil,
  startChild,
  startTestServer,
  type TemporaryDirectory,
  type TestServer,
  temporaryDirectory,
} from '@pandafab/testing';
import { DataSource } from 'typeorm';
import { EmbeddedBroker } from '../../apps/server/src/network/link/embedded-broker';
import { SESSION_COOKIE } from '../../apps/server/src/platform/http/session-cookie';
import released from '../fixtures/upgrade/released.json';

const root = join(__dirname, '../..');
const FIXTURES = join(root, 'test/fixtures');
const PRINTED = ['cube20.gcode', 'bracket.gcode'];

/** Tables of that release whose rows are used up, or that describe the database itself. */
const PASSING = new Set(['migrations', 'queue_outbox', 'write_turn']);

/** Became `documents`, with their files and series: migrations/carried-invoices.ts compares them field by field. */
const CARRIED = new Set(['invoices', 'invoice_lines', 'invoice_documents', 'document_counters']);

/** Grows whenever a lab's queue and machines are looked at again, as at each start. */
const MOVING = new Set(['labs.matchRevision']);

/** Words that this version stores in place of those of the release, by `table.column`. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'audit_entries.actorKind': { nobody: 'visitor' },
  'prestations.state': { open: 'in-progress' },
  'prestation_lines.kind': { 'hand-written': 'typed' },
};

type Row = Readonly<Record<string, unknown>>;
type Tables = ReadonlyMap<string, readonly Row[]>;

/** The days that keeping and expiry are counted in go on from the day of the release. */
const since = Date.now() - released.at - 60_000;
const clock: Clock = { ...systemClock, now: () => Date.now() - since };

let directory: TemporaryDirectory;
let before: Tables;
let server: TestServer;
let agent: Child;
let client: HttpClient;

const inside = (...path: string[]) => join(directory.path, ...path);

/** The G-code of that data directory is that of the fixtures: it is not kept twice. */
function unpack(): void {
  execFileSync('tar', ['-xzf', join(FIXTURES, 'upgrade/released.tar.gz'), '-C', directory.path]);
  for (const name of PRINTED) {
    const file = join(FIXTURES, 'gcode', name);
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    mkdirSync(inside('files', sha256.slice(0, 2)), { recursive: true });
    copyFileSync(file, inside('files', sha256.slice(0, 2), sha256));
  }
}

async function readTables(database: string): Promise<Tables> {
  const source = await new DataSource({ type: 'sqlite', database }).initialize();
  const names: { name: string }[] = await source.query(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const tables = new Map<string, Row[]>();
  for (const { name } of names) tables.set(name, await source.query(`SELECT * FROM "${name}"`));
  await source.destroy();
  return tables;
}

/** The rows of the release that are not in `after` with the same values, in the columns that there still are. */
function lost(table: string, after: Tables): readonly Row[] {
  const rows = after.get(table) ?? [];
  const columns = new Set(Object.keys(rows[0] ?? {}).filter((column) => !MOVING.has(`${table}.${column}`)));
  const said = (row: Row) => JSON.stringify(Object.entries(row).filter(([column]) => columns.has(column)));
  const only = (row: Row, like: Row) => Object.fromEntries(Object.keys(like).map((key) => [key, row[key]]));
  const expected = (before.get(table) ?? []).map((row) => renamed(table, row));
  return expected.filter((row) => !rows.some((now) => said(only(now, row)) === said(row)));
}

const renamed = (table: string, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      RENAMED[`${table}.${column}`]?.[String(value)] ?? value,
    ]),
  );

async function get<Body>(path: string): Promise<Body> {
  const { status, body, text } = await client.get<Body>(`/api/v1${path}`);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return body;
}

beforeAll(async () => {
  directory = await temporaryDirectory();
  unpack();
  before = await readTables(inside('pandafab.sqlite'));
  const location = { sqliteFile: inside('pandafab.sqlite') };
  const database = { kind: 'SQLite', location, dataDirectory: directory.path, drop: async () => {} } as const;
  server = await startTestServer({ database, clock });
  client = server.anonymous();
});
afterAll(async () => {
  await agent?.stop();
  await server.stop();
  await directory.remove();
});

describe('the data of the previous release, with this version', () => {
  it('has every row of every table, with what was in it', async () => {
    const after = await readTables(inside('pandafab.sqlite'));
    const tables = [...before.keys()].filter((table) => !PASSING.has(table) && !CARRIED.has(table));
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.flatMap((table) => lost(table, after).map((row) => [table, row]))).toEqual([]);
    expect(after.get('documents')?.map(({ number }) => number)).toEqual(
      before.get('invoices')?.map(({ number }) => number),
    );
  });

  it('lets people sign in with their passwords', async () => {
    const { email, password } = released.admin;
    expect((await client.post('/api/v1/auth/login', { email, password })).status).toBe(204);
    const { items } = await get<{ items: { displayName: string }[] }>('/members');
    expect(items).toHaveLength(7);
  });

  it('gives the invoice’s PDF byte for byte', async () => {
    const { items } = await get<{ items: { id: string; number: string; grossCents: number }[] }>(
      '/documents',
    );
    expect(items).toMatchObject([{ number: 'FA-2026-000001', grossCents: 8250 }]);
    const cookie = `${SESSION_COOKIE}=${client.cookie(SESSION_COOKIE)}`;
    const answer = await fetch(`${server.url}/api/v1/documents/${items[0]?.id}/file/pdf`, {
      headers: { cookie },
    });
    const pdf = Buffer.from(await answer.arrayBuffer());
    const kept = before.get('invoice_documents')?.[0]?.sha256;
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(kept);
  });

  it('has the jobs as they were: one given to a machine, one cancelled, one that waits', async () => {
    const { given, cancelled, queued } = released.jobs;
    const states = [given, cancelled, queued].map(async (id) => (await get<Job>(`/jobs/${id}`)).state);
    expect(await Promise.all(states)).toEqual(['running', 'cancelled', 'queued']);
  });

  it('gets from the agent, with the same journal, the end of the print that the server did not know', async () => {
    const journal = async () => await readTables(inside('agents/fontaine/journal.sqlite'));
    const identity = (await journal()).get('identity')?.[0];
    const before = await gramsLeft();
    await startAgent();
    const given = () => get<Job>(`/jobs/${released.jobs.given}`);
    const ended = pollUntil('the end of the print', async () => (await given()).state === 'done');
    await ended.catch((error) => {
      throw new Error(`${error}\nThe agent said:\n${agent.output()}`);
    });
    const job = await given();
    expect(job.runs).toMatchObject([{ state: 'done', linesSent: 22_688, linesAcknowledged: 22_688 }]);
    expect(before - (await gramsLeft())).toBeCloseTo(4.944, 3);
    await pollUntil('a journal without events', async () => (await journal()).get('events')?.length === 0);
    expect((await journal()).get('identity')).toMatchObject([
      { instance_id: identity?.instance_id, epoch: identity?.epoch },
    ]);
    expect((await get<Job>(`/jobs/${released.jobs.queued}`)).state).toBe('queued');
  });
});

interface Job {
  readonly state: string;
  readonly runs: readonly object[];
}

async function gramsLeft(): Promise<number> {
  const { items } = await get<{ items: { label: string; gramsLeft: number }[] }>(
    `/labs/${released.agent.labId}/spools`,
  );
  return items.find(({ label }) => label === 'Panda 1 – 1')?.gramsLeft ?? Number.NaN;
}

async function startAgent(): Promise<void> {
  const env = {
    ...process.env,
    PANDAFAB_SERVER_URL: server.url,
    PANDAFAB_MQTT_URL: `mqtt://127.0.0.1:${server.app.get(EmbeddedBroker).port}`,
    PANDAFAB_LAB_ID: released.agent.labId,
    PANDAFAB_AGENT_ID: released.agent.agentId,
    PANDAFAB_AGENT_SECRET: released.agent.secret,
    PANDAFAB_AGENT_DATA_DIR: inside('agents/fontaine'),
    PANDAFAB_AGENT_PORT: '0',
  };
  agent = await startChild(process.execPath, [join(root, 'dist/apps/agent/src/main.js')], { env });
}

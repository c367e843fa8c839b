import { join } from 'node:path';
import type { Accountants } from './accountants';
import type { City, Lab } from './city';
import { openDatabase, openSqlite, type Question } from './database';
import type { AgentRow, Books, Evidence, HeldLab, JobRow, MachineRow, Papers, RunRow } from './evidence';
import { linesOf, partOf, UM_OF_LINE } from './parts';
import type { People } from './people';

interface World {
  readonly city: City;
  readonly people: Pick<People, 'accepted' | 'hands'>;
  readonly accountants: Pick<Accountants, 'papers'>;
}

/** The present state of the city's databases, its labs' journals and its machines. */
export async function gather(
  { city, people, accountants }: World,
  unhealthy: readonly string[],
): Promise<Evidence> {
  // First the answers, then the state: an answer that arrives between the two would be missing from a state read before.
  const answered = {
    happenings: [...city.happenings],
    accepted: [...people.accepted],
    heldJobs: people.hands.held.map((hold) => ({ ...hold })),
    papers: copyOf(accountants.papers),
  };
  const database = await openDatabase(city.foundations);
  try {
    const agents: AgentRow[] = [];
    for (const lab of city.labs) agents.push(await readAgent(database.ask, lab));
    return {
      ...{ ...answered, hot: city.hot, agents, unhealthy, books: await readBooks(database.ask) },
      ...{ umOfLine: UM_OF_LINE, orders: city.orders.orders },
      held: await readHeld(database.ask),
      jobs: await readJobs(database.ask),
      runs: await readRuns(database.ask),
      machines: (await Promise.all(city.labs.map((lab) => readMachines(city, lab)))).flat(),
      endings: city.actors.flatMap(({ name, endings }) =>
        endings.map((how) => `${name} ended by itself: ${how}`),
      ),
    };
  } finally {
    await database.close();
  }
}

const copyOf = ({ prestations, lines, invoices }: Papers): Papers => ({
  prestations: [...prestations],
  lines: [...lines],
  invoices: [...invoices],
});

const readHeld = (ask: Question): Promise<HeldLab[]> =>
  ask('SELECT name AS lab, "heldBecause" AS because FROM labs WHERE "heldSince" IS NOT NULL');

async function readJobs(ask: Question): Promise<JobRow[]> {
  const rows = await ask<{ id: string; labId: string; fileName: string; state: string }>(
    'SELECT id, "labId", "fileName", state FROM jobs',
  );
  return rows.map(({ fileName, ...job }) => ({ ...job, part: partOf(fileName) }));
}

interface RunSql extends Pick<RunRow, 'id' | 'jobId' | 'machine' | 'state'> {
  readonly active: boolean | number;
  readonly exact: boolean | number;
  readonly linesSent: number | string;
  readonly assignedAt: number | string;
  readonly filamentUm: string;
  readonly fileName: string;
}

async function readRuns(ask: Question): Promise<RunRow[]> {
  const rows = await ask<RunSql>(`
    SELECT r.id, r."jobId", r.state, r.active, r."linesSent", r."assignedAt", r.exact, r."filamentUm", j."fileName", m.name AS machine
    FROM runs r JOIN jobs j ON j.id = r."jobId" JOIN machines m ON m.id = r."machineId"`);
  const movements = await byRun<{ filamentUm: number }>(
    ask,
    'SELECT "runId", "filamentUm" FROM material_movements',
  );
  const usages = await byRun(ask, 'SELECT "runId" FROM usage_records');
  const steps = await byRun<{ to: string }>(
    ask,
    'SELECT "runId", "to" FROM transitions WHERE "from" IS NULL OR "from" <> "to" ORDER BY at, id',
  );
  return rows.map(({ fileName, filamentUm, ...run }) => ({
    ...{ ...run, part: partOf(fileName), lines: linesOf(partOf(fileName)) },
    ...{ active: Boolean(run.active), exact: Boolean(run.exact), linesSent: Number(run.linesSent) },
    assignedAt: Number(run.assignedAt),
    filamentUm: (JSON.parse(filamentUm) as number[])[0] ?? 0,
    movementsUm: (movements.get(run.id) ?? []).map((row) => Number(row.filamentUm)),
    usages: usages.get(run.id)?.length ?? 0,
    states: (steps.get(run.id) ?? []).map(({ to }) => to),
  }));
}

async function byRun<Row extends object>(ask: Question, sql: string): Promise<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>();
  for (const row of await ask<Row & { runId: string }>(sql)) {
    const group = groups.get(row.runId);
    if (group) group.push(row);
    else groups.set(row.runId, [row]);
  }
  return groups;
}

async function readBooks(ask: Question): Promise<Books> {
  const cents = <Row extends { netCents: number }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, netCents: Number(row.netCents) }));
  return {
    prestations: await ask('SELECT id, reference FROM prestations'),
    lines: cents(await ask('SELECT id, "prestationId", "netCents" FROM prestation_lines')),
    ...invoicesIn(
      await ask(`SELECT id, number, "prestationId", "netCents", content FROM documents
      WHERE kind = 'invoice' AND number IS NOT NULL`),
    ),
  };
}

type InvoiceRow = Books['invoices'][number] & { readonly content: string };

/** Invoices, and the lines that stand inside their frozen contents. */
function invoicesIn(rows: readonly InvoiceRow[]): Pick<Books, 'invoices' | 'invoiceLines'> {
  const linesOf = ({ id, content }: InvoiceRow) =>
    (JSON.parse(content).lines as { netCents: number }[]).map(({ netCents }) => ({
      invoiceId: id,
      netCents,
    }));
  return {
    invoices: rows.map(({ content: _, ...row }) => ({ ...row, netCents: Number(row.netCents) })),
    invoiceLines: rows.flatMap(linesOf),
  };
}

interface MachineView {
  readonly name: string;
  readonly bed: string;
  readonly spoolId: string | null;
  readonly inMaintenance: boolean;
  readonly live: {
    readonly state: string;
    readonly heatersUnknown: boolean;
    readonly needsPerson: object | null;
  } | null;
}

/** The machines as a server shows them; none if no server answers. */
async function readMachines({ service }: City, { id: labId }: Lab): Promise<MachineRow[]> {
  const answer = await service
    .ask<{ items: MachineView[] }>('GET', `/labs/${labId}/machines`)
    .catch(() => undefined);
  return (answer?.items ?? []).map(({ name, bed, spoolId, inMaintenance, live }) => {
    const answers = live?.state === 'ready' && !live.heatersUnknown && live.needsPerson === null;
    const idle = answers && bed === 'clear' && spoolId !== null && !inMaintenance;
    return { name, labId, idle, shown: JSON.stringify({ bed, inMaintenance, live }) };
  });
}

async function readAgent(ask: Question, { id, name, agentData }: Lab): Promise<AgentRow> {
  const [row] = await ask<{ appliedSequence: string }>(
    `SELECT "appliedSequence" FROM agents WHERE "labId" = '${id}'`,
  );
  const journal = await openSqlite(join(agentData, 'journal.sqlite'));
  try {
    const [own] = await journal.ask<{ lastSequence: number; pending: number }>(
      'SELECT last_sequence AS "lastSequence", (SELECT COUNT(*) FROM events) AS pending FROM identity',
    );
    if (!own) throw new Error(`no identity in the journal of ${name}`);
    return { lab: name, appliedSequence: Number(row?.appliedSequence), ...own };
  } finally {
    await journal.close();
  }
}

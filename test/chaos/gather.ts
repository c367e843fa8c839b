import { join } from 'node:path';
import { Client } from 'pg';
import { Database, OPEN_READONLY } from 'sqlite3';
import type { City, Lab } from './city';
import type { AgentRow, Evidence, JobRow, RunRow } from './evidence';
import { LINES_OF_PART, partOf, UM_OF_LINE } from './parts';

const JOBS = `SELECT id, "fileName", state FROM jobs`;
const RUNS = `
  SELECT r.id, r."jobId", r.state, r.active, r."linesSent", r.exact, r."filamentUm", j."fileName", m.name AS machine,
    (SELECT COALESCE(json_agg("filamentUm"), '[]') FROM material_movements WHERE "runId" = r.id) AS movements,
    (SELECT COUNT(*)::int FROM usage_records WHERE "runId" = r.id) AS usages,
    (SELECT COALESCE(json_agg("to" ORDER BY at, id), '[]') FROM transitions
      WHERE "runId" = r.id AND ("from" IS NULL OR "from" <> "to")) AS states
  FROM runs r JOIN jobs j ON j.id = r."jobId" JOIN machines m ON m.id = r."machineId"`;

interface RunSql extends Omit<RunRow, 'part' | 'filamentUm' | 'movementsUm'> {
  readonly fileName: string;
  readonly filamentUm: string;
  readonly movements: readonly number[];
}

/** What the city's databases, its labs' journals and its machines say now. */
export async function gather(city: City, accepted: readonly string[]): Promise<Evidence> {
  const client = new Client({ connectionString: city.foundations.databaseUrl });
  await client.connect();
  try {
    const jobs = await client.query<{ id: string; fileName: string; state: string }>(JOBS);
    const runs = await client.query<RunSql>(RUNS);
    const agents: AgentRow[] = [];
    for (const lab of city.labs) agents.push(await readAgent(client, lab));
    return {
      ...{ happenings: city.happenings, accepted, hot: city.hot, agents },
      ...{ linesOfPart: LINES_OF_PART, umOfLine: UM_OF_LINE },
      jobs: jobs.rows.map(({ id, fileName, state }): JobRow => ({ id, state, part: partOf(fileName) })),
      runs: runs.rows.map(runOf),
      endings: city.actors.flatMap(({ name, endings }) =>
        endings.map((how) => `${name} ended by itself: ${how}`),
      ),
    };
  } finally {
    await client.end();
  }
}

const runOf = ({ fileName, filamentUm, movements, ...run }: RunSql): RunRow => ({
  ...run,
  part: partOf(fileName),
  filamentUm: (JSON.parse(filamentUm) as number[])[0] ?? 0,
  movementsUm: movements.map(Number),
});

async function readAgent(client: Client, { id, name, agentData }: Lab): Promise<AgentRow> {
  const { rows } = await client.query<{ appliedSequence: string }>(
    'SELECT "appliedSequence" FROM agents WHERE "labId" = $1',
    [id],
  );
  const journal = await readJournal(join(agentData, 'journal.sqlite'));
  return { lab: name, appliedSequence: Number(rows[0]?.appliedSequence), ...journal };
}

function readJournal(file: string): Promise<{ lastSequence: number; pending: number }> {
  const question = `SELECT last_sequence AS "lastSequence", (SELECT COUNT(*) FROM events) AS pending FROM identity`;
  return new Promise((resolve, reject) => {
    const database = new Database(file, OPEN_READONLY);
    database.get<{ lastSequence: number; pending: number }>(question, (error, row) => {
      database.close();
      if (error || !row) reject(error ?? new Error(`no identity in ${file}`));
      else resolve(row);
    });
  });
}

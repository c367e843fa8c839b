const AT_ONCE = 400;

const literal = (value) =>
  typeof value === 'string'
    ? `'${value.replaceAll("'", "''")}'`
    : value === undefined
      ? 'NULL'
      : String(value);

/**
 * Inserts the rows, some hundreds at once. Rows of a table may have different columns only where the first one has
 * them all.
 * @param {(sql: string) => Promise<unknown>} query
 * @param {Iterable<import('./tables.mjs').Table>} tables
 * @returns {Promise<Map<string, number>>} rows by table
 */
export async function writeTables(query, tables) {
  const counts = new Map();
  for (const [table, rows] of tables) {
    let some = [];
    for (const row of rows) {
      some.push(row);
      if (some.length < AT_ONCE) continue;
      await insert(query, table, some);
      counts.set(table, (counts.get(table) ?? 0) + some.length);
      some = [];
    }
    if (some.length > 0) await insert(query, table, some);
    counts.set(table, (counts.get(table) ?? 0) + some.length);
  }
  return counts;
}

async function insert(query, table, rows) {
  const names = Object.keys(rows[0]);
  const values = rows.map((row) => `(${names.map((name) => literal(row[name])).join(', ')})`);
  const columns = names.map((name) => `"${name}"`).join(', ');
  await query(`INSERT INTO ${table} (${columns}) VALUES ${values.join(', ')}`);
}

import type { Parameters, Table } from './recount';

/** A report as the API shows it, as far as the recount compares it. */
export interface Figure {
  readonly indicator: string;
  readonly parameters: Parameters;
  readonly value: number | null;
  readonly previous: number | null;
}
type TableRow = Readonly<Record<string, unknown>>;
export interface Counted {
  readonly group: string;
  readonly name: string | null;
  readonly people: number;
}
export interface Content {
  readonly previousPeriod: string;
  readonly overview: readonly Figure[];
  readonly objectives: readonly { readonly figures: readonly Figure[] }[];
  readonly tables: Readonly<Record<string, readonly TableRow[]>> & {
    readonly publics: {
      readonly people: number;
      readonly byAge: readonly Counted[];
      readonly byGender: readonly Counted[];
      readonly byNeighbourhood: readonly Counted[];
      readonly byNeighbourhoodAndAge: readonly {
        readonly neighbourhood: Omit<Counted, 'people'>;
        readonly age: Omit<Counted, 'people'>;
        readonly people: number;
      }[];
    } & readonly TableRow[];
  };
}

/** Columns whose numbers have a name of their own beside the row's. */
const NAMED = ['sessions', 'people', 'projects'];

/** The numbers of a table of the report, named as those of the recount. */
export function numbersOf(rows: readonly TableRow[]): Table {
  const found = new Map<string, number>();
  for (const row of rows) {
    const key = String(row.key ?? '-');
    const columns = Object.keys(row).filter((column) => typeof row[column] === 'number');
    if (columns.length === 0) found.set(key, 1);
    for (const column of columns) {
      const isNamed = 'sessions' in row && NAMED.includes(column);
      if (row[column] !== 0) found.set(isNamed ? `${key} ${column}` : key, Number(row[column]));
    }
  }
  return found;
}

import { asProblem, Problem } from '../../api/problem';
import type { Sheet } from './kept-sheet';

/** The names that the API gives to fields, where they differ from the editor's. */
const NAMES: Readonly<Record<string, string>> = { discounts: 'discount' };

export interface CellErrors {
  /** What is wrong with each field of a row. */
  readonly of: (key: string) => ReadonlyMap<string, string>;
  /** What is wrong with the discount on the whole. */
  readonly whole: string | undefined;
  /** Each error is shown at a cell. */
  readonly areAllShown: boolean;
}

const NONE: ReadonlyMap<string, string> = new Map();

/**
 * Finds the cells that an answer of the server speaks of: `lines.2.unitPrice` is the price of the third row.
 * @param sheet the rows in the order in which they were sent
 */
export function errorsOf(error: unknown, { rows }: Sheet): CellErrors {
  const { fields } = error ? asProblem(error) : { fields: [] };
  const byRow = new Map<string, Map<string, string>>();
  let whole: string | undefined;
  let shown = 0;
  for (const { path, message } of fields) {
    const [list, at = '', name = ''] = path.split('.');
    const row = list === 'lines' ? rows[Number(at)] : undefined;
    if (list === 'discounts') whole = message;
    else if (row && name)
      byRow.set(row.key, (byRow.get(row.key) ?? new Map()).set(NAMES[name] ?? name, message));
    else continue;
    shown++;
  }
  return {
    of: (key) => byRow.get(key) ?? NONE,
    whole,
    areAllShown: shown > 0 && shown === fields.length,
  };
}

/** An error of the browser about cells, in the form of the server's. */
export const cellProblem = (
  what: string,
  cure: string,
  fields: readonly { readonly path: string; readonly message: string }[],
): Problem => new Problem('FORM.CELLS', what, cure, fields);

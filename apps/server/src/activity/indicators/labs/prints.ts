import { readUsage } from '../reads/read-usage';
import type { IndicatorQuery } from '../scope';

/** Prints that ended well. */
export const prints: IndicatorQuery = {
  code: 'prints',
  async read(manager, scope, { category }) {
    const rows = await readUsage(manager, scope);
    return rows
      .filter((row) => category === undefined || row.category === category)
      .reduce((sum, row) => sum + row.prints, 0);
  },
};

import { hoursOf } from '@pandafab/domain';
import { readUsage } from '../reads/read-usage';
import type { IndicatorQuery } from '../scope';

/** Hours that machines ran. */
export const machineHours: IndicatorQuery = {
  code: 'machine-hours',
  async read(manager, scope, { category }) {
    const rows = await readUsage(manager, scope);
    const milliseconds = rows
      .filter((row) => category === undefined || row.category === category)
      .reduce((sum, row) => sum + row.milliseconds, 0);
    return hoursOf(milliseconds);
  },
};

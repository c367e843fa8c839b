import { hoursOf } from '@pandafab/domain';
import { readMachineTime } from '../reads/read-machine-time';
import type { IndicatorQuery } from '../scope';

/** Hours that machines ran, also for prints that failed. */
export const machineHours: IndicatorQuery = {
  code: 'machine-hours',
  async read(manager, scope, { category }) {
    const rows = await readMachineTime(manager, scope);
    const milliseconds = rows
      .filter((row) => category === undefined || row.category === category)
      .reduce((sum, row) => sum + row.milliseconds, 0);
    return hoursOf(milliseconds);
  },
};

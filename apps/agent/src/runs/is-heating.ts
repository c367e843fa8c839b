import type { MachineStatus } from '@pandafab/machine-host';

/** True for a machine with a heater target above 0. A machine that is only warm may just have finished a run normally. */
export const isHeating = ({ readings }: Pick<MachineStatus, 'readings'>): boolean =>
  readings.some(({ target }) => target > 0);

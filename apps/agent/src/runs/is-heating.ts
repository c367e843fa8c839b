import type { MachineStatus } from '@pandafab/machine-host';

/** True for a machine that is told to heat. One that is only still warm may have been left so by a run that ended well. */
export const isHeating = ({ temperatures: { nozzle, bed } }: Pick<MachineStatus, 'temperatures'>): boolean =>
  (nozzle?.target ?? 0) > 0 || (bed?.target ?? 0) > 0;

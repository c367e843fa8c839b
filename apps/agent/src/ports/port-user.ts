import { realpathSync } from 'node:fs';
import type { MachineConfig } from '@pandafab/lab-link';
import type { SerialDevice } from '@pandafab/machine-host';
import type { MachineId } from '@pandafab/shared';

type Addressed = Pick<MachineConfig, 'machineId' | 'address'>;

/** A device has several paths: by its maker's name, by the order of plugging in, and others that an administrator made. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The device path of an address without its options; null for an address that is no device. */
function devicePath(address: string): string | null {
  const [path = ''] = address.split('?');
  return path.startsWith('/') || /^COM\d+$/i.test(path) ? path : null;
}

/** The machine that uses this device, by any of the device's paths; null without one. */
export function userOf(
  { path, device }: Pick<SerialDevice, 'path' | 'device'>,
  machines: readonly Addressed[],
  real: (path: string) => string = realPath,
): MachineId | null {
  const own = new Set([path, device, real(device)]);
  const user = machines.find(({ address }) => {
    const used = devicePath(address);
    return used !== null && (own.has(used) || own.has(real(used)));
  });
  return user?.machineId ?? null;
}

import { type MachineId, newId } from '@pandafab/shared';
import { userOf } from './port-user';

const machineId = newId<MachineId>();
const port = { path: '/dev/serial/by-id/usb-Prusa_MK3-if00', device: '/dev/ttyACM0' };
const links: Readonly<Record<string, string>> = {
  '/dev/serial/by-id/usb-Prusa_MK3-if00': '/dev/ttyACM0',
  '/dev/mk3': '/dev/ttyACM0',
};
const real = (path: string) => links[path] ?? path;

describe('the machine that uses a port', () => {
  it.each([
    ['/dev/serial/by-id/usb-Prusa_MK3-if00'],
    ['/dev/ttyACM0'],
    ['/dev/ttyACM0?dtr=clear'],
    ['/dev/mk3'],
  ])('is found at %s', (address) => {
    expect(userOf(port, [{ machineId, address }], real)).toBe(machineId);
  });

  it.each([['/dev/ttyACM1'], ['tcp://printer:8080'], ['bridge:'], ['virtual:?speed=20']])(
    'is not the one at %s',
    (address) => {
      expect(userOf(port, [{ machineId, address }], real)).toBeNull();
    },
  );
});

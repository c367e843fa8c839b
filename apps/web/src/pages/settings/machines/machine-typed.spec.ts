import type { Machine } from '../../../api/queries';
import { addressOf, wayOf } from './address';
import { machineBody, machineChanges, newMachine, proposed, typedOf, virtualMachine } from './machine-typed';

const size = { widthMm: 250, depthMm: 210, heightMm: 210 };
const machine = {
  ...{ name: 'Panda 1', kind: 'printer', profileId: 'marlin-2', address: 'tcp://192.168.1.20:8080' },
  ...{ baudRate: 115200, ...size, maxNozzleCelsius: 275, maxBedCelsius: 110, maxChamberCelsius: null },
  ...{ nozzleUm: 400, nozzleType: 'brass', filamentUm: 1750, bedSurface: null, enclosed: false, tags: [] },
  ...{ unattended: 'overnight', startNeedsPerson: false, credentials: null },
} as unknown as Machine;

/** As the page reads it, without the page's words. */
const read = (field: string, text: string): number => {
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value)) throw new Error(field);
  return value;
};

describe('the address of a machine', () => {
  it.each([
    '/dev/serial/by-id/usb-Prusa_MK3-if00',
    '/dev/ttyUSB0?dtr=clear',
    'tcp://192.168.1.20:8080',
    'mqtts://broker/labs/panda?qos=0',
    'bridge:',
    'virtual:?speed=100&size=250x210x210',
  ])('%s is the same after the form', (address) => {
    expect(addressOf(wayOf(address), size)).toBe(address);
  });

  it('of a network machine may be typed without its protocol', () => {
    const way = { connection: 'network', place: 'printer:23', speed: '1' } as const;
    expect(addressOf(way, size)).toBe('tcp://printer:23');
    expect(addressOf({ ...way, place: 'tcp://printer:23' }, size)).toBe('tcp://printer:23');
  });
});

describe('the form of a machine', () => {
  it('begins with what was recognised at a port', () => {
    const proposal = {
      ...{ name: 'Prusa i3 MK3S', profileId: 'prusa-mk3', address: '/dev/mk3', baudRate: 115200 },
      ...{ ...size, maxNozzleCelsius: 300, maxBedCelsius: 120 },
    };
    expect(machineBody(proposed(proposal), read)).toEqual({
      ...{ ...proposal, kind: 'printer', credentials: null, maxChamberCelsius: null },
      ...{
        nozzleUm: null,
        nozzleType: null,
        filamentUm: null,
        bedSurface: null,
        enclosed: null,
        tags: [],
      },
      ...{ unattended: 'overnight', startNeedsPerson: false },
    });
  });

  it('makes a virtual machine of the typed size', () => {
    const body = machineBody({ ...virtualMachine('Essai'), widthMm: '180', speed: '100' }, read);
    expect(body.address).toBe('virtual:?speed=100&size=180x210x210');
  });

  it('names the field in which there is no number', () => {
    expect(() => machineBody(newMachine({ widthMm: 'wide' }), read)).toThrow('widthMm');
  });

  it('sends only what was changed', () => {
    expect(machineChanges(machine, typedOf(machine), read)).toEqual({});
    const typed = { ...typedOf(machine), name: 'Panda 2', maxBedCelsius: '90' };
    expect(machineChanges(machine, typed, read)).toEqual({ name: 'Panda 2', maxBedCelsius: 90 });
  });

  it('has diameters in millimetres, and tags with commas', () => {
    const typed = { ...typedOf(machine), nozzleUm: '0,6', tags: 'carbone, , souple', enclosed: 'yes' };
    expect(machineChanges(machine, typed, read)).toEqual({
      ...{ nozzleUm: 600, tags: ['carbone', 'souple'], enclosed: true },
    });
  });

  it('says nothing of the equipment that is left out', () => {
    const typed = { ...typedOf(machine), nozzleUm: ' ', nozzleType: '', filamentUm: '', enclosed: '' };
    expect(machineChanges(machine, typed, read)).toEqual({
      ...{ nozzleUm: null, nozzleType: null, filamentUm: null, enclosed: null },
    });
  });

  it('leaves a stored password alone until another is typed', () => {
    const stored = { ...machine, address: 'mqtt://broker/panda', credentials: '***' } as Machine;
    expect(machineChanges(stored, typedOf(stored), read)).toEqual({});
    const typed = { ...typedOf(stored), username: 'panda', password: 'new' };
    expect(machineChanges(stored, typed, read)).toEqual({
      credentials: { username: 'panda', password: 'new' },
    });
  });
});

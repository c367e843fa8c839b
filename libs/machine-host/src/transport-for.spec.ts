import { transportFor } from './transport-for';

describe('the address of a serial device', () => {
  it.each(['/dev/ttyUSB0', '/dev/ttyUSB0?dtr=clear', 'COM3?dtr=assert'])('%s is accepted', (address) => {
    expect(transportFor(address, { baudRate: 115_200 })).toHaveProperty('open');
  });

  it.each(['', '?dtr=clear', '/dev/ttyUSB0?', '/dev/ttyUSB0?dtr=up', '/dev/ttyUSB0?rts=clear'])(
    '%j is refused',
    (address) => {
      expect(() => transportFor(address, { baudRate: 115_200 })).toThrow(/MACHINE.BAD_ADDRESS/);
    },
  );
});

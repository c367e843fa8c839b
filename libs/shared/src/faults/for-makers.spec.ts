import { describeFault, type FaultCode, faultCatalogue } from './fault';
import { detailsForMakers } from './for-makers';

const told = (code: FaultCode, details = {}, language: 'en' | 'fr' = 'en') =>
  describeFault({ code, details }, language, 'maker');

describe('what a maker is told of a fault', () => {
  it('is the same where it is theirs to mend', () => {
    const fault = { code: 'FILE.EMPTY', details: {} } as const;
    expect(told('FILE.EMPTY')).toEqual(describeFault(fault, 'en'));
  });

  it('names no device, and sends nobody to cables and settings', () => {
    const details = { address: '/dev/ttyUSB0', reason: 'Permission denied, open /dev/ttyUSB0' };
    expect(told('MACHINE.PORT_REFUSED', details)).toMatchObject({
      what: 'The lab’s computer has trouble with the machine.',
      cure: 'The staff of the lab see to it.',
    });
    expect(told('MACHINE.UNPLUGGED', details)).toMatchObject({ what: 'The line to the machine was lost.' });
    expect(told('MACHINE.UNPLUGGED', details, 'fr').what).toBe('La liaison avec la machine est perdue.');
    expect(detailsForMakers('MACHINE.SILENT', { ...details, lines: 12 })).toEqual({ lines: 12 });
    expect(detailsForMakers('FILE.NOT_GCODE', { reason: 'no command' })).toEqual({ reason: 'no command' });
  });

  it.each(Object.keys(faultCatalogue) as FaultCode[])('%s shows no place of the lab', (code) => {
    if (!/^(MACHINE|LAB|HOST|LINK|WAITS)\./.test(code)) return;
    for (const language of ['en', 'fr'] as const) {
      const { what, cure } = told(code, {}, language);
      expect(what).toMatch(/^[^{}]*(\{\w+\}[^{}]*)*$/);
      // What a job that waits calls the file is its material.
      const all = `${what} ${cure}`.replace(code.startsWith('WAITS.') ? '{file}' : '', '');
      expect(all).not.toMatch(/\{(address|path|file|directory|url|host|port|reason|message)\}/);
      expect(`${what} ${cure}`).not.toMatch(/\/dev\/|câble|cable|baud|[A-Z]{3,}_[A-Z]+/);
    }
  });
});

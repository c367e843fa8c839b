import { describeFault, type FaultCode, faultCatalogue } from './fault';
import { detailsForMakers } from './for-makers';

const told = (code: FaultCode, details = {}, language: 'en' | 'fr' = 'en') =>
  describeFault({ code, details }, language, 'maker');

describe('the sentences that a maker sees for a fault', () => {
  it('is the same as for the staff if the maker can fix it', () => {
    const fault = { code: 'FILE.EMPTY', details: {} } as const;
    expect(told('FILE.EMPTY')).toEqual(describeFault(fault, 'en'));
  });

  it('names no device, and does not mention cables or settings', () => {
    const details = { address: '/dev/ttyUSB0', reason: 'Permission denied, open /dev/ttyUSB0' };
    expect(told('MACHINE.PORT_REFUSED', details)).toMatchObject({
      what: 'The lab’s computer has trouble with the machine.',
      cure: 'The staff of the lab take care of it.',
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
      // In the faults of a waiting job, `file` is the material.
      const all = `${what} ${cure}`.replace(code.startsWith('WAITS.') ? '{file}' : '', '');
      expect(all).not.toMatch(/\{(address|path|file|directory|url|host|port|reason|message)\}/);
      expect(`${what} ${cure}`).not.toMatch(/\/dev\/|câble|cable|baud|[A-Z]{3,}_[A-Z]+/);
    }
  });
});

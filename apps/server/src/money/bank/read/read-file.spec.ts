import { Fault } from '@pandafab/shared';
import { openFile } from './read-file';

describe('a file of a bank', () => {
  it('with more than 100 000 lines is refused', () => {
    const lines = `Date;Libellé;Montant\n${'20/11/2026;VIR;1,00\n'.repeat(100_001)}`;
    expect(() => openFile(Buffer.from(lines))).toThrow(new Fault('BANK.TOO_MANY_LINES', { limit: 100_000 }));
  });
});

import { cents } from '@pandafab/shared';
import { explainLine } from './print-line';

const plain = (text: string) => text.replace(/\s/g, ' ');
const line = { material: null, quantity: '1', unit: 'C62', basis: 1, unitPriceCents: cents(100) } as const;

describe('the calculation of an amount', () => {
  it('is written in French, quantity times price', () => {
    const time = {
      ...line,
      code: 'MACHINE_TIME',
      quantity: '0.5',
      unit: 'HUR',
      unitPriceCents: cents(250),
    } as const;
    expect(plain(explainLine({ ...time, amountCents: cents(125) }))).toBe(
      'Temps machine : 30 min × 2,50 € / h = 1,25 €',
    );
    const material = { ...time, code: 'MATERIAL', material: 'PLA', quantity: '12.345', unit: 'GRM' } as const;
    const price = { basis: 1000, unitPriceCents: cents(8_340), amountCents: cents(103) };
    expect(plain(explainLine({ ...material, ...price }))).toBe(
      'Matière PLA : 12,345 g × 83,40 € / 1000 g = 1,03 €',
    );
  });

  it('is only the amount for a price by the piece', () => {
    expect(plain(explainLine({ ...line, code: 'SET_UP', amountCents: cents(100) }))).toBe(
      'Mise en route : 1,00 €',
    );
  });
});

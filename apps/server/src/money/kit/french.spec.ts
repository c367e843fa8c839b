import { euros, frenchDay, percent, quantityWithUnit, unitPrice } from './french';
import { addDays, parisDay } from './paris';

/** Intl writes narrow no-break spaces; which kind of space does not matter here. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('figures on documents', () => {
  it('are written in French', () => {
    expect(plain(euros(123_456_7))).toBe('12 345,67 €');
    expect(plain(percent(550))).toBe('5,5 %');
    expect(plain(percent(2000))).toBe('20 %');
    expect(frenchDay('2026-11-23')).toBe('23/11/2026');
    expect(plain(quantityWithUnit('182.374', 'GRM'))).toBe('182,374 g');
    expect(plain(quantityWithUnit('2.5', 'HUR'))).toBe('2 h 30 min');
    expect(plain(quantityWithUnit('0.0347', 'HUR'))).toBe('2 min 05 s');
    expect(plain(unitPrice(8_340, 'GRM', 1000))).toBe('83,40 € / 1000 g');
    expect(plain(unitPrice(250, 'HUR', 1))).toBe('2,50 € / h');
    expect(plain(unitPrice(250, 'C62', 1))).toBe('2,50 €');
  });
});

describe('accounting days', () => {
  it('begin at midnight in Paris, in winter and in summer', () => {
    expect(parisDay(Date.parse('2025-12-31T22:59:59Z'))).toBe('2025-12-31');
    expect(parisDay(Date.parse('2025-12-31T23:00:00Z'))).toBe('2026-01-01');
    expect(parisDay(Date.parse('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  });

  it('are added correctly over the end of a month and the change to winter time', () => {
    expect(addDays('2026-10-20', 30)).toBe('2026-11-19');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

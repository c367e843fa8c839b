import { Problem } from '../../api/problem';
import { amountText, centsOf, demandCents, inTurn, sumOf } from './allotting';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const papers = [
  { id: 'a', openCents: 1000 },
  { id: 'b', openCents: 500 },
];

it('settles documents one after the other', () => {
  expect(inTurn(1200, papers)).toEqual([
    { documentId: 'a', cents: 1000 },
    { documentId: 'b', cents: 200 },
  ]);
  expect(inTurn(1000, papers)).toHaveLength(1);
  expect(sumOf(inTurn(9999, papers))).toBe(1500);
  expect(inTurn(0, papers)).toEqual([]);
});

it('reads amounts as people type them', () => {
  expect(['12', '12,5', '12.50', '1 158,20 €', '0,01'].map(centsOf)).toEqual([1200, 1250, 1250, 115_820, 1]);
  for (const text of ['', '12,345', '-5', 'abc', '1.158,20', '12,']) expect(centsOf(text)).toBeUndefined();
  expect(amountText(115_820)).toBe('1158,20');
});

it('names the field of an amount that is none', () => {
  expect(demandCents('amount', '4,50')).toBe(450);
  for (const text of ['0', 'dix', '1,234']) expect(() => demandCents('amount', text)).toThrow(Problem);
});

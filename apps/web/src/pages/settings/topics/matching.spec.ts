import { matching } from './matching';

const topic = (nameFr: string, changes: { aimsEn?: string; retiredAt?: string } = {}) => ({
  ...{ nameFr, nameEn: '', aimsFr: '', aimsEn: '', retiredAt: null, ...changes },
});
const names = (topics: readonly { nameFr: string }[]) => topics.map(({ nameFr }) => nameFr);

it('finds topics by their words without accents, in both languages', () => {
  const all = [topic('Découper au laser'), topic('Coudre', { aimsEn: 'Sew a bag' })];
  expect(names(matching(all, 'laser decouper', false))).toEqual(['Découper au laser']);
  expect(names(matching(all, 'BAG', false))).toEqual(['Coudre']);
  expect(names(matching(all, ' ', false))).toHaveLength(2);
  expect(matching(all, 'xyzzy', false)).toEqual([]);
});

it('shows retired ones only on demand', () => {
  const all = [topic('Minitel', { retiredAt: '2026-01-01T00:00:00Z' })];
  expect([matching(all, '', false), matching(all, '', true)].map(({ length }) => length)).toEqual([0, 1]);
});

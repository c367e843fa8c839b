import { type EditedRow, newRow } from './row';
import { areAlike, merged, withInserted, withMoved, without, withPasted, withReturned } from './rows';

const defaults = { activity: 'training', nature: 'services', servedOn: '2026-11-20' } as const;
const row = (key: string, given: Partial<EditedRow> = {}): EditedRow => ({
  ...newRow(defaults, key, { label: key }),
  ...given,
});
const saved = (key: string) => row(key, { id: key });
const keys = (rows: readonly EditedRow[]) => rows.map(({ key }) => key).join('');
const abc = [row('a'), row('b'), row('c')];

describe('rows', () => {
  it('are inserted, moved and removed', () => {
    expect(keys(withInserted(abc, 'a', [row('x')]))).toBe('axbc');
    expect(keys(withInserted(abc, null, [row('x')]))).toBe('abcx');
    expect(keys(withMoved(abc, 'b', -1))).toBe('bac');
    expect(keys(withMoved(abc, 'c', 1))).toBe('abc');
    expect(keys(without(abc, 'b'))).toBe('ac');
  });

  it('come back where they were, also when their neighbours have gone', () => {
    const removed = abc[2] as EditedRow;
    expect(keys(withReturned(without(abc, 'c'), removed, abc))).toBe('abc');
    expect(keys(withReturned([row('a'), row('x')], removed, abc))).toBe('acx');
    expect(keys(withReturned([row('x')], abc[0] as EditedRow, abc))).toBe('ax');
  });

  it('are alike whatever their keys are', () => {
    expect(areAlike([row('a')], [row('b', { label: 'a' })])).toBe(true);
    expect(areAlike([row('a')], [row('a', { quantity: '2' })])).toBe(false);
    expect(areAlike([row('a')], [])).toBe(false);
  });
});

describe('pasted cells', () => {
  const make = (given: Partial<EditedRow> = {}) => row('n', { label: '', ...given });

  it('fill rows from one on, and add those that are missing', () => {
    const rows = withPasted(abc, 'c', [{ quantity: '2' }, { label: 'Cale', unit: 'heures' }], make);
    expect(rows.map(({ label, quantity, unit }) => [label, quantity, unit])).toEqual([
      ['a', '1', 'C62'],
      ['b', '1', 'C62'],
      ['c', '2', 'C62'],
      ['Cale', '1', 'HUR'],
    ]);
  });

  it('change nothing that a machine measured, and give a text no figures', () => {
    const rows = [row('p', { kind: 'print', quantity: '3' }), row('t', { kind: 'text' })];
    const filled = withPasted(rows, 'p', [{ label: 'Autre', quantity: '9' }, { quantity: '9' }], make);
    expect(filled).toMatchObject([
      { label: 'Autre', quantity: '3' },
      { label: 't', quantity: '1' },
    ]);
  });

  it('become a text where there is only a label', () => {
    expect(withPasted([], null, [{ label: 'Lot 1' }], make)).toMatchObject([
      { kind: 'text', label: 'Lot 1' },
    ]);
  });
});

describe('lines that another person saved meanwhile', () => {
  it('are added, those they deleted go, and what was typed stays', () => {
    const base = [saved('a'), saved('b')];
    const mine = [{ ...saved('a'), label: 'typed' }, saved('b'), row('new')];
    const theirs = [saved('a'), saved('print')];
    const rows = merged(base, mine, theirs);
    expect(keys(rows)).toBe('anewprint');
    expect(rows[0]?.label).toBe('typed');
  });

  it('have each cell from the person who changed it', () => {
    const base = [row('a', { id: 'a', quantity: '1', unitPrice: '2' })];
    const mine = [{ ...saved('a'), quantity: '1', unitPrice: '2', label: 'typed' }];
    const theirs = [row('a', { id: 'a', quantity: '7', unitPrice: '2' })];
    expect(merged(base, mine, theirs)).toEqual([row('a', { ...theirs[0], label: 'typed' })]);
  });

  it('do not bring back what this person deleted', () => {
    expect(keys(merged([saved('a')], [], [saved('a'), saved('b')]))).toBe('b');
  });
});

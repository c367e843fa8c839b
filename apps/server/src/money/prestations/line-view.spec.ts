import { subtotalsOf } from './line-view';

const sold = (netCents: number | null) => ({ kind: 'typed', netCents }) as const;
const subtotal = { kind: 'subtotal', netCents: null } as const;

describe('subtotals of lines', () => {
  it('are the sum since the one before, without texts', () => {
    const lines = [
      sold(100),
      { kind: 'text', netCents: 0 } as const,
      sold(23),
      subtotal,
      subtotal,
      sold(7),
      subtotal,
    ];
    expect(subtotalsOf(lines)).toEqual([null, null, null, 123, 0, null, 7]);
  });

  it('leave out lines that have no amount yet', () => {
    expect(subtotalsOf([sold(null), sold(5), subtotal])).toEqual([null, null, 5]);
  });
});

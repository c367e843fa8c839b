import type { Line } from './billing';
import { bodyOf, calculate, labelsOf, sheetOf } from './line-adapter';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));
const mockPost = jest.fn();
jest.mock('../../api/client', () => ({
  api: { POST: (...asked: unknown[]) => mockPost(...asked) },
  content: async (answer: unknown) => answer,
}));

const line = (given: Partial<Line>): Line => ({
  ...{ id: 'a', position: 1, kind: 'typed', usageRecordId: null, articleId: null, stageId: null },
  ...{
    label: 'Conseil',
    details: [],
    quantity: '1.5',
    unit: 'HUR',
    basis: 1,
    unitPrice: '45',
    discounts: [],
  },
  ...{ netCents: 6750, subtotalCents: null, activity: 'training', nature: 'services' },
  servedOn: '2026-11-20',
  ...given,
});
const discounted = line({ discounts: [{ kind: 'percent', percent: '10', label: 'Fidélité' }] });
const saved = (...lines: Line[]) => sheetOf({ lines, discounts: [] }, 3, 'fr');

describe('lines between the editor and the API', () => {
  it('are shown as the language writes numbers, and sent as the API wants them', () => {
    const sheet = saved(discounted);
    expect(sheet.rows[0]).toMatchObject({ quantity: '1,5', unitPrice: '45', discount: '10\u00a0%' });
    expect(bodyOf(sheet, 3, labelsOf([discounted]), [])).toEqual({
      version: 3,
      discounts: [],
      lines: [
        {
          ...{ id: 'a', kind: 'typed', label: 'Conseil', details: [], quantity: '1.5', unitPrice: '45' },
          ...{ basis: 1, unit: 'HUR', activity: 'training', nature: 'services', stageId: null },
          servedOn: '2026-11-20',
          discounts: [{ kind: 'percent', percent: '10', label: 'Fidélité' }],
        },
      ],
    });
  });

  it('send of a print what can be changed, and of a text its words', () => {
    const sheet = saved(line({ id: 'p', kind: 'print' }), line({ id: 't', kind: 'text', label: 'Note' }));
    expect(bodyOf(sheet, 3, new Map(), []).lines).toEqual([
      { id: 'p', kind: 'print', label: 'Conseil', discounts: [], stageId: null },
      { id: 't', kind: 'text', label: 'Note', details: [], stageId: null },
    ]);
  });

  it('name the cells that hold no number', () => {
    const { rows } = saved(line({}));
    const typed = rows.map((row) => ({ ...row, quantity: 'deux', discount: 'un peu' }));
    expect(() => bodyOf({ rows: typed, discount: 'x' }, 3, new Map(), [])).toThrow(
      expect.objectContaining({
        fields: [
          { path: 'lines.0.quantity', message: 'lineEditor.notANumber' },
          { path: 'lines.0.discount', message: 'lineEditor.notADiscount' },
          { path: 'discounts', message: 'lineEditor.notADiscount' },
        ],
      }),
    );
  });

  it('are calculated by the server, without those that are not complete', async () => {
    const { rows } = saved(line({}), line({ id: 's', kind: 'subtotal' }));
    const typed = [rows[0], { ...rows[0], quantity: '' }, rows[1]] as typeof rows;
    mockPost.mockResolvedValueOnce({
      lines: [
        { netCents: 6750, subtotalCents: null },
        { netCents: null, subtotalCents: null },
        { netCents: null, subtotalCents: 6750 },
      ],
      ...{ linesCents: 6750, discountCents: 0, netCents: 6750 },
    });
    const amounts = await calculate({ rows: typed, discount: '' });
    expect(amounts).toMatchObject({ rows: [6750, null, 6750], netCents: 6750, isWhole: false });
    const [, { body }] = mockPost.mock.calls[0] as [string, { body: { lines: { kind: string }[] } }];
    expect(body.lines.map(({ kind }) => kind)).toEqual(['typed', 'text', 'subtotal']);
  });
});

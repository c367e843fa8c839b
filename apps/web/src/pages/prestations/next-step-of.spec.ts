import type { Paper, PrestationDetail } from './billing';
import { nextStepOf } from './next-step-of';

const none = { netCents: 0, grossCents: 0 };
const sums = { quoted: null, deposited: none, invoiced: none, credited: none, billed: none };
const order = {
  lines: [{}],
  state: 'preparing',
  sums,
  leftToInvoiceCents: 1000,
} as unknown as PrestationDetail;
const paper = (kind: string, state: string) => ({ id: kind, kind, state }) as Paper;
const some = { netCents: 300, grossCents: 360 };

describe('the next step of a prestation', () => {
  it('is to write lines, then a quote', () => {
    expect(nextStepOf({ ...order, lines: [] }, []).kind).toBe('lines');
    expect(nextStepOf(order, []).kind).toBe('quote');
  });

  it('is to go on with a draft, or to record the answer to a quote', () => {
    const quote = paper('quote', 'sent');
    expect(nextStepOf(order, [paper('invoice', 'draft'), quote])).toMatchObject({
      kind: 'draft',
      paper: { id: 'invoice' },
    });
    expect(nextStepOf(order, [quote])).toEqual({ kind: 'answer', paper: quote });
  });

  it('is a deposit after the quote, then the invoice', () => {
    const accepted = { ...order, state: 'confirmed' as const, sums: { ...sums, quoted: some } };
    expect(nextStepOf(accepted, []).kind).toBe('deposit');
    const billed = { ...accepted.sums, billed: some };
    expect(nextStepOf({ ...accepted, sums: billed }, []).kind).toBe('invoice');
    expect(nextStepOf({ ...order, state: 'delivered' }, []).kind).toBe('invoice');
  });

  it('is nothing when everything is invoiced', () => {
    expect(nextStepOf({ ...order, leftToInvoiceCents: 0, sums: { ...sums, billed: some } }, []).kind).toBe(
      'nothing',
    );
    expect(nextStepOf({ ...order, state: 'invoiced' }, []).kind).toBe('nothing');
  });
});

import { Fault } from '@pandafab/shared';
import { chainedClosures } from './chained-closures';

const rows = [{ category: 'S', rate: 2000, base: 100, vat: 20 }];
const totals = { net: 100, vat: 20, gross: 120 };
const invoice = (day: string) => ({ record: 'document', kind: 'invoice', day, rows, totals });
const payment = { record: 'payment', day: '2027-01-01', means: 'cash', cents: 50 };
const entry = { record: 'account-entry', kind: 'charge', day: '2027-01-01', cents: -30 };
const ofDay = {
  documents: [{ kind: 'invoice', count: 1, netCents: 100, vatCents: 20, grossCents: 120 }],
  vat: [{ categoryCode: 'S', rateBasisPoints: 2000, baseCents: 100, vatCents: 20 }],
  payments: [{ means: 'cash', count: 1, inCents: 50, outCents: 0 }],
  accounts: [{ kind: 'charge', count: 1, cents: -30 }],
};
const perpetual = { soldCents: 120, receivedCents: 50 };
const day = { number: 'J-2027-01-01', period: 'day', firstDay: '2027-01-01', lastDay: '2027-01-01' };
const month = { number: 'M-2027-01', period: 'month', firstDay: '2027-01-01', lastDay: '2027-01-31' };

/** What the chain says up to these closures. */
function follow(...closures: readonly object[]): () => void {
  return () => {
    const follower = chainedClosures.follow?.();
    if (!follower) throw new Error('closures follow the chain');
    follower.see('document', invoice('2027-01-01'));
    follower.see('payment', payment);
    follower.see('account-entry', entry);
    // Of the next day: in no closure yet.
    follower.see('document', invoice('2027-01-02'));
    for (const closure of closures) follower.see('closure', { totals: ofDay, perpetual, ...closure });
  };
}

describe('a closure, read along with the chain', () => {
  it('has the sums of its day; a month those of its days', () => {
    expect(follow(day, month)).not.toThrow();
  });

  it.each([
    { ...day, totals: { ...ofDay, payments: [{ means: 'cash', count: 1, inCents: 51, outCents: 0 }] } },
    { ...day, totals: { ...ofDay, accounts: [] } },
    { ...day, perpetual: { ...perpetual, soldCents: 121 } },
    { ...day, firstDay: '2027-01-03', lastDay: '2027-01-03' },
  ])('is wrong where it says something else: %#', (wrong) => {
    expect(follow(wrong)).toThrow(new Fault('CHAIN.CLOSURE_WRONG', { number: day.number }));
  });

  it('of a month is wrong where a day is missing in it', () => {
    const fault = new Fault('CHAIN.CLOSURE_WRONG', { number: month.number });
    expect(follow(month)).toThrow(fault);
    expect(follow(day, { ...month, perpetual: { ...perpetual, receivedCents: 0 } })).toThrow(fault);
  });
});

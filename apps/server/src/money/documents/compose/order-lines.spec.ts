import type { StageId } from '@pandafab/shared';
import type { Order } from './order';
import { orderLines } from './order-lines';
import { issueIn, orderOf, seller } from './testing/orders';

const TEN = {
  ...{ categoryCode: 'S' as const, rateBasisPoints: 1000, exemptionCode: null, exemptionText: null },
};
/** On 1 November the activity that is taxed at 20 % is taxed at 10 %. */
const changed: Order['seller'] = {
  ...seller,
  vat: {
    regime: 'split',
    activities: { ...('activities' in seller.vat && seller.vat.activities), '2000': TEN },
  },
};
const sellers = [
  { inForceFrom: '2026-11-01', settings: changed },
  { inForceFrom: '2026-01-01', settings: seller },
];
const line = { quantity: '1', unitPrice: '100', rate: 2000 } as const;

function servedOn(days: readonly string[]): Order {
  const order = orderOf(days.map(() => line));
  const lines = order.lines.map((each, at) => ({ ...each, servedOn: days[at] ?? '' }));
  return { ...order, seller: changed, sellers, lines };
}
const ratesOf = (order: Order) => orderLines(order).map(({ tax }) => tax.rateBasisPoints);

describe('the rate of a line', () => {
  it('is that of the day of its service, also when a rate changes during the work', () => {
    const order = servedOn(['2026-10-31', '2026-11-01']);
    expect(ratesOf(order)).toEqual([2000, 1000]);
    const issued = issueIn(order, 'invoice');
    expect('issued' in issued && issued.issued.content.vat).toMatchObject([
      { rateBasisPoints: 2000, baseCents: 10_000, vatCents: 2_000 },
      { rateBasisPoints: 1000, baseCents: 10_000, vatCents: 1_000 },
    ]);
  });

  it('is that of the day on which its stage was done', () => {
    const stageId = 's' as StageId;
    const order = servedOn(['2026-10-31']);
    const stage = { id: stageId, name: 'Montage', plannedOn: null, doneOn: '2026-11-20', share: null };
    const stages = [{ ...stage, prestationId: order.prestation.id, position: 1, createdAt: 0 }];
    expect(ratesOf({ ...order, stages, lines: order.lines.map((each) => ({ ...each, stageId })) })).toEqual([
      1000,
    ]);
  });

  it('is today’s where the settings of that day did not know the activity', () => {
    const before = {
      inForceFrom: '2026-01-01',
      settings: { ...seller, vat: { regime: 'split', activities: {} } },
    };
    const order = servedOn(['2026-10-31']);
    expect(ratesOf({ ...order, sellers: [sellers[0], before] as Order['sellers'] })).toEqual([1000]);
  });
});

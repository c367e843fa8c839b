import { settledNow } from './settled';

const allotment = (documentId: string, cents: number) => ({
  ...{ documentId, document: `FA-${documentId}`, kind: 'invoice' as const, cents },
  ...{ number: '', reason: null, at: '' },
});

it('shows what a payment settles now, after what was taken back', () => {
  const all = [allotment('1', 500), allotment('2', 300), allotment('1', -200), allotment('2', -300)];
  expect(settledNow(all)).toEqual([{ documentId: '1', document: 'FA-1', kind: 'invoice', cents: 300 }]);
});

import type { PaymentDetail } from './payment';

type Allotment = PaymentDetail['allotments'][number];

/** What a payment settles of one document now, after what was taken back. */
export interface Settled extends Pick<Allotment, 'documentId' | 'document' | 'kind'> {
  readonly cents: number;
}

/** By document, in the order in which they were first settled. Those from which all was taken back are left out. */
export function settledNow(allotments: readonly Allotment[]): Settled[] {
  const byDocument = new Map<string, Settled>();
  for (const { documentId, document, kind, cents } of allotments) {
    const before = byDocument.get(documentId)?.cents ?? 0;
    byDocument.set(documentId, { documentId, document, kind, cents: before + cents });
  }
  return [...byDocument.values()].filter(({ cents }) => cents !== 0);
}

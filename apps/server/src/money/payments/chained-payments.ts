import { type EntityManager, In } from 'typeorm';
import type { ChainedRecord, ChainedRow } from '../chain/chained-record';
import { PaperDocument } from '../documents/document.entities';
import { Allotment, Payment } from '../settlement/settlement.entities';
import { allotmentPayload, paymentPayload } from './payment-payload';

async function paymentRows(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ChainedRow>> {
  const rows = await manager.findBy(Payment, { number: In([...numbers]) });
  const undone = await numbersOf(manager, rows);
  return new Map(
    rows.map((row) => {
      const undoes = row.undoesId && (undone.get(row.undoesId) ?? '');
      return [row.number, ({ text }) => paymentPayload(row, { undoes }, text)];
    }),
  );
}

async function numbersOf(manager: EntityManager, rows: readonly Payment[]) {
  const ids = rows.flatMap(({ undoesId }) => undoesId ?? []);
  const undone = ids.length === 0 ? [] : await manager.findBy(Payment, { id: In(ids) });
  return new Map(undone.map(({ id, number }) => [id, number]));
}

async function allotmentRows(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ChainedRow>> {
  const rows = await manager.findBy(Allotment, { number: In([...numbers]) });
  const payments = await manager.findBy(Payment, { id: In(rows.map(({ paymentId }) => paymentId)) });
  const documents = await manager.find(PaperDocument, {
    select: { id: true, number: true },
    where: { id: In(rows.map(({ documentId }) => documentId)) },
  });
  const paymentOf = new Map(payments.map((payment) => [payment.id, payment]));
  const documentOf = new Map(documents.map(({ id, number }) => [id, number]));
  return new Map(
    rows.flatMap((row) => {
      const payment = paymentOf.get(row.paymentId);
      const document = documentOf.get(row.documentId) ?? '';
      if (!payment) return [];
      return [[row.number, ({ text }) => allotmentPayload(row, { payment, document }, text)] as const];
    }),
  );
}

export const chainedPayments: ChainedRecord = {
  kind: 'payment',
  entity: Payment,
  isSeries: true,
  read: paymentRows,
};

export const chainedAllotments: ChainedRecord = {
  kind: 'allotment',
  entity: Allotment,
  isSeries: false,
  read: allotmentRows,
  reads: [Payment, PaperDocument],
};

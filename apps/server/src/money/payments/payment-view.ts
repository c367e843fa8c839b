import type { OrganisationId, PaymentId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import { toIso } from '../../platform/http/fields';
import { PaperDocument } from '../documents/document.entities';
import { Allotment, Payment } from '../settlement/settlement.entities';
import { clientBalances } from './balances';
import { MEANS, type Means } from './payment-means.entity';
import type { PaymentDetailDto, PaymentView } from './payments.dto';

/** What of these payments settles documents, by payment. */
async function allottedSums(
  manager: EntityManager,
  ids: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, number>> {
  const rows = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.paymentId', 'id')
    .addSelect('SUM(allotment.cents)', 'cents')
    .where('allotment.paymentId IN (:...ids)', { ids })
    .groupBy('allotment.paymentId')
    .getRawMany<{ id: PaymentId; cents: string | number }>();
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]));
}

/** The means as the code knows them: the column is a text. */
const meansOf = (code: string): Means => MEANS.find((each) => each === code) ?? 'other';

/** Payments as the API shows them, in the same order. */
export async function viewPayments(manager: EntityManager, rows: readonly Payment[]): Promise<PaymentView[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const allotted = await allottedSums(manager, ids);
  const names = await namesOf(manager, rows);
  const clients = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
  const balances = await clientBalances(manager, clients);
  const reversals = await manager.findBy(Payment, { undoesId: In(ids) });
  const undoneBy = new Map(reversals.map(({ undoesId, id }) => [undoesId, id]));
  return rows.map((row) => {
    const { id, number, kind, paidOn, bookedOn, cents, organisationId, memberId, labId } = row;
    const isUsed = kind !== 'payment' || memberId !== null || undoneBy.has(id);
    return {
      ...{ id, number, kind, paidOn, bookedOn, means: meansOf(row.means), cents, organisationId, memberId },
      leftCents: isUsed ? 0 : Math.min(cents - (allotted.get(id) ?? 0), balanceIn(balances, organisationId)),
      owner: names.get(organisationId ?? memberId ?? '') ?? '',
      ...{ labId, payer: row.payer, reference: row.reference, note: row.note, reason: row.reason },
      ...{ undoes: row.undoesId, undoneBy: undoneBy.get(id) ?? null, at: toIso(row.at) },
    };
  });
}

const balanceIn = (balances: ReadonlyMap<OrganisationId, number>, id: OrganisationId | null): number =>
  Math.max(0, (id && balances.get(id)) ?? 0);

async function namesOf(
  manager: EntityManager,
  rows: readonly Payment[],
): Promise<ReadonlyMap<string, string>> {
  const idsIn = <Id>(of: (row: Payment) => Id | null) => rows.flatMap((row) => of(row) ?? []);
  const clients = await manager.findBy(Organisation, { id: In(idsIn((row) => row.organisationId)) });
  const members = await manager.findBy(MemberContact, { memberId: In(idsIn((row) => row.memberId)) });
  return new Map<string, string>([
    ...clients.map(({ id, name }) => [id, name] as const),
    ...members.map(({ memberId, displayName }) => [memberId, displayName] as const),
  ]);
}

/** One payment, and the documents that it settles, in the order in which they were written. */
export async function detailOf(manager: EntityManager, payment: Payment): Promise<PaymentDetailDto> {
  const [view] = await viewPayments(manager, [payment]);
  if (!view) throw new Error('a payment has a view');
  const rows = await manager.find(Allotment, {
    where: { paymentId: payment.id },
    order: { at: 'ASC', number: 'ASC' },
  });
  const documents = await manager.find(PaperDocument, {
    select: { id: true, number: true, kind: true },
    where: { id: In(rows.map(({ documentId }) => documentId)) },
  });
  const byId = new Map(documents.map((document) => [document.id, document]));
  const allotments = rows.map(({ number, documentId, cents, reason, at }) => {
    const document = byId.get(documentId);
    return {
      ...{ number, documentId, document: document?.number ?? '', kind: document?.kind ?? 'invoice' },
      ...{ cents, reason, at: toIso(at) },
    };
  });
  return { ...view, allotments };
}

import { type KnownPayer, type MatchSources, payerKey } from '@pandafab/domain';
import { cents } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { openDocuments } from '../payments/open-documents';
import { Payment } from '../settlement/settlement.entities';
import { BankLine } from './bank.entities';
import { inState } from './line-states';
import type { MemberReference } from './top-ups';

/** Enough to know the payers of some years. */
const MOST_EARLIER_LINES = 20_000;

/** What lines are compared with now. */
export async function matchSources(
  manager: EntityManager,
  members: readonly MemberReference[],
): Promise<MatchSources> {
  const documents = await openDocuments(manager);
  return {
    documents: documents
      .filter(({ openCents }) => openCents > 0)
      .map((document) => ({ ...document, openCents: cents(document.openCents) })),
    topUps: members,
    payers: await knownPayers(manager),
  };
}

type Raw = Pick<BankLine, 'name' | 'text'> & Pick<Payment, 'organisationId' | 'memberId'>;

/** Who paid for whom in the lines that were booked. */
async function knownPayers(manager: EntityManager): Promise<KnownPayer[]> {
  const query = manager
    .createQueryBuilder(BankLine, 'line')
    .innerJoin(Payment, 'payment', 'payment.id = line.paymentId')
    .select('line.name', 'name')
    .addSelect('line.text', 'text')
    .addSelect('payment.organisationId', 'organisationId')
    .addSelect('payment.memberId', 'memberId')
    .orderBy('line.day', 'DESC')
    .addOrderBy('line.id')
    .limit(MOST_EARLIER_LINES);
  inState(query, 'booked');
  const rows = await query.getRawMany<Raw>();
  return rows.flatMap((row): KnownPayer[] => {
    const { organisationId, memberId } = row;
    const payer = payerKey(row);
    if (payer === null) return [];
    if (organisationId !== null) return [{ payer, owner: { organisationId } }];
    return memberId === null ? [] : [{ payer, owner: { memberId } }];
  });
}
